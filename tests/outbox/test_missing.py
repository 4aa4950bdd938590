from __future__ import annotations

import pytest

from outbox import store
from outbox.dispatch import run_once
from outbox.listed import Resolved
from outbox.model import State
from outbox.twilio import TwilioCarrier
from tests.outbox.makers import PostRoom, RecordingCarrier, queue_message, state_of
from tests.outbox.test_maybe import HOUR, Listed, echoes, resolve, unknown
from tests.outbox.test_twilio import settings
from tests.standins.provider import Provider


def test_what_the_list_does_not_hold_never_left_and_was_missed(room: PostRoom) -> None:
    message_id = unknown(room)
    room.clock.advance(minutes=9)
    assert resolve(room) == Resolved(unknown=1)
    room.clock.advance(minutes=1)
    assert resolve(room) == Resolved(missing=1)
    assert state_of(room, message_id) is State.EXPIRED
    with room.database.reading() as session:
        assert store.missed_since(session, room.clock.now() - HOUR) == 1
    assert run_once(room, RecordingCarrier(), "w1") == 0


def test_a_list_that_begins_later_proves_nothing(lean_room: PostRoom) -> None:
    message_id = unknown(lean_room)
    lean_room.clock.advance(hours=2)
    assert resolve(lean_room) == Resolved(unknown=1)
    assert state_of(lean_room, message_id) is State.MAYBE_SENT


def test_what_is_kept_to_compare_shows_nothing(lean_room: PostRoom) -> None:
    unknown(lean_room, "PLUMERIA")
    (echo,) = echoes(lean_room)
    assert echo is not None
    assert len(echo) == 32
    assert b"PLUMERIA" not in echo


def test_what_arrived_leaves_nothing_to_compare(lean_room: PostRoom) -> None:
    queue_message(lean_room)
    run_once(lean_room, RecordingCarrier(), "w1")
    assert echoes(lean_room) == {None}


@pytest.mark.parametrize("behaviour", ["reset", "taken", "garbage"])
def test_with_a_provider_that_broke_off(
    lean_room: PostRoom, provider: Provider, behaviour: str
) -> None:
    provider.next = [behaviour]
    message_id = queue_message(lean_room)
    run_once(lean_room, TwilioCarrier.of(settings(provider), timeout=0.5), "w1")
    assert state_of(lean_room, message_id) is State.MAYBE_SENT
    listed = [
        Listed(lean_room.clock.now(), one.sid, one.recipient, one.body, "sent")
        for one in provider.world.sent()
    ]
    assert resolve(lean_room, *listed) == Resolved(found=1)
    assert state_of(lean_room, message_id) is State.SENT
    assert len(provider.taken) == 1
