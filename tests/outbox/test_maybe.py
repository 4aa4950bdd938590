from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from outbox.carrier import MaybeSent
from outbox.dispatch import run_once
from outbox.listed import Resolved
from outbox.maybe import resolve_maybe
from outbox.model import State
from outbox.rows import MessageRow
from outbox.statuses import Applied, apply_status
from tests.conftest import NOON
from tests.outbox.makers import PostRoom, RecordingCarrier, queue_message, state_of

HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Listed:
    """Is an outgoing message as a provider lists it."""

    at: datetime
    id: str = "SM1"
    recipient: str = "+15550100"
    text: str = "Hello"
    status: str = "delivered"
    error_code: str | None = None


def unknown(room: PostRoom, text: str = "Hello") -> UUID:
    """Leaves a message of which nobody knows whether it left."""
    message_id = queue_message(room, text)
    run_once(room, RecordingCarrier([MaybeSent("timeout")]), "w1")
    return message_id


def resolve(room: PostRoom, *listed: Listed) -> Resolved:
    now = room.clock.now()
    with room.database.unit_of_work() as session:
        return resolve_maybe(session, room.jobs_keyring, listed, now - HOUR, now)


def echoes(room: PostRoom) -> set[bytes | None]:
    with room.database.reading() as session:
        return set(session.scalars(select(MessageRow.echo)))


def test_the_list_tells_what_became_of_it(room: PostRoom) -> None:
    message_id = unknown(room)
    assert resolve(room, Listed(room.clock.now())) == Resolved(found=1)
    assert state_of(room, message_id) is State.DELIVERED
    assert echoes(room) == {None}
    with room.database.unit_of_work() as session:
        late = apply_status(session, str(message_id), "sent", None, b"", room.clock.now())
    assert late == Applied(State.DELIVERED, opted_out=False)


@pytest.mark.parametrize(
    ("status", "code", "state"),
    [
        ("sending", None, State.ACCEPTED),
        ("sent", None, State.SENT),
        ("undelivered", "30005", State.UNDELIVERED),
        ("failed", "63016", State.WINDOW_CLOSED),
        ("levitated", None, State.ACCEPTED),
    ],
)
def test_its_status_counts_as_news(
    lean_room: PostRoom, status: str, code: str | None, state: State
) -> None:
    message_id = unknown(lean_room)
    resolve(lean_room, Listed(lean_room.clock.now(), status=status, error_code=code))
    assert state_of(lean_room, message_id) is state


@pytest.mark.parametrize(
    "other",
    [
        Listed(NOON, text="Hello!"),
        Listed(NOON, recipient="+15550101"),
        Listed(NOON, recipient="whatsapp:+15550100"),
    ],
)
def test_other_words_or_another_person_prove_nothing(lean_room: PostRoom, other: Listed) -> None:
    message_id = unknown(lean_room)
    assert resolve(lean_room, other) == Resolved(unknown=1)
    assert state_of(lean_room, message_id) is State.MAYBE_SENT


@pytest.mark.parametrize("away", [timedelta(minutes=-5), timedelta(minutes=5)])
def test_another_time_proves_nothing(lean_room: PostRoom, away: timedelta) -> None:
    unknown(lean_room)
    assert resolve(lean_room, Listed(lean_room.clock.now() + away)) == Resolved(unknown=1)


def test_an_id_that_is_another_messages_proves_nothing(lean_room: PostRoom) -> None:
    queue_message(lean_room)
    run_once(lean_room, RecordingCarrier(), "w1")  # accepted under SM1
    unknown(lean_room)
    assert resolve(lean_room, Listed(lean_room.clock.now())) == Resolved(unknown=1)


def test_of_two_alike_each_finds_its_own(lean_room: PostRoom) -> None:
    first = unknown(lean_room)
    lean_room.clock.advance(seconds=2)
    second = unknown(lean_room)
    now = lean_room.clock.now()
    assert resolve(lean_room, Listed(now, status="sent")) == Resolved(found=1, unknown=1)
    done = resolve(lean_room, Listed(now), Listed(now, id="SM2", status="read"))
    assert done == Resolved(found=1)
    assert {state_of(lean_room, one) for one in (first, second)} == {State.SENT, State.READ}
