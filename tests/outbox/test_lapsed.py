from __future__ import annotations

from uuid import UUID

from sqlalchemy import text

from outbox import leases
from outbox.dispatch import run_once
from outbox.model import State
from tests.outbox.makers import (
    PostRoom,
    RecordingCarrier,
    queue_message,
    state_of,
)


def body_of(room: PostRoom, message_id: UUID) -> bytes | None:
    with room.database.reading() as session:
        rows = session.execute(text("SELECT id, body FROM message")).all()
    found: dict[str, bytes | None] = {str(row[0]).replace("-", ""): row[1] for row in rows}
    return found[message_id.hex]


def lapse(room: PostRoom) -> None:
    """Pretends that a worker went away an hour ago."""
    with room.database.unit_of_work() as session:
        session.execute(
            text("UPDATE message SET lease_until = :then WHERE lease_until IS NOT NULL"),
            {"then": "2020-01-01 00:00:00.000000"},
        )


def test_a_worker_that_died_while_sending_leaves_a_maybe(room: PostRoom) -> None:
    message_id = queue_message(room)
    with room.database.unit_of_work() as session:
        assert len(leases.claim(session, "dead", room.clock.now(), 1)) == 1
    lapse(room)
    carrier = RecordingCarrier()
    with room.database.reading() as session:
        assert leases.anything_due(session, room.clock.now())
    run_once(room, carrier, "alive")
    assert carrier.sent == []
    assert state_of(room, message_id) is State.MAYBE_SENT
    assert body_of(room, message_id) is None


def test_where_repeating_shows_nothing_twice_it_is_repeated(room: PostRoom) -> None:
    queue_message(room, "again")
    with room.database.unit_of_work() as session:
        leases.claim(session, "dead", room.clock.now(), 1)
    lapse(room)
    carrier = RecordingCarrier(repeatable=True)
    run_once(room, carrier, "alive")
    assert [one.text for one in carrier.sent] == ["again"]


def test_a_worker_that_overslept_can_no_longer_finish(room: PostRoom) -> None:
    message_id = queue_message(room)
    with room.database.unit_of_work() as session:
        (stale,) = leases.claim(session, "sleeper", room.clock.now(), 1)
    lapse(room)
    run_once(room, RecordingCarrier(repeatable=True), "alive")
    with room.database.unit_of_work() as session:
        assert not leases.finish(session, stale, State.FAILED, None, room.clock.now())
    assert state_of(room, message_id) is State.ACCEPTED
