from __future__ import annotations

import pytest

from outbox import store
from outbox.carrier import MaybeSent
from outbox.dispatch import run_once
from outbox.model import State
from outbox.statuses import Applied, NotOurs, apply_status, take
from tests.outbox.makers import PostRoom, RecordingCarrier, queue_message


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
