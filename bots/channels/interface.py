"""What every provider's file promises: verify a request, say what is in it, acknowledge it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar, Final, Protocol, Self

from werkzeug.datastructures import Headers, MultiDict

from kernel.settings import Settings
from kernel.vocabulary import Address, Inbound

# A text that comes later than a reply may live is made good, not answered; nobody retries for
# longer than a week, so an older time is a clock that is wrong and says nothing.
LATE: Final = timedelta(minutes=2)
RETRIED_FOR: Final = timedelta(days=7)
LARGEST: Final = 1024 * 1024


@dataclass(frozen=True)
class Asked:
    """Holds one request as it came: `road` is what follows `/webhooks/<provider>/`."""

    method: str
    road: str
    target: str
    headers: Headers
    query: MultiDict[str, str]
    form: MultiDict[str, str]
    raw: bytes
    came_from: str = ""


@dataclass(frozen=True)
class StatusEvent:
    """Holds news of a message of ours: our id where the provider tells it, and the provider's."""

    provider: str
    our_id: str
    provider_id: str
    status: str
    error_code: str | None = None
    recipient: Address | None = None


@dataclass(frozen=True)
class Handshake:
    """Says that the provider only asks whether we are there, and what it wants to hear."""

    text: str


@dataclass(frozen=True)
class NoRoad:
    """Says that a verified request asks for a road this provider does not have."""


Event = Inbound | StatusEvent
Found = tuple[Event, ...] | Handshake | NoRoad


@dataclass(frozen=True)
class Said:
    """Holds what the answer itself may say; mostly nothing, because replies are sent later."""

    text: str = ""
    more: bool = False


@dataclass(frozen=True)
class Answer:
    """Holds the body that makes this provider content."""

    body: str = ""
    content_type: str = "text/plain; charset=utf-8"


class Provider(Protocol):
    """Brings messages in; one file holds one of them."""

    name: ClassVar[str]
    methods: ClassVar[frozenset[str]]
    largest: ClassVar[int]

    @classmethod
    def of(cls, settings: Settings, practice: str | None) -> Self:
        """Takes its secrets from the settings, or from the practice city's own token."""
        ...

    def verify(self, asked: Asked) -> bool:
        """Says whether the provider made this request; whatever is wrong gets one answer."""
        ...

    def parse(self, asked: Asked, now: datetime) -> Found:
        """Returns what a verified request holds, in the order it happened."""
        ...

    def acknowledge(self, asked: Asked, said: Said) -> Answer:
        """Returns what the provider is answered."""
        ...


def told_at(told: datetime | None, now: datetime) -> tuple[datetime, bool]:
    """Returns when a text was sent, as far as the provider can be believed, and if it is late."""
    if told is None or told > now or now - told > RETRIED_FOR:
        return now, False
    return told, now - told > LATE


def number(written: str) -> str:
    """Returns a telephone number with its plus sign, which forms and providers drop."""
    bare = written.strip()
    return f"+{bare}" if bare.isascii() and bare.isdecimal() else bare
