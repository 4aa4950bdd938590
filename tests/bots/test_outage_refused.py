"""A kept text that is damaged or refused is put aside and holds up nobody."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import IntegrityError

from bots import conversation, outage, stateless
from bots.replying import Hearing
from kernel.vocabulary import Inbound
from pathway.desk import House
from tests.bots.outages import away, count, inbound
from tests.practice import Practice


@pytest.fixture
def house(practice: Practice) -> House:
    stateless.refresh(practice.house)
    return practice.house


def test_what_cannot_be_opened_is_put_aside_and_stops_nobody(house: House) -> None:
    with away(house):
        outage.hear_or_keep(house, inbound("JACARANDA", 1))
        outage.hear_or_keep(house, inbound("JACARANDA", 2))
    folder = house.settings.var_dir / "spool"
    first = min(path for path in folder.iterdir() if "." not in path.name)
    first.write_bytes(b"damaged")
    assert outage.drain(house) == 0
    assert outage.waiting(house) == (0, 1)
    assert count(house, "inbound") == 1


def test_one_that_the_database_refuses_holds_up_nobody(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    with away(house):
        for number in range(3):
            outage.hear_or_keep(house, inbound("JACARANDA", number))
    real = conversation.hear

    def hear(house: House, message: Inbound) -> Hearing:
        if message.message_id.endswith("0"):
            raise IntegrityError("", None, ValueError())
        return real(house, message)

    monkeypatch.setattr("bots.outage.hear", hear)
    assert outage.drain(house) == 1
    assert count(house, "inbound") == 2
    for _ in range(2):
        outage.drain(house)
    assert outage.waiting(house) == (0, 1)
