"""The fake provider tells of what it was sent: twice, backwards or late, it ends the same."""

from __future__ import annotations

import pytest

from commands.fakes.telling import call_back
from outbox import statuses, store
from outbox.dispatch import run_once
from outbox.model import State
from outbox.statuses import Applied, NotOurs
from tests.outbox.makers import ASHA_ON_WHATSAPP, queue_message, state_of
from tests.outbox.street import ROADS, Street


@pytest.mark.parametrize("via", ROADS)
@pytest.mark.parametrize(("order", "times"), [("plain", 1), ("reversed", 1), ("reversed", 3)])
def test_in_any_order_and_however_often_it_was_delivered(
    street: Street, via: str, order: str, times: int
) -> None:
    message_id = street.send(via)
    assert state_of(street.room, message_id) is State.ACCEPTED
    street.world.mischief.callbacks, street.world.mischief.times = order, times
    assert call_back(street.world) == 2 * times
    assert state_of(street.room, message_id) is State.DELIVERED
    with street.room.database.reading() as session:
        assert len(store.deliveries(session, message_id)) == 1 + 2 * times


@pytest.mark.parametrize(
    ("via", "behaviour", "state"),
    [
        ("twilio", "late:63016", State.WINDOW_CLOSED),
        ("twilio", "late:30005", State.UNDELIVERED),
        ("twilio", "late:30036", State.EXPIRED),
        ("meta", "late:131047", State.WINDOW_CLOSED),
        ("meta", "late:131026", State.FAILED),
        ("africastalking", "late:500", State.UNDELIVERED),
    ],
)
def test_a_failure_that_comes_late_is_seen(
    street: Street, via: str, behaviour: str, state: State
) -> None:
    street.world.mischief.next = [behaviour]
    message_id = street.send(via)
    call_back(street.world)
    assert state_of(street.room, message_id) is state


@pytest.mark.parametrize(("via", "behaviour"), [("twilio", "late:63032"), ("meta", "late:131050")])
def test_a_block_that_comes_late_says_so(street: Street, via: str, behaviour: str) -> None:
    street.world.mischief.next = [behaviour]
    street.send(via)
    call_back(street.world)
    assert street.told == [Applied(State.STOPPED, opted_out=True)]


@pytest.mark.parametrize("via", ["twilio", "meta"])
@pytest.mark.parametrize("behaviour", ["reset", "taken", "garbage"])
def test_a_callback_with_our_id_proves_what_nobody_knew(
    street: Street, via: str, behaviour: str
) -> None:
    street.world.mischief.next = [behaviour]
    message_id = street.send(via)
    assert state_of(street.room, message_id) is State.MAYBE_SENT
    call_back(street.world)
    assert state_of(street.room, message_id) is State.DELIVERED
    assert len(street.world.sent()) == 1


def test_a_report_of_nothing_of_ours_moves_nothing(street: Street) -> None:
    told = statuses.take(street.room, "", "ATPid_0", "Success", None, provider="africastalking")
    assert told == NotOurs()


def test_callbacks_that_are_lost_leave_it_accepted(street: Street) -> None:
    street.world.mischief.drop = 1.0
    message_id = street.send("twilio")
    call_back(street.world)
    assert len(street.world.lost) == 2
    assert state_of(street.room, message_id) is State.ACCEPTED


def test_outside_the_window_the_provider_says_so_afterwards(street: Street) -> None:
    street.world.window_closed.add("whatsapp:+15550100")
    message_id = queue_message(street.room, address=ASHA_ON_WHATSAPP, via="twilio")
    run_once(street.room, street.board, "w1")
    assert state_of(street.room, message_id) is State.ACCEPTED
    call_back(street.world)
    assert state_of(street.room, message_id) is State.WINDOW_CLOSED
