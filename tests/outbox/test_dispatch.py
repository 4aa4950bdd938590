from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from sqlalchemy import text

from kernel.vocabulary import Channel
from outbox import store
from outbox.dispatch import run_once
from outbox.model import Kind, State
from tests.outbox.makers import (
    ASHA,
    ASHA_ON_WHATSAPP,
    TOKEN,
    PostRoom,
    RecordingCarrier,
    queue_message,
)


def state(room: PostRoom, message_id: UUID) -> State | None:
    with room.database.reading() as session:
        return store.state_of(session, message_id)


def events(room: PostRoom, message_id: UUID) -> tuple[tuple[str, str | None], ...]:
    with room.database.reading() as session:
        return store.deliveries(session, message_id)


def body_of(room: PostRoom, message_id: UUID) -> bytes | None:
    with room.database.reading() as session:
        rows = session.execute(text("SELECT id, body FROM message")).all()
    found: dict[str, bytes | None] = {str(row[0]).replace("-", ""): row[1] for row in rows}
    return found[message_id.hex]


def test_a_message_goes_once_and_is_erased(room: PostRoom) -> None:
    carrier, message_id = RecordingCarrier(), queue_message(room, "Is now a good time?")
    assert body_of(room, message_id) is not None
    assert run_once(room, carrier, "w1") == 1
    assert run_once(room, carrier, "w1") == 0
    assert [(one.address, one.text) for one in carrier.sent] == [(ASHA, "Is now a good time?")]
    assert state(room, message_id) is State.ACCEPTED
    assert body_of(room, message_id) is None


def test_the_row_does_not_show_what_it_says_or_to_whom(room: PostRoom) -> None:
    blob = body_of(room, queue_message(room, "PLUMERIA"))
    assert blob is not None
    assert b"PLUMERIA" not in bytes(blob)
    assert b"5550100" not in bytes(blob)


def test_a_late_reply_is_dropped_and_counted_as_a_missed_knock(room: PostRoom) -> None:
    carrier, message_id = RecordingCarrier(), queue_message(room)
    room.clock.advance(minutes=2)
    run_once(room, carrier, "w1")
    assert carrier.sent == []
    assert state(room, message_id) is State.EXPIRED
    assert body_of(room, message_id) is None
    with room.database.reading() as session:
        assert store.missed_since(session, room.clock.now() - timedelta(days=1)) == 1


def test_a_stopped_contact_hears_nothing_until_she_starts_again(room: PostRoom) -> None:
    carrier, first = RecordingCarrier(), queue_message(room)
    with room.database.unit_of_work() as session:
        store.mark_stopped(session, TOKEN)
    run_once(room, carrier, "w1")
    assert state(room, first) is State.STOPPED
    with room.database.unit_of_work() as session:
        store.mark_started(session, TOKEN)
    queue_message(room, "again")
    run_once(room, carrier, "w1")
    assert [one.text for one in carrier.sent] == ["again"]


def test_whatsapp_is_asked_for_its_window_at_the_last_moment(room: PostRoom) -> None:
    carrier = RecordingCarrier()
    message_id = queue_message(
        room, kind=Kind.HUMAN, address=ASHA_ON_WHATSAPP, lives=timedelta(days=2)
    )
    room.clock.advance(hours=24)
    run_once(room, carrier, "w1")
    assert carrier.sent == []
    assert state(room, message_id) is State.WINDOW_CLOSED


def test_the_urgent_goes_first_and_then_the_older(room: PostRoom) -> None:
    carrier = RecordingCarrier()
    for words, priority in (("first", 0), ("second", 0), ("danger", 5)):
        queue_message(room, words, priority=priority)
        room.clock.advance(seconds=1)
    while run_once(room, carrier, "w1"):
        pass
    assert [one.text for one in carrier.sent] == ["danger", "first", "second"]


def test_a_withdrawn_reply_never_leaves(room: PostRoom) -> None:
    carrier, old, new = RecordingCarrier(), queue_message(room, "old"), queue_message(room, "new")
    with room.database.unit_of_work() as session:
        assert store.withdraw(session, old)
        assert not store.withdraw(session, old)
    while run_once(room, carrier, "w1"):
        pass
    assert [one.text for one in carrier.sent] == ["new"]
    assert state(room, old) is State.WITHDRAWN
    assert body_of(room, old) is None
    with room.database.unit_of_work() as session:
        assert not store.withdraw(session, new)


def test_a_body_that_does_not_open_fails_alone(room: PostRoom) -> None:
    carrier, broken, sound = RecordingCarrier(), queue_message(room), queue_message(room, "sound")
    with room.database.unit_of_work() as session:
        session.execute(
            text("UPDATE message SET body = :body WHERE state = 'queued' AND body = :old"),
            {"body": b"cut", "old": body_of(room, broken)},
        )
    assert run_once(room, carrier, "w1", limit=5) == 2
    assert state(room, broken) is State.FAILED
    assert [one.text for one in carrier.sent] == ["sound"]
    assert state(room, sound) is State.ACCEPTED


def test_a_contact_is_heard_on_her_own_channel(room: PostRoom) -> None:
    now = room.clock.now()
    with room.database.unit_of_work() as session:
        heard = store.hear_contact(session, "b" * 64, Channel.SMS, now)
        assert heard.window_ends is None
        assert heard.last_inbound_hour == now.replace(minute=0)
        told = store.hear_contact(session, "c" * 64, Channel.WHATSAPP, now)
        assert told.window_ends == now + timedelta(hours=24)


def test_what_is_old_and_finished_is_forgotten(room: PostRoom) -> None:
    message_id = queue_message(room)
    room.clock.advance(seconds=1)
    waiting = queue_message(room, lives=timedelta(days=60))
    run_once(room, RecordingCarrier(), "w1")
    with room.database.unit_of_work() as session:
        store.forget_before(session, room.clock.now() + timedelta(seconds=1))
    assert state(room, message_id) is None
    assert state(room, waiting) is State.QUEUED
    assert events(room, message_id) == ()
