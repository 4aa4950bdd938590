"""Twilio's webhooks: verify the signature over the configured address, then shape the form."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Final, Self
from urllib.parse import parse_qs, urlsplit
from xml.sax.saxutils import escape

from twilio.request_validator import RequestValidator
from werkzeug.datastructures import MultiDict

from bots.channels.interface import (
    LARGEST,
    Answer,
    Asked,
    Found,
    NoRoad,
    Said,
    StatusEvent,
    number,
)
from kernel.ids import same
from kernel.settings import Settings
from kernel.vocabulary import Address, Inbound

PROVIDER: Final = "twilio"
SIGNATURE_HEADER: Final = "X-Twilio-Signature"
_WHATSAPP: Final = "whatsapp:"
_BSUID = re.compile(r"[A-Z]{2}\.(?:[A-Za-z0-9]+\.)?[A-Za-z0-9]{1,128}")
_BODY_HASH = "bodySHA256"
_MOST_MEDIA = 10
_XML = '<?xml version="1.0" encoding="UTF-8"?>'


@dataclass(frozen=True)
class Twilio:
    """Holds what a signature is checked against: our own public address and the live tokens."""

    public_url: str
    tokens: tuple[str, ...]

    name: ClassVar[str] = PROVIDER
    methods: ClassVar[frozenset[str]] = frozenset({"POST"})
    largest: ClassVar[int] = LARGEST

    @classmethod
    def of(cls, settings: Settings, practice: str | None) -> Self:
        """Takes the practice token in a practice database, else the settings' one or two."""
        if practice is not None:
            return cls(settings.public_url, (practice,))
        given = (settings.twilio_auth_token, settings.twilio_auth_token_next)
        return cls(settings.public_url, tuple(t.get_secret_value() for t in given if t))

    def verify(self, asked: Asked) -> bool:
        """Says whether one of the live tokens signed exactly this request to our address."""
        signature = asked.headers.get(SIGNATURE_HEADER) or ""
        url = self.public_url.rstrip("/") + asked.target
        params = _signed_part(asked)
        if not signature or params is None:
            return False
        return any(_is_signed_by(RequestValidator(t), url, params, signature) for t in self.tokens)

    def parse(self, asked: Asked, now: datetime) -> Found:
        """Returns the message or the news of a form; what names nobody is nothing."""
        match asked.road:
            case "message":
                inbound = read_message(asked.form, now)
                return () if inbound is None else (inbound,)
            case "status":
                return (_news(asked),)
        return NoRoad()

    def acknowledge(self, asked: Asked, said: Said) -> Answer:
        """Returns TwiML: empty, but for the one line that is said when nothing else works."""
        del asked
        inside = f"<Message>{escape(said.text)}</Message>" if said.text else ""
        body = f"<Response>{inside}</Response>" if inside else "<Response/>"
        return Answer(_XML + body, "text/xml; charset=utf-8")


def read_message(form: MultiDict[str, str], now: datetime) -> Inbound | None:
    """Returns the message of a form; geography and profile names are left behind.

    The body is kept as it came: some long texts arrive in base64, and a guess could spoil others.
    """
    sender = _sender(form)
    message_id = form.get("MessageSid") or form.get("SmsMessageSid") or form.get("SmsSid")
    if sender is None or not message_id:
        return None
    title = form.get("ButtonText") or form.get("ListTitle") or ""
    media = _media(form)
    return Inbound(
        provider=PROVIDER,
        message_id=message_id,
        sender=sender,
        recipient=Address.parse(form.get("To", "")),
        text=form.get("Body", "") or title,
        at=now,
        media=_count(form.get("NumMedia", "0")),
        location=_location(form),
        media_at=tuple(url for url, _ in media),
        media_types=tuple(kind for _, kind in media),
        opt_out=form.get("OptOutType", "").upper() or None,
        button=form.get("ButtonPayload") or form.get("ListId") or None,
        button_text=title,
    )


def sign(token: str, url: str, form: Mapping[str, str]) -> str:
    """Signs a form as the provider would; the practice phone posts like everyone else."""
    signature: str = RequestValidator(token).compute_signature(url, form)
    return signature


def _news(asked: Asked) -> StatusEvent:
    form = asked.form
    to = form.get("To", "")
    return StatusEvent(
        provider=PROVIDER,
        our_id=parse_qs(urlsplit(asked.target).query).get("m", [""])[0],
        provider_id=form.get("MessageSid") or form.get("SmsSid") or "",
        status=form.get("MessageStatus") or form.get("SmsStatus") or "",
        error_code=form.get("ErrorCode") or None,
        recipient=Address.parse(to) if to else None,
    )


def _signed_part(asked: Asked) -> MultiDict[str, str] | str | None:
    if asked.form:
        return asked.form
    # A body that is no form is covered by the signature only through its hash in the address:
    # the validator checks that hash only when it is handed the body as text.
    if _BODY_HASH not in parse_qs(urlsplit(asked.target).query):
        return None if asked.raw else asked.form
    try:
        return asked.raw.decode()
    except UnicodeDecodeError:
        return None


def _is_signed_by(
    validator: RequestValidator, url: str, params: MultiDict[str, str] | str, signature: str
) -> bool:
    # A form signed for exactly our address needs one sum; the library always makes two, to allow
    # for ports, and a body that is no form is wholly its own to judge.
    if isinstance(params, MultiDict) and _BODY_HASH not in url:
        exactly = validator.compute_signature(url, params).encode()
        if same(exactly, signature.encode()):
            return True
    return bool(validator.validate(url, params, signature))


def _sender(form: MultiDict[str, str]) -> Address | None:
    """Returns who wrote; on WhatsApp the id that stays when the number changes, if there is one."""
    written = form.get("From", "").strip()
    username = form.get("ExternalUserId", "").strip().removeprefix(_WHATSAPP)
    bare = written.removeprefix(_WHATSAPP)
    on_whatsapp = bare != written or form.get("To", "").startswith(_WHATSAPP) or not written
    if username and on_whatsapp:
        return Address("whatsapp", username)
    # A username may come without its scheme; it is no telephone number.
    if ":" not in written and (_BSUID.fullmatch(written) or (written and on_whatsapp)):
        return Address("whatsapp", written)
    if not bare:
        known = number(form.get("WaId", ""))
        return Address("whatsapp", known) if known else None
    return Address.parse(written)


def _location(form: MultiDict[str, str]) -> str:
    latitude, longitude = form.get("Latitude", ""), form.get("Longitude", "")
    if not (latitude and longitude):
        return ""
    named = [form[name] for name in ("Label", "Address") if form.get(name)]
    return ", ".join([latitude, longitude, *named])


def _media(form: MultiDict[str, str]) -> tuple[tuple[str, str], ...]:
    numbers = range(_count(form.get("NumMedia", "0")))
    found = ((form.get(f"MediaUrl{n}"), form.get(f"MediaContentType{n}", "")) for n in numbers)
    return tuple((url, kind) for url, kind in found if url)


def _count(written: str) -> int:
    return min(int(written), _MOST_MEDIA) if written.isascii() and written.isdecimal() else 0
