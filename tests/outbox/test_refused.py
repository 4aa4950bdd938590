from __future__ import annotations

from uuid import UUID

from outbox import store
from outbox.carrier import MaybeSent, Rejected
from outbox.dispatch import run_once
from outbox.errors import What
from outbox.model import State
from tests.outbox.makers import (
    TOKEN,
    PostRoom,
    RecordingCarrier,
    queue_message,
    state_of,
)


def events(room: PostRoom, message_id: UUID) -> tuple[tuple[str, str | None], ...]:
    with room.database.reading() as session:
        return store.deliveries(session, message_id)


def test_nobody_knows_means_never_again(room: PostRoom) -> None:
    carrier = RecordingCarrier([MaybeSent("timeout")])
    message_id = queue_message(room)
    run_once(room, carrier, "w1")
    room.clock.advance(seconds=60)
    assert run_once(room, carrier, "w1") == 0
    assert len(carrier.sent) == 1
    assert state_of(room, message_id) is State.MAYBE_SENT
    assert events(room, message_id) == (("maybe_sent", "timeout"),)


def test_slow_down_comes_back_later_inside_the_expiry(room: PostRoom) -> None:
    carrier = RecordingCarrier([Rejected("20429", What.SLOW_DOWN)])
    message_id = queue_message(room)
    run_once(room, carrier, "w1")
    assert state_of(room, message_id) is State.QUEUED
    assert run_once(room, carrier, "w1") == 0
    room.clock.advance(seconds=2)
    run_once(room, carrier, "w1")
    assert len(carrier.sent) == 2
    assert state_of(room, message_id) is State.ACCEPTED


def test_slow_down_without_end_ends_with_the_expiry(room: PostRoom) -> None:
    carrier = RecordingCarrier([Rejected("20429", What.SLOW_DOWN)] * 50)
    message_id = queue_message(room)
    for _ in range(130):
        run_once(room, carrier, "w1")
        room.clock.advance(seconds=1)
    assert state_of(room, message_id) is State.EXPIRED
    assert len(carrier.sent) <= 7


def test_an_opt_out_the_provider_knows_of_becomes_ours(room: PostRoom) -> None:
    carrier, message_id = RecordingCarrier([Rejected("21610", What.OPTED_OUT)]), queue_message(room)
    run_once(room, carrier, "w1")
    assert state_of(room, message_id) is State.STOPPED
    with room.database.reading() as session:
        contact = store.contact(session, TOKEN)
    assert contact is not None
    assert contact.stopped


def test_a_code_nobody_knows_is_not_repeated(room: PostRoom) -> None:
    carrier, message_id = RecordingCarrier([Rejected("99999", What.UNKNOWN)]), queue_message(room)
    run_once(room, carrier, "w1")
    assert run_once(room, carrier, "w1") == 0
    assert state_of(room, message_id) is State.FAILED
