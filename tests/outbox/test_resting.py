from __future__ import annotations

from datetime import timedelta

from outbox import lanes
from outbox.carrier import Rejected
from outbox.dispatch import run_once
from outbox.errors import What
from outbox.model import State
from tests.outbox.makers import (
    PostRoom,
    RecordingCarrier,
    state_of,
)
from tests.outbox.pacing import SLOW, queue, run


def test_what_is_late_is_dropped_at_once_though_its_lane_rests(lean_room: PostRoom) -> None:
    first, late = queue(lean_room, "first"), queue(lean_room, "late")
    carrier = RecordingCarrier([Rejected("20429", What.SLOW_DOWN, 600)])
    run_once(lean_room, carrier, "w1", rates=SLOW)
    assert state_of(lean_room, first) is State.EXPIRED
    lean_room.clock.advance(minutes=2)
    run_once(lean_room, carrier, "w1", rates=SLOW)
    assert state_of(lean_room, late) is State.EXPIRED
    assert [one.text for one in carrier.sent] == ["first"]


def test_a_429_lets_the_whole_lane_rest_as_long_as_asked(room: PostRoom) -> None:
    queue(room, "first")
    queue(room, "second")
    carrier = RecordingCarrier([Rejected("20429", What.SLOW_DOWN, 7)])
    sent = run(room, carrier, 10)
    assert sent == [["first"], [], [], [], [], [], [], ["first"], ["second"], []]


def test_strikes_lengthen_the_rest_and_success_forgets_them(lean_room: PostRoom) -> None:
    queue(lean_room, "first", lives=timedelta(hours=1))
    carrier = RecordingCarrier([Rejected("20429", What.SLOW_DOWN)] * 3)
    waited = []
    for strike in range(3):
        before = lean_room.clock.now()
        while len(carrier.sent) == strike:
            run_once(lean_room, carrier, "w1", rates=SLOW)
            lean_room.clock.advance(seconds=1)
        waited.append((lean_room.clock.now() - before).total_seconds())
    assert waited[2] > waited[0]
    with lean_room.database.reading() as session:
        assert lanes.strikes(session, "twilio:sms") == 3
    run(lean_room, carrier, 20)
    with lean_room.database.reading() as session:
        assert lanes.strikes(session, "twilio:sms") == 0


def test_one_persons_limit_does_not_rest_the_lane(lean_room: PostRoom) -> None:
    queue(lean_room, "first")
    queue(lean_room, "second")
    carrier = RecordingCarrier([Rejected("131056", What.RETRY)])
    sent = run(lean_room, carrier, 4)
    assert sent[:2] == [["first"], ["second"]]
    assert ["first"] in sent[2:]
