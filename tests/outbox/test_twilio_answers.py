from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from outbox import store
from outbox.carrier import Carrier, MaybeSent, Outcome, Rejected
from outbox.dispatch import run_once
from outbox.errors import What
from outbox.model import State
from outbox.rows import MessageRow
from outbox.twilio import TwilioCarrier
from tests.outbox.makers import TOKEN, PostRoom, queue_message
from tests.outbox.test_twilio import outgoing, settings
from tests.standins.provider import Provider


@pytest.fixture
def carrier(provider: Provider) -> Carrier:
    return TwilioCarrier.of(settings(provider), timeout=0.5)


@pytest.mark.parametrize(
    ("behaviour", "outcome"),
    [
        ("429", Rejected("20429", What.SLOW_DOWN)),
        ("500", MaybeSent("20500")),
        ("21610", Rejected("21610", What.OPTED_OUT)),
        ("21211", Rejected("21211", What.STOP_USING)),
        ("21617", Rejected("21617", What.FIX_CONTENT)),
        ("12345", Rejected("12345", What.UNKNOWN)),
    ],
)
def test_a_refusal_is_judged_by_its_code(
    provider: Provider, carrier: Carrier, behaviour: str, outcome: Outcome
) -> None:
    provider.next = [behaviour]
    assert carrier.send(outgoing(), 60) == outcome


@pytest.mark.parametrize("behaviour", ["hang", "reset", "garbage"])
def test_a_broken_answer_means_that_nobody_knows(
    provider: Provider, carrier: Carrier, behaviour: str
) -> None:
    provider.next = [behaviour]
    assert isinstance(carrier.send(outgoing(), 60), MaybeSent)
    assert len(provider.taken) == 1


def test_nobody_listening_proves_that_nothing_left(provider: Provider) -> None:
    dead = settings(provider, twilio_api_url="http://127.0.0.1:9")
    outcome = TwilioCarrier.of(dead, timeout=0.5).send(outgoing(), 60)
    assert outcome == Rejected("no_connection", What.RETRY)


@pytest.mark.parametrize("behaviour", ["take", "hang", "reset", "garbage", "500"])
def test_the_provider_takes_a_message_at_most_once(
    room: PostRoom, provider: Provider, carrier: Carrier, behaviour: str
) -> None:
    provider.next = [behaviour]
    queue_message(room)
    for _ in range(40):
        run_once(room, carrier, "w1")
        room.clock.advance(seconds=5)
    assert len(provider.asked) == 1
    with room.database.reading() as session:
        (row,) = session.execute(select(MessageRow.state, MessageRow.body)).all()
    assert State(row[0]) in {State.ACCEPTED, State.MAYBE_SENT}
    assert row[1] is None


def test_after_a_429_it_arrives_once(room: PostRoom, provider: Provider, carrier: Carrier) -> None:
    provider.next = ["429", "429"]
    queue_message(room, lives=timedelta(minutes=2))
    for _ in range(30):
        run_once(room, carrier, "w1")
        room.clock.advance(seconds=1)
    assert len(provider.asked) == 3
    assert len(provider.taken) == 1
    assert 1 <= int(provider.taken[0]["ValidityPeriod"]) < 120


def test_the_provider_s_stop_becomes_ours(
    room: PostRoom, provider: Provider, carrier: Carrier
) -> None:
    provider.next = ["21610"]
    queue_message(room)
    run_once(room, carrier, "w1")
    queue_message(room, "again")
    run_once(room, carrier, "w1")
    assert len(provider.asked) == 1
    with room.database.reading() as session:
        contact = store.contact(session, TOKEN)
    assert contact is not None
    assert contact.stopped
