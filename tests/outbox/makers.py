"""Makes the little house that the outbox needs, and messages to send."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

from kernel.clock import StoppedClock
from kernel.db import Database
from kernel.vocabulary import Address
from outbox import store
from outbox.carrier import Accepted, Outcome
from outbox.model import Kind, Outgoing, State
from vault.keyring import JobsKeyring, NewKeys, WebKeyring, create_keyrings

KEYS: NewKeys = create_keyrings("practice", practice=True)
ASHA = Address.parse("+15550100")
ASHA_ON_WHATSAPP = Address.parse("whatsapp:+15550100")
TOKEN = "a" * 64


@dataclass
class PostRoom:
    """Is all that the outbox needs of a house."""

    database: Database
    clock: StoppedClock
    keyring: WebKeyring = KEYS.web
    jobs_keyring: JobsKeyring = KEYS.jobs


@dataclass
class RecordingCarrier:
    """Takes what it is given and remembers it; or gives the outcomes it was told to give."""

    outcomes: list[Outcome] = field(default_factory=list)
    sent: list[Outgoing] = field(default_factory=list)
    repeatable: bool = False

    def send(self, outgoing: Outgoing, seconds_left: float) -> Outcome:
        assert seconds_left > 0
        self.sent.append(outgoing)
        return self.outcomes.pop(0) if self.outcomes else Accepted("SM1")


def queue_message(
    room: PostRoom,
    text: str = "Hello",
    *,
    kind: Kind = Kind.REPLY,
    address: Address = ASHA,
    lives: timedelta = timedelta(minutes=2),
    priority: int | None = None,
    heard: bool = True,
    token: str = TOKEN,
    **more: Any,  # noqa: ANN401 - whatever else a message may say of itself
) -> UUID:
    """Puts a message in the queue, from someone who was just heard."""
    now = room.clock.now()
    with room.database.unit_of_work() as session:
        if heard:
            store.hear_contact(session, token, address.channel, now)
        return store.enqueue(
            session, room.keyring, kind=kind, address=address, text=text, contact_token=token,
            now=now, expires_at=now + lives, priority=priority, **more,
        )  # fmt: skip


def state_of(room: PostRoom, message_id: UUID) -> State | None:
    """Says where a message stands."""
    with room.database.reading() as session:
        return store.state_of(session, message_id)
