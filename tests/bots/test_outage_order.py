"""However often the database goes, each text is heard once and in order."""

from __future__ import annotations

import pytest

from bots import outage, stateless
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


def test_her_next_turn_comes_after_what_waited_and_is_answered(house: House) -> None:
    with away(house):
        outage.hear_or_keep(house, inbound("JACARANDA", 1))
    answered = outage.hear_or_keep(house, inbound("JACARANDA", 2))
    assert isinstance(answered, Hearing)
    assert answered.outcome is Heard.ANSWERED
    assert outage.waiting(house) == (0, 0)
    assert (count(house, "inbound"), count(house, "message WHERE body IS NOT NULL")) == (2, 1)


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
