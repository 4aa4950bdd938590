"""What an outage needs to know lies sealed beside the spool, and is kept up to date."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from bots import outage, stateless
from bots.outage import Outage
from kernel.clock import StoppedClock
from pathway.desk import House
from tests.bots.outages import away, inbound
from tests.practice import Practice


@pytest.fixture
def house(practice: Practice) -> House:
    stateless.refresh(practice.house)
    return practice.house


def test_the_public_settings_lie_sealed(house: House) -> None:
    sealed = (house.settings.var_dir / "outage.sealed").read_bytes()
    assert b"Marigold" not in sealed
    assert b"10111" not in sealed


def test_without_settings_the_line_is_silent_and_still_keeps(house: House) -> None:
    (house.settings.var_dir / "outage.sealed").unlink()
    with away(house):
        kept = outage.hear_or_keep(house, inbound("he has a knife help me now", 1))
    assert kept == Outage(None, kept=True)


def test_settings_are_written_again_when_they_change(house: House, clock: StoppedClock) -> None:
    before = stateless.recall(house)
    with house.database.unit_of_work() as session:
        session.execute(
            text("UPDATE programme SET settings = json_set(settings, '$.emergency', '112')")
        )
    stateless.refresh(house)
    assert stateless.recall(house) == before, "it looks once a minute"
    clock.advance(minutes=2)
    stateless.refresh(house)
    after = stateless.recall(house)
    assert after is not None
    assert after.emergency == "112"
