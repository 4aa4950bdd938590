"""The provider's news of a message, applied so that it never moves back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol
from uuid import UUID

from sqlalchemy.orm import Session

from kernel.clock import Clock
from kernel.db import Database
from outbox import store
from outbox.errors import What, read_code, what_to_do
from outbox.model import State
from outbox.news import state_after
from vault.sendings import sending_handle

__all__ = ["PROVIDER", "Applied", "NotOurs", "apply_status", "state_after", "take"]

PROVIDER: Final = "twilio"


@dataclass(frozen=True)
class Applied:
    """Says where the message stands now, and whether its contact must not be written to again."""

    state: State
    opted_out: bool


@dataclass(frozen=True)
class NotOurs:
    """Says that no message goes by that id; the provider is answered as always."""


class House(Protocol):
    """Is what news of a message needs of the house."""

    @property
    def database(self) -> Database:
        """Gives the database."""
        ...

    @property
    def clock(self) -> Clock:
        """Gives the clock."""
        ...


def take(
    house: House,
    our_id: str,
    provider_id: str,
    status: str,
    error_code: str | None,
    provider: str = PROVIDER,
) -> Applied | NotOurs:
    """Applies one callback in a unit of work of its own.

    Where the provider does not give our id back, its own id finds the message.
    """
    handle = sending_handle(provider, provider_id)
    with house.database.unit_of_work() as session:
        found = our_id or str(store.by_handle(session, handle) or "")
        return apply_status(session, found, status, error_code, handle, house.clock.now(), provider)


def apply_status(
    session: Session,
    our_id: str,
    status: str,
    error_code: str | None,
    provider_handle: bytes,
    now: datetime,
    provider: str = PROVIDER,
) -> Applied | NotOurs:
    """Keeps one callback as an event and moves its message on, never back."""
    message_id = _read_id(our_id)
    state = None if message_id is None else store.locked_state(session, message_id)
    if message_id is None or state is None:
        return NotOurs()
    code = read_code(error_code)
    store.add_delivery(session, message_id, status, None if code is None else str(code), now)
    store.set_provider_handle(session, message_id, provider_handle)
    after = state_after(state, status, code, provider)
    if after is not state:
        store.set_state(session, message_id, after)
    return Applied(after, opted_out=what_to_do(code, provider) is What.OPTED_OUT)


def _read_id(written: str) -> UUID | None:
    try:
        return UUID(written)
    except ValueError:
        return None
