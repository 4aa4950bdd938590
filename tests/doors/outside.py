"""Somebody outside: knows `var/demo.json` and the routes of the interfaces, and no code of ours."""

from __future__ import annotations

import base64
import hashlib
import hmac
import http.client
import itertools
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

MESSAGE = "/webhooks/twilio/message"
SIGNATURE = "X-Twilio-Signature"
URLENCODED = "application/x-www-form-urlencoded"
PATIENCE = 60.0
USUAL = 0.15
GLANCE = 0.1
NONE: Mapping[str, str] = {}
_sids = itertools.count(1)


def new_sid() -> str:
    """Return a message id as the provider makes them, never the same twice in a run."""
    made = hashlib.sha256(f"{time.monotonic_ns()}{next(_sids)}".encode()).hexdigest()
    return f"SM{made[:32]}"


def signed(token: str, url: str, form: Mapping[str, str]) -> str:
    """Sign a form as Twilio documents it: address, then sorted names and values, HMAC-SHA1."""
    text = url + "".join(f"{name}{form[name]}" for name in sorted(form))
    return base64.b64encode(hmac.new(token.encode(), text.encode(), hashlib.sha1).digest()).decode()


@dataclass(frozen=True)
class Outside:
    """Posts signed forms to the address of a city and reads its practice phones."""

    demo: dict[str, Any]

    @classmethod
    def of(cls, var: Path) -> Outside:
        """Read what the city tells about itself."""
        return cls(json.loads((var / "demo.json").read_text("utf-8")))

    @property
    def url(self) -> str:
        """The public address."""
        return str(self.demo["url"])

    def keyword(self, intent: str, language: str) -> str:
        """Return a coded word."""
        words = self.demo["keywords"]
        found = (w for w in words if (w["intent"], w["language"]) == (intent, language))
        return str(next(found)["word"])

    def form(self, sender: str, text: str, **more: str) -> dict[str, str]:
        """Fill in the provider's form for one text; SMS or WhatsApp by the sender's address."""
        sid = new_sid()
        line = "whatsapp_from" if sender.startswith("whatsapp:") else "sms_from"
        filled = {
            "MessageSid": sid,
            "SmsMessageSid": sid,
            "SmsSid": sid,
            "AccountSid": self.demo["twilio"]["account_sid"],
            "ApiVersion": "2010-04-01",
            "From": sender,
            "To": self.demo["twilio"][line],
            "Body": text,
            "NumMedia": "0",
            "NumSegments": "1",
        }
        return filled | more

    def sign(self, form: Mapping[str, str], path: str = MESSAGE) -> str:
        """Sign a form for a path of the city."""
        return signed(self.demo["twilio"]["auth_token"], self.url + path, form)

    def post(
        self, form: Mapping[str, str], signature: str | None = None, path: str = MESSAGE
    ) -> tuple[int, bytes]:
        """Post a form, signed as it should be unless another signature is given."""
        headers = {"Content-Type": URLENCODED, SIGNATURE: signature or self.sign(form, path)}
        return self.send("POST", path, urlencode(form).encode(), headers)

    def deliver(self, form: Mapping[str, str]) -> int:
        """Post a form again and again until it is taken, as the provider does; count the tries."""
        headers = {"Content-Type": URLENCODED, SIGNATURE: self.sign(form)}
        tries, body = self.insist("POST", MESSAGE, urlencode(form).encode(), headers)
        assert body.endswith(b"<Response/>"), body
        return tries

    def insist(
        self, method: str, path: str, body: bytes | None = None, headers: Mapping[str, str] = NONE
    ) -> tuple[int, bytes]:
        """Send a request until it is answered with 200; return how often, and the answer."""
        deadline = time.monotonic() + PATIENCE
        for tries in itertools.count(1):
            try:
                status, answer = self.send(method, path, body, headers)
            except (OSError, http.client.HTTPException):
                status, answer = 0, b""
            if status == 200:
                return tries, answer
            assert status in {0, 500, 502, 503}, (status, answer)
            assert time.monotonic() < deadline, f"{path} was never answered"
            time.sleep(GLANCE)
        raise AssertionError

    def send(
        self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]
    ) -> tuple[int, bytes]:
        """Send one request and return its status and its body."""
        host = urlsplit(self.url)
        connection = http.client.HTTPConnection(str(host.hostname), host.port, timeout=30)
        try:
            connection.request(method, path, body, dict(headers))
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def texts(self, address: str) -> list[dict[str, Any]]:
        """Read a practice phone."""
        _, body = self.insist("GET", f"/phone/messages?address={quote(address)}")
        read: list[dict[str, Any]] = json.loads(body)
        return read

    def bodies(self, address: str, direction: str) -> list[str]:
        """Read the bodies of what went one way."""
        return [one["body"] for one in self.texts(address) if one["direction"] == direction]


@dataclass
class Person:
    """Somebody with a phone: sends texts and reads what comes back."""

    outside: Outside
    address: str
    sent: list[str] = field(default_factory=list)
    tries: int = 0
    seen: int = 0

    def send(self, text: str, **more: str) -> None:
        """Send a text without waiting for anything but the provider's answer."""
        self.sent.append(text)
        self.tries += self.outside.deliver(self.outside.form(self.address, text, **more))

    def text(self, text: str, **more: str) -> str:
        """Send a text and wait for the reply to it; earlier replies have been waited for."""
        self.send(text, **more)
        time.sleep(USUAL)
        return self.wait_for(self.seen + 1)[-1]

    def received(self) -> list[str]:
        """Return every text that came to this phone."""
        return self.outside.bodies(self.address, "out")

    def wait_for(self, count: int) -> list[str]:
        """Wait until so many texts came."""
        deadline = time.monotonic() + PATIENCE
        while len(arrived := self.received()) < count:
            assert time.monotonic() < deadline, f"no reply to {self.sent[-1:]}"
            time.sleep(GLANCE)
        self.seen = len(arrived)
        return arrived

    def last(self) -> str:
        """Wait until the newest text has its reply, and return that."""
        deadline = time.monotonic() + PATIENCE
        while (thread := self.outside.texts(self.address))[-1]["direction"] != "out":
            assert time.monotonic() < deadline, f"no reply to {thread[-1]}"
            time.sleep(GLANCE)
        self.seen = sum(one["direction"] == "out" for one in thread)
        return str(thread[-1]["body"])
