from __future__ import annotations

from itertools import permutations

import pytest

from outbox import store
from outbox.carrier import MaybeSent
from outbox.dispatch import run_once
from outbox.model import State
from outbox.statuses import Applied, NotOurs, apply_status, state_after, take
from tests.outbox.makers import PostRoom, RecordingCarrier, queue_message

NEWS = ("queued", "sending", "sent", "delivered", "read")


@pytest.mark.parametrize("order", list(permutations(NEWS)))
def test_in_any_order_it_ends_at_the_highest(order: tuple[str, ...]) -> None:
    state = State.ACCEPTED
    for status in order:
        state = state_after(state, status, None)
    assert state is State.READ


@pytest.mark.parametrize("end", ["failed", "undelivered", "canceled"])
@pytest.mark.parametrize("late", ["queued", "sent", "delivered", "read"])
def test_an_end_is_an_end(end: str, late: str) -> None:
    ended = state_after(State.SENT, end, None)
    assert ended.value == end
    assert state_after(ended, late, None) is ended


@pytest.mark.parametrize("state", [State.DELIVERED, State.READ])
def test_what_arrived_did_not_fail(state: State) -> None:
    assert state_after(state, "failed", 30008) is state


def test_partially_delivered_stands_with_sent() -> None:
    assert state_after(State.ACCEPTED, "partially_delivered", None) is State.SENT
    assert state_after(State.SENT, "partially_delivered", None) is State.SENT


@pytest.mark.parametrize(
    ("code", "expected"),
    [(30036, State.EXPIRED), (63016, State.WINDOW_CLOSED), (63032, State.STOPPED)],
)
def test_some_codes_say_more_than_failed(code: int, expected: State) -> None:
    assert state_after(State.ACCEPTED, "failed", code) is expected


@pytest.mark.parametrize("status", ["", "levitated", "DELIVERED", "x" * 500])
def test_a_status_nobody_knows_is_kept_and_moves_nothing(room: PostRoom, status: str) -> None:
    message_id = queue_message(room)
    run_once(room, RecordingCarrier(), "w1")
    with room.database.unit_of_work() as session:
        found = apply_status(session, str(message_id), status, None, b"h", room.clock.now())
        assert found == Applied(State.ACCEPTED, opted_out=False)
        assert (status[:40], None) in store.deliveries(session, message_id)


@pytest.mark.parametrize("ours", ["", "not an id", "8d3c1f4e-5b7a-4c21-9d0e-6a2f9b7c1e55"])
def test_an_id_that_is_not_ours_is_not_an_accident(room: PostRoom, ours: str) -> None:
    with room.database.unit_of_work() as session:
        news = apply_status(session, ours, "sent", None, b"h", room.clock.now())
    assert news == NotOurs()


def test_any_callback_proves_what_nobody_knew(room: PostRoom) -> None:
    message_id = queue_message(room)
    run_once(room, RecordingCarrier([MaybeSent("timeout")]), "w1")
    with room.database.unit_of_work() as session:
        apply_status(session, str(message_id), "sending", None, b"h", room.clock.now())
        assert store.state_of(session, message_id) is State.ACCEPTED


def test_a_block_heard_late_says_that_the_contact_is_stopped(room: PostRoom) -> None:
    message_id = queue_message(room)
    run_once(room, RecordingCarrier(), "w1")
    with room.database.unit_of_work() as session:
        news = apply_status(session, str(message_id), "failed", "63032", b"h", room.clock.now())
    assert news == Applied(State.STOPPED, opted_out=True)


@pytest.mark.parametrize("code", ["0", "", "x", "٣", "9" * 40, None])
def test_an_odd_error_code_is_no_accident(room: PostRoom, code: str | None) -> None:
    message_id = queue_message(room)
    run_once(room, RecordingCarrier(), "w1")
    with room.database.unit_of_work() as session:
        apply_status(session, str(message_id), "delivered", code, b"h", room.clock.now())
        assert store.state_of(session, message_id) is State.DELIVERED


def test_a_callback_is_taken_whole(room: PostRoom) -> None:
    message_id = queue_message(room)
    run_once(room, RecordingCarrier(), "w1")
    for status in ("delivered", "sent", "delivered"):
        news = take(room, str(message_id), "SM1", status, None)
        assert news == Applied(State.DELIVERED, opted_out=False)
    with room.database.reading() as session:
        events = [status for status, _ in store.deliveries(session, message_id)]
    assert sorted(events) == ["accepted", "delivered", "delivered", "sent"]
