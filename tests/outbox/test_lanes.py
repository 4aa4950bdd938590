"""Senders keep their pace on a clock that is moved by hand; nothing here sleeps."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from outbox import lanes, leases
from outbox.dispatch import run_once
from outbox.model import BULK, DANGER, Kind, State
from tests.outbox.makers import (
    ASHA_ON_WHATSAPP,
    PostRoom,
    RecordingCarrier,
    state_of,
)
from tests.outbox.pacing import LONG, SLOW, queue, run


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


def test_a_responder_waits_behind_answers(lean_room: PostRoom) -> None:
    queue(lean_room, "to a responder", kind=Kind.RESPONDER)
    queue(lean_room, "answer")
    assert run(lean_room, RecordingCarrier(), 2) == [["answer"], ["to a responder"]]


def test_nothing_is_due_while_its_lane_is_full(lean_room: PostRoom) -> None:
    queue(lean_room, "first")
    queue(lean_room, "second")
    run_once(lean_room, RecordingCarrier(), "w1", rates=SLOW)
    for seconds, due in ((0, False), (1, True)):
        lean_room.clock.advance(seconds=seconds)
        now = lean_room.clock.now()
        with lean_room.database.reading() as session:
            full = lanes.full(session, SLOW, now)
            assert leases.anything_due(session, now, full) is due
            assert leases.anything_due(session, now)
