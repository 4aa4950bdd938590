"""Makes requests nobody would send: a good one bent a little, or a signed one with odd words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, quote_from_bytes, urlencode, urlsplit

from tests.doors.outside import URLENCODED, signed
from tests.shared import Dice

MESSAGE = "/webhooks/twilio/message"
STATUS = "/webhooks/twilio/status?m=00000000-0000-4000-8000-000000000000"
SENDERS = (
    *(f"+155501{number:02d}" for number in range(8)),
    "whatsapp:ZA.7hQ2",
    "whatsapp:+15550171",
)
ODD = (
    "", " ", "\x00", "\x00\x00x", "\u202e", "\u200b", "\ufeff", "\ud7ff", "\U0010ffff", "é",
    "e\u0301", "🙂🏽", "ﷺ" * 9, "%", "%%s", "{}", "{line}", "${x}", "\\", "'", '"', "<b>", "\r\n",
    "=&", "+", "a" * 1600, "Ａ", "١٢", "１", "1\ufe0f\u20e3", "X", "x.", "P", "A", "N", "UNDO",
    "DELETE", "STOP", "START", "HELP", "SOS", "1", "2", "3", "0", "9", "yes", "no", "H", "español",
    "jacaranda", "girasol", "hibiscus", "he has a knife", "who is this", "copperkettle",
    "48217-73019-46 copperkettle", "(" * 500, "aA!" * 3000,
)  # fmt: skip
NAMES = (
    "NumMedia",
    "OptOutType",
    "ButtonPayload",
    "ListId",
    "Latitude",
    "To",
    "MessageStatus",
    "Ü",
)


@dataclass(frozen=True)
class Sent:
    """One request, and whether it bears a signature that is its own."""

    path: str
    body: bytes
    signature: str | None
    kind: str = URLENCODED
    genuine: bool = False

    @property
    def says(self) -> tuple[object, ...]:
        """Return all that a signature covers, to tell a real change from none."""
        pairs = parse_qsl(self.body.decode("utf-8", "replace"), keep_blank_values=True)
        bare = (self.signature or "").strip(" \t")
        return self.path, frozenset(pairs), bare, self.kind


@dataclass(frozen=True)
class Mutator:
    """Throws the dice for one request after another."""

    rolls: Dice
    token: str
    url: str

    def genuine(self) -> Sent:
        """Return a well signed request with odd content."""
        path = self.rolls.choice((MESSAGE, MESSAGE, MESSAGE, STATUS, STATUS + self.odd(20)))
        path = quote_from_bytes(path.encode(), safe="/?=&-+%")
        form = self.form()
        mark = signed(self.token, self.url + path, form)
        return Sent(path, urlencode(form).encode(), mark, genuine=True)

    def bent(self) -> Sent:
        """Return a request whose signature is not its own."""
        straight = replace(self.genuine(), genuine=False)
        bent = straight
        while bent.says == straight.says:
            bent = self.rolls.choice(BENDS)(self, bent)
        return bent

    def form(self) -> dict[str, str]:
        """Fill a form in, mostly sensibly."""
        form = {
            "MessageSid": f"SM{self.rolls.randrange(10**6):032d}",
            "From": self.rolls.choice(SENDERS) if self.chance(90) else self.odd(60),
            "To": "+15550190",
            "Body": self.odd(60) if self.chance(80) else self.odd(60) + self.odd(60),
        }
        while self.chance(30):
            form[self.rolls.choice(NAMES)] = self.odd(30)
        if self.chance(5):
            form.pop(self.rolls.choice(list(form)))
        return form

    def odd(self, most: int) -> str:
        """Return an odd text: one of the known ones, or any characters at all."""
        if self.chance(70):
            return str(self.rolls.choice(ODD))
        letters = (
            self.rolls.choice((128, 0x600, 0xD7FF)) for _ in range(self.rolls.randrange(most))
        )
        return "".join(chr(self.rolls.randrange(top)) for top in letters)

    def noise(self, most: int) -> bytes:
        """Return any bytes at all."""
        return self.rolls.randbytes(self.rolls.randrange(1, most))

    def chance(self, percent: int) -> bool:
        """Say yes this often in a hundred."""
        return self.rolls.randrange(100) < percent


Bend = Callable[[Mutator, Sent], Sent]


def _other_signature(by: Mutator, sent: Sent) -> Sent:
    own = sent.signature or "x"
    at = by.rolls.randrange(len(own))
    other: str | None = by.rolls.choice(
        (
            None, "", own[:at], own + "=", own.swapcase(), own[::-1],
            own[:at] + "!" + own[at + 1 :], f"{own},{own}x", by.noise(40).decode("latin-1"),
            signed("", by.url + sent.path, {}), signed(by.token, sent.path, {}),
        )
    )  # fmt: skip
    cleaned = None if other is None else "".join(c for c in other if c.isprintable() and c < "\x7f")
    return replace(sent, signature=cleaned)


def _other_bytes(by: Mutator, sent: Sent) -> Sent:
    at = by.rolls.randrange(len(sent.body) + 1)
    return replace(
        sent, body=sent.body[:at] + by.noise(4) + sent.body[at + by.rolls.randrange(3) :]
    )


def _cut(by: Mutator, sent: Sent) -> Sent:
    return replace(sent, body=sent.body[: by.rolls.randrange(len(sent.body) + 1)])


def _more(by: Mutator, sent: Sent) -> Sent:
    more: Mapping[str, str] = {by.rolls.choice((*NAMES, "Body", "From")): by.odd(30)}
    return replace(sent, body=sent.body + b"&" + urlencode(more).encode())


def _all_noise(by: Mutator, sent: Sent) -> Sent:
    return replace(sent, body=by.noise(300))


def _other_kind(by: Mutator, sent: Sent) -> Sent:
    kinds = (
        "", "application/json", "multipart/form-data", "multipart/form-data; boundary=x",
        "text/xml", "application/octet-stream", "a/b;" * 50,
    )  # fmt: skip
    return replace(sent, kind=by.rolls.choice(kinds))


def _other_path(by: Mutator, sent: Sent) -> Sent:
    query = by.rolls.choice(("x=1", "bodySHA256=0", "bodySHA256=", "m=%00", "m=%FF", "&" * 50))
    bare = urlsplit(sent.path).path
    return replace(sent, path=f"{bare}?{query}")


BENDS: tuple[Bend, ...] = (
    _other_signature, _other_signature, _other_bytes, _cut, _more, _all_noise, _other_kind,
    _other_path,
)  # fmt: skip
