"""With the database away nothing is lost, and what waited is heard later, in order."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import OperationalError

from bots import outage, stateless
from bots.outage import Outage
from bots.replying import Heard, Hearing
from kernel.vocabulary import Address
from outbox import practice as practice_phones
from pathway.desk import House
from tests.bots.outages import away, count, inbound
from tests.practice import Practice


@pytest.fixture
def house(practice: Practice) -> House:
    stateless.refresh(practice.house)
    return practice.house


@pytest.fixture
def house_on_both(practice_on_both: Practice) -> House:
    stateless.refresh(practice_on_both.house)
    return practice_on_both.house


def test_what_is_heard_meanwhile_is_kept_and_heard_in_order_afterwards(
    house_on_both: House,
) -> None:
    house = house_on_both
    with away(house):
        kept = [outage.hear_or_keep(house, inbound(f"text {n}", n)) for n in range(3)]
        assert kept == [Outage(None, kept=True)] * 3
        assert outage.waiting(house) == (3, 0)
        with pytest.raises(OperationalError):
            outage.drain(house)
        assert outage.waiting(house) == (3, 0)
    assert outage.drain(house) == 0
    assert outage.waiting(house) == (0, 0)
    assert count(house, "inbound") == 3
    assert count(house, "message WHERE state <> 'expired'") == 0, "what comes late gets no reply"


def test_her_next_turn_comes_after_what_waited_and_is_answered(house: House) -> None:
    with away(house):
        outage.hear_or_keep(house, inbound("JACARANDA", 1))
    answered = outage.hear_or_keep(house, inbound("JACARANDA", 2))
    assert isinstance(answered, Hearing)
    assert answered.outcome is Heard.ANSWERED
    assert outage.waiting(house) == (0, 0)
    assert (count(house, "inbound"), count(house, "message WHERE body IS NOT NULL")) == (2, 1)


def test_a_repeat_of_what_was_drained_changes_nothing(house: House) -> None:
    with away(house):
        outage.hear_or_keep(house, inbound("JACARANDA", 1))
    outage.drain(house)
    again = outage.hear_or_keep(house, inbound("JACARANDA", 1))
    assert isinstance(again, Hearing)
    assert again.outcome is Heard.REPEATED
    assert count(house, "inbound") == 1


def test_while_the_database_comes_and_goes_each_is_heard_once_and_in_order(house: House) -> None:
    phones = [Address.parse(f"+1555014{n:04d}") for n in range(4)]
    said = [inbound("JACARANDA", n, phones[n % 4]) for n in range(24)]
    for start in range(0, 24, 8):
        with away(house):
            for one in said[start : start + 5]:
                outage.hear_or_keep(house, one)
        for one in said[start + 5 : start + 8]:
            outage.hear_or_keep(house, one)
    outage.drain(house)
    assert outage.waiting(house) == (0, 0)
    assert count(house, "inbound") == 24
    for phone in phones:
        with house.database.reading() as session:
            thread = practice_phones.thread(session, house.keyring, phone)
        heard = [one for one in thread if one.direction == "in"]
        assert len(heard) == 6
