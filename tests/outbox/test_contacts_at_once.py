"""Many threads hear from one contact at once: nothing is lost on either database."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

from kernel.vocabulary import Channel
from outbox import store
from outbox.dispatch import run_once
from tests.conftest import NOON
from tests.outbox.makers import TOKEN, PostRoom, RecordingCarrier, queue_message

TIMES = [NOON + timedelta(minutes=number) for number in range(40)]


def test_the_window_only_grows(room: PostRoom) -> None:
    def hear(at: datetime) -> None:
        with room.database.unit_of_work() as session:
            store.hear_contact(session, TOKEN, Channel.WHATSAPP, at)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(hear, reversed(TIMES)))
    with room.database.reading() as session:
        contact = store.contact(session, TOKEN)
    assert contact is not None
    assert contact.window_ends == TIMES[-1] + timedelta(hours=24)


def test_many_workers_send_each_message_once(room: PostRoom) -> None:
    ids = [queue_message(room, f"text {number}") for number in range(30)]
    carrier = RecordingCarrier()

    def work(owner: str) -> None:
        while run_once(room, carrier, owner):
            pass

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(work, [f"worker {number}" for number in range(6)]))
    assert sorted(one.id for one in carrier.sent) == sorted(ids)
