"""Values of the outbox: what a message is, what it may do next, and what a carrier answers."""

from base64 import b64decode, b64encode
from dataclasses import astuple, dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol, Self
from uuid import UUID

from kernel.vocabulary import Address, Channel
from vault.sealing import Place, PublicKey


class Kind(StrEnum):
    """Names why a message is sent; the name says whom it may reach and how long it lives."""

    REPLY = "reply"
    HUMAN = "human"
    RESPONDER = "responder"
    OPT_OUT = "optout"


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

    Inside is JSON with `address` and `token`, the contact it belongs to (empty for a responder).
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


@dataclass(frozen=True)
class Outgoing:
    """Holds one message in the clear, in memory only, on its way to a carrier."""

    id: UUID
    address: Address
    text: str
    expires_at: datetime
    buttons: tuple[str, ...] = ()


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
