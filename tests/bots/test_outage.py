"""With the database away nothing is lost, and what waited is heard later, in order."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import OperationalError

from bots import outage, stateless
from bots.outage import Outage
from bots.replying import Heard, Hearing
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


def test_a_repeat_of_what_was_drained_changes_nothing(house: House) -> None:
    with away(house):
        outage.hear_or_keep(house, inbound("JACARANDA", 1))
    outage.drain(house)
    again = outage.hear_or_keep(house, inbound("JACARANDA", 1))
    assert isinstance(again, Hearing)
    assert again.outcome is Heard.REPEATED
    assert count(house, "inbound") == 1
