"""What the contacts say: twenty-field forms, freshly numbered and truly signed."""

import random
from collections.abc import Iterator, Sequence
from urllib.parse import urlencode
from uuid import uuid4

from bots.channels.twilio import sign

PATH = "/webhooks/twilio/message"
# To the first question whose answer is kept; then through the report; then a service is asked.
BEGIN = ("x", "jacaranda", "1", "2", "1")
MIDDLE = ("1", "it was in the evening, the door got broken again", "4", "2", "D4-N3", "2", "1")
FIND, FINAL = "1", "1"
_CONTACTS = 100


class Line:
    """Makes the requests of one server: its address is what they are signed for."""

    def __init__(self, port: int, token: str) -> None:
        self._url = f"http://127.0.0.1:{port}{PATH}"
        self._host = f"127.0.0.1:{port}"
        self._token = token

    def texts(self, sender: str, said: Sequence[str]) -> Iterator[bytes]:
        """Yields a contact's texts in order."""
        return (self.request(sender, text) for text in said)

    def request(self, sender: str, text: str, *, spoiled: bool = False) -> bytes:
        """Returns the bytes of one provider's post; a spoiled one bears another's signature."""
        form = _form(sender, text)
        signature = sign("another token" if spoiled else self._token, self._url, form)
        body = urlencode(form).encode()
        head = (
            f"POST {PATH} HTTP/1.1\r\nHost: {self._host}\r\nConnection: close\r\n"
            f"Content-Type: application/x-www-form-urlencoded; charset=UTF-8\r\n"
            f"Accept: */*\r\nUser-Agent: provider/1.1\r\nX-Twilio-Signature: {signature}\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        return head.encode() + body


def contacts(count: int, start: int = 0) -> list[str]:
    """Returns invented numbers, the same ones for the same start."""
    return [_number(start + at) for at in range(count)]


def strangers(count: int) -> list[str]:
    """Returns invented numbers that have hardly been heard before."""
    return [_number(at) for at in random.sample(range(1000, 70000), count)]


def in_lanes(requests: Sequence[Sequence[bytes]], lanes: int) -> list[list[bytes]]:
    """Deals contacts out to lanes, turn by turn, so that each contact stays in order."""
    dealt: list[list[bytes]] = [[] for _ in range(lanes)]
    for turn in zip(*requests, strict=True):
        for at, request in enumerate(turn):
            dealt[at % lanes].append(request)
    return dealt


def _number(at: int) -> str:
    area, last = divmod(at, _CONTACTS)
    return f"+1{200 + area}55501{last:02d}"


def _form(sender: str, text: str) -> dict[str, str]:
    message = f"SM{uuid4().hex}"
    return {
        "ToCountry": "US",
        "ToState": "",
        "SmsMessageSid": message,
        "NumMedia": "0",
        "ToCity": "",
        "FromZip": "00000",
        "SmsSid": message,
        "FromState": "NY",
        "SmsStatus": "received",
        "FromCity": "SPRINGFIELD",
        "Body": text,
        "FromCountry": "US",
        "To": "+15550190",
        "ToZip": "",
        "NumSegments": "1",
        "MessageSid": message,
        "AccountSid": "AC" + "0" * 32,
        "MessagingServiceSid": "MG" + "0" * 32,
        "From": sender,
        "ApiVersion": "2010-04-01",
    }
