"""Values of the outbox: what a message is, what it may do next, and what a carrier answers."""

from base64 import b64decode, b64encode
from dataclasses import astuple, dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final, Protocol, Self
from uuid import UUID

from kernel.vocabulary import Address, Channel
from vault.sealing import Place, PublicKey


class Kind(StrEnum):
    """Names why a message is sent; the name says whom it may reach and how long it lives."""

    REPLY = "reply"
    HUMAN = "human"
    RESPONDER = "responder"
    OPT_OUT = "optout"
    STAFF = "staff"
    PAGE = "page"


class State(StrEnum):
    """Names where a message stands; after the first two nothing is sent any more."""

    QUEUED = "queued"
    SENDING = "sending"
    ACCEPTED = "accepted"
    SENT = "sent"
    DELIVERED = "delivered"
    READ = "read"
    MAYBE_SENT = "maybe_sent"
    FAILED = "failed"
    UNDELIVERED = "undelivered"
    CANCELED = "canceled"
    EXPIRED = "expired"
    STOPPED = "stopped"
    PAUSED = "paused"
    WINDOW_CLOSED = "window_closed"
    WITHDRAWN = "withdrawn"


UNFINISHED = (State.QUEUED, State.SENDING)
LOST = (
    State.FAILED, State.UNDELIVERED, State.CANCELED, State.EXPIRED, State.STOPPED, State.PAUSED,
    State.WINDOW_CLOSED,
)  # fmt: skip

# Who goes first: danger, then answers to somebody who waits, then what can wait.
DANGER: Final = 20
ANSWER: Final = 10
BULK: Final = 0
# A call to whoever is on shift goes before all else that can wait.
PAGE: Final = 5
PRIORITIES: Final = {Kind.RESPONDER: BULK, Kind.STAFF: BULK, Kind.PAGE: PAGE}


class Sender(Protocol):
    """Is what enqueuing needs of either keyring."""

    @property
    def programme(self) -> str:
        """Names the programme."""
        ...

    @property
    def sender_public(self) -> PublicKey:
        """Gives the key that outgoing messages are sealed to."""
        ...


@dataclass(frozen=True)
class SealedAddress:
    """Holds an address that was sealed to the sender key elsewhere; only dispatch opens it.

    Inside is JSON with `address`, `token`, the contact it belongs to (empty for a responder), and
    `via`, the provider she wrote through.
    """

    place: Place
    blob: bytes

    def written(self) -> dict[str, str | list[str]]:
        """Writes it as plain JSON."""
        return {"blob": b64encode(self.blob).decode(), "place": list(astuple(self.place))}

    @classmethod
    def read(cls, written: dict[str, str | list[str]]) -> Self:
        """Reads it again."""
        return cls(Place(*written["place"]), b64decode(str(written["blob"])))


@dataclass(frozen=True)
class ContactState:
    """Holds what the outbox knows of a contact: enough to keep still, not enough to find her."""

    token: str
    channel: Channel
    stopped: bool
    paused: bool
    window_ends: datetime | None
    last_inbound_hour: datetime | None
    since: date | None = None


@dataclass(frozen=True)
class Outgoing:
    """Holds one message in the clear, in memory only, on its way to a carrier.

    Buttons are pairs of payload and title. A template is a language: the neutral template of it
    goes out in place of the text, because the channel takes no other words now.
    """

    id: UUID
    address: Address
    text: str
    expires_at: datetime
    buttons: tuple[tuple[str, str], ...] = ()
    via: str = "twilio"
    template: str = ""


@dataclass(frozen=True)
class Claimed:
    """Holds a leased row: nobody else works on it until the lease ends.

    Owner and attempt are the fence: a worker that overslept its lease can no longer finish it.
    """

    id: UUID
    kind: Kind
    owner: str
    attempt: int
    expires_at: datetime
    body: bytes
    priority: int = ANSWER
    whole: UUID | None = None
    part: int = 0
