"""What every carrier promises: take one message and say honestly what became of it."""

from dataclasses import dataclass
from typing import Protocol

from outbox.errors import What
from outbox.model import Outgoing


@dataclass(frozen=True)
class Accepted:
    """Says that the provider took the message, under its own id."""

    provider_id: str


@dataclass(frozen=True)
class Rejected:
    """Says that the provider did not take the message, with its code and what that asks of us.

    `retry_after` is how many seconds the provider asked us to wait, if it said so.
    """

    code: str
    what: What
    retry_after: float | None = None


@dataclass(frozen=True)
class MaybeSent:
    """Says that nobody knows: a time-out or a broken answer after the request went out."""

    code: str


Outcome = Accepted | Rejected | MaybeSent


class Carrier(Protocol):
    """Carries messages to people's phones."""

    @property
    def repeatable(self) -> bool:
        """Says whether sending the same id twice still shows one message."""
        ...

    def send(self, outgoing: Outgoing, seconds_left: float) -> Outcome:
        """Hands one message over; never raises for what the provider or the network does."""
        ...
