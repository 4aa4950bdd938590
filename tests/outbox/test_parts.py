from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from outbox import store
from outbox.carrier import MaybeSent, Rejected
from outbox.dispatch import run_once
from outbox.errors import What
from outbox.model import Kind, State
from outbox.rows import MessageRow
from outbox.statuses import apply_status
from tests.outbox.makers import PostRoom, RecordingCarrier, queue_message

LONG = "word " * 700


def states(room: PostRoom) -> list[State]:
    with room.database.reading() as session:
        found = session.scalars(select(MessageRow.state).order_by(MessageRow.part)).all()
    return [State(one) for one in found]


def send_all(room: PostRoom, carrier: RecordingCarrier) -> list[str]:
    before = len(carrier.sent)
    while run_once(room, carrier, "w1"):
        pass
    return [one.text for one in carrier.sent[before:]]


def tell(room: PostRoom, message_id: UUID, status: str) -> None:
    with room.database.unit_of_work() as session:
        apply_status(session, str(message_id), status, None, b"h", room.clock.now())


def queue_long(room: PostRoom) -> UUID:
    return queue_message(room, LONG, kind=Kind.HUMAN, lives=timedelta(minutes=10))


def test_a_part_waits_for_news_of_the_one_before(room: PostRoom) -> None:
    carrier, first = RecordingCarrier(), queue_long(room)
    assert len(send_all(room, carrier)) == 1
    assert send_all(room, carrier) == []
    tell(room, first, "sent")
    assert len(send_all(room, carrier)) == 1
    tell(room, carrier.sent[1].id, "delivered")
    assert len(send_all(room, carrier)) == 1
    assert "".join(one.text for one in carrier.sent) == LONG


@pytest.mark.parametrize("outcomes", [[], [MaybeSent("timeout")]])
def test_or_for_five_seconds(lean_room: PostRoom, outcomes: list[MaybeSent]) -> None:
    carrier = RecordingCarrier([*outcomes])
    queue_long(lean_room)
    send_all(lean_room, carrier)
    lean_room.clock.advance(seconds=4)
    assert send_all(lean_room, carrier) == []
    lean_room.clock.advance(seconds=1)
    assert len(send_all(lean_room, carrier)) == 1


def test_a_part_that_is_tried_again_keeps_its_place(lean_room: PostRoom) -> None:
    carrier = RecordingCarrier([Rejected("20429", What.SLOW_DOWN)])
    queue_long(lean_room)
    for _ in range(20):
        send_all(lean_room, carrier)
        lean_room.clock.advance(seconds=1)
    assert "".join(one.text for one in carrier.sent[1:]) == LONG
    assert carrier.sent[0].id == carrier.sent[1].id


def test_when_a_part_is_lost_the_rest_stays_here(lean_room: PostRoom) -> None:
    carrier = RecordingCarrier([Rejected("30007", What.FIX_CONTENT)])
    queue_long(lean_room)
    send_all(lean_room, carrier)
    assert states(lean_room) == [State.FAILED, State.CANCELED, State.CANCELED]


def test_also_when_that_is_heard_late(room: PostRoom) -> None:
    carrier, first = RecordingCarrier(), queue_long(room)
    send_all(room, carrier)
    tell(room, first, "undelivered")
    room.clock.advance(seconds=6)
    assert send_all(room, carrier) == []
    assert states(room) == [State.UNDELIVERED, State.CANCELED, State.CANCELED]


def test_a_newer_text_takes_back_every_part(room: PostRoom) -> None:
    first = queue_long(room)
    with room.database.unit_of_work() as session:
        assert store.withdraw(session, first)
    assert set(states(room)) == {State.WITHDRAWN}
    with room.database.reading() as session:
        assert set(session.scalars(select(MessageRow.body))) == {None}


def test_buttons_come_with_the_last_part(lean_room: PostRoom) -> None:
    carrier = RecordingCarrier()
    queue_message(lean_room, LONG, buttons=[("7:1", "Yes")], lives=timedelta(minutes=10))
    for _ in range(4):
        send_all(lean_room, carrier)
        lean_room.clock.advance(seconds=6)
    assert [one.buttons for one in carrier.sent] == [(), (), (("7:1", "Yes"),)]
