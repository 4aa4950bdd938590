"""Senders keep their pace on a clock that is moved by hand; nothing here sleeps."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from kernel.settings import Settings
from kernel.vocabulary import Address
from outbox import lanes
from outbox.carrier import Rejected
from outbox.dispatch import run_once
from outbox.errors import What
from outbox.model import BULK, DANGER, Kind, State
from outbox.rates import DEFAULTS, Lane, read_rates, segments_of
from tests.conftest import NOON
from tests.outbox.makers import (
    ASHA,
    ASHA_ON_WHATSAPP,
    PostRoom,
    RecordingCarrier,
    queue_message,
    state_of,
)

SLOW: Mapping[str, float] = {"twilio:sms": 1.0}
LONG = "x" * 160 * 3


def queue(room: PostRoom, words: str, **more: Any) -> UUID:  # noqa: ANN401 - as the maker has it
    """Queues a message just after the one before."""
    room.clock.advance(seconds=0.001)
    return queue_message(room, words, **more)


def run(
    room: PostRoom, carrier: RecordingCarrier, seconds: int, workers: int = 1
) -> list[list[str]]:
    """Lets workers look once a second, and returns what left in each of the seconds."""
    left = []
    for _ in range(seconds):
        before = len(carrier.sent)
        for worker in range(workers):
            while run_once(room, carrier, f"w{worker}", rates=SLOW):
                pass
        left.append([one.text for one in carrier.sent[before:]])
        room.clock.advance(seconds=1)
    return left


def test_one_segment_a_second_leaves(lean_room: PostRoom) -> None:
    for number in range(4):
        queue(lean_room, str(number))
    assert run(lean_room, RecordingCarrier(), 5) == [["0"], ["1"], ["2"], ["3"], []]


def test_several_workers_share_one_pace(lean_room: PostRoom) -> None:
    for number in range(4):
        queue(lean_room, str(number))
    assert run(lean_room, RecordingCarrier(), 4, workers=3) == [["0"], ["1"], ["2"], ["3"]]


def test_workers_at_the_same_moment_share_it_too(room: PostRoom) -> None:
    for number in range(12):
        queue(room, str(number))
    carrier = RecordingCarrier()

    def work(worker: int) -> None:
        for _ in range(4):
            run_once(room, carrier, f"w{worker}", rates={"twilio:sms": 3.0})

    with ThreadPoolExecutor(4) as workers:
        list(workers.map(work, range(4)))
    assert len(carrier.sent) == 3
    assert len({one.id for one in carrier.sent}) == 3


def test_a_long_text_costs_what_it_weighs(lean_room: PostRoom) -> None:
    queue(lean_room, LONG)
    lean_room.clock.advance(seconds=1)
    queue(lean_room, "next")
    sent = run(lean_room, RecordingCarrier(), 6)
    # Four parts of 153 letters from a lane of one: three seconds are owed.
    assert sent == [[LONG], [], [], [], ["next"], []]


def test_danger_goes_before_answers_and_answers_before_what_can_wait(lean_room: PostRoom) -> None:
    for words, priority in (("bulk", BULK), ("answer", None), ("danger", DANGER)):
        queue(lean_room, words, priority=priority)
        lean_room.clock.advance(seconds=1)
    sent = run(lean_room, RecordingCarrier(), 4)
    assert sent == [["danger"], ["answer"], ["bulk"], []]


def test_what_can_wait_waits_until_the_lane_has_room_again(room: PostRoom) -> None:
    queue(room, LONG)
    queue(room, "bulk", priority=BULK, lives=timedelta(hours=1))
    carrier = RecordingCarrier()
    assert run(room, carrier, 5) == [[LONG], [], [], [], ["bulk"]]
    queue(room, "bulk again", priority=BULK, lives=timedelta(hours=1))
    queue(room, "answer")
    assert run(room, carrier, 3) == [["answer"], ["bulk again"], []]


def test_a_full_lane_holds_up_no_other(lean_room: PostRoom) -> None:
    for number in range(3):
        queue(lean_room, f"sms {number}")
    queue(lean_room, "whatsapp", address=ASHA_ON_WHATSAPP)
    queue(lean_room, "other road", via="africastalking")
    assert sorted(run(lean_room, RecordingCarrier(), 1)[0]) == ["other road", "sms 0", "whatsapp"]


def test_waiting_for_a_lane_is_no_attempt(lean_room: PostRoom) -> None:
    ids = [queue(lean_room, str(number), lives=timedelta(hours=1)) for number in range(12)]
    run(lean_room, RecordingCarrier(), 12)
    assert {state_of(lean_room, one) for one in ids} == {State.ACCEPTED}


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


def test_a_clock_that_went_back_takes_nothing_away() -> None:
    lane = Lane("twilio:sms", 0.5, NOON)
    assert lane.filled(1.0, NOON - timedelta(hours=1)) == 0.5
    assert lane.filled(1.0, NOON + timedelta(hours=1)) == 1.0


def test_only_sms_is_weighed_in_segments() -> None:
    assert segments_of(ASHA, LONG) == 4
    assert segments_of(ASHA_ON_WHATSAPP, LONG) == 1
    assert segments_of(Address.parse("+15550100"), "ñ" + "щ" * 70) == 2


def test_the_setting_stands_over_the_defaults() -> None:
    rates = read_rates("twilio:sms=10, meta:whatsapp=500")
    assert rates == {**DEFAULTS, "twilio:sms": 10.0, "meta:whatsapp": 500.0}


@pytest.mark.parametrize("written", ["twilio:sms", "twilio:sms=fast", "twilio:sms=0", "=1"])
def test_a_setting_that_cannot_be_read_refuses_to_start(written: str) -> None:
    with pytest.raises(ValueError, match="send_rates"):
        Settings.load(send_rates=written)


def test_a_responder_waits_behind_answers(lean_room: PostRoom) -> None:
    queue(lean_room, "to a responder", kind=Kind.RESPONDER)
    queue(lean_room, "answer")
    assert run(lean_room, RecordingCarrier(), 2) == [["answer"], ["to a responder"]]
