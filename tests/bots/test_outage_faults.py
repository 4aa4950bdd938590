"""Whatever else fails in an outage, nobody loses her message and nobody is held up."""

from __future__ import annotations

import sqlite3

import pytest

from bots import outage, stateless
from bots.outage import Outage
from kernel.db import Database
from pathway.desk import House
from tests.bots.outages import away, count, inbound
from tests.practice import Practice


@pytest.fixture
def house(practice: Practice) -> House:
    stateless.refresh(practice.house)
    return practice.house


def test_if_nothing_can_be_kept_the_provider_is_told_so(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bots.spool.os.fsync", _disk_full)
    with away(house):
        lost = outage.hear_or_keep(house, inbound("JACARANDA", 1))
    assert isinstance(lost, Outage)
    assert not lost.kept
    assert outage.waiting(house) == (0, 0)


def test_a_locked_database_costs_nobody_her_message(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kernel.db._BUSY_SECONDS", 0.1)
    house.database.close()
    house.database = Database.open(str(house.database.url))
    other = sqlite3.connect(str(house.database.url.database), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    kept = outage.hear_or_keep(house, inbound("he has a knife help me now", 1))
    assert isinstance(kept, Outage)
    assert kept.kept
    other.execute("ROLLBACK")
    other.close()
    assert outage.drain(house) == 0
    assert count(house, "alarm") == 1


def test_a_crash_between_commit_and_removal_only_repeats(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    with away(house):
        outage.hear_or_keep(house, inbound("he has a knife help me now", 1))
    with monkeypatch.context() as broken:
        broken.setattr("bots.spool.Spool.drop", _power_cut)
        with pytest.raises(KeyboardInterrupt):
            outage.drain(house)
    assert count(house, "alarm") == 1
    assert outage.waiting(house) == (1, 0)
    assert outage.drain(house) == 0
    assert (count(house, "inbound"), count(house, "alarm")) == (1, 1)


def _power_cut(*_: object) -> None:
    raise KeyboardInterrupt


def _disk_full(_: int) -> None:
    raise OSError(28, "no space left on device")
