"""With the database away danger gets one line, from public settings that lie sealed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bots import outage, stateless
from bots.outage import Outage
from pathway.desk import House
from tests.bots.outages import away, count, inbound
from tests.practice import Practice


@pytest.fixture
def house(practice: Practice) -> House:
    stateless.refresh(practice.house)
    return practice.house


def test_danger_kept_meanwhile_stands_red_afterwards(house: House) -> None:
    with away(house):
        said = outage.hear_or_keep(house, inbound("he has a knife help me now", 1))
    assert said == Outage(
        "This is Marigold Line. We cannot answer now. Fast help: call 10111."
        " Please write again later.",
        kept=True,
    )
    assert count(house, "alarm") == 0
    outage.drain(house)
    assert count(house, "alarm") == 1


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("me va a matar ayuda", "es"),
        ("SOS", "en"),
        ("P near the market", "en"),
        ("X", None),
        ("STOP", None),
        ("hello", None),
        ("JACARANDA", None),
        ("1", None),
        ("", None),
    ],
)
def test_only_danger_gets_the_line(house: House, said: str, language: str | None) -> None:
    public = stateless.recall(house)
    assert public is not None
    assert stateless.heard_danger(said, public) == language
    found = stateless.line_for(house, inbound(said, 1))
    assert (found is None) == (language is None)


def test_the_provider_s_own_answer_to_help_is_not_repeated(house: House) -> None:
    assert stateless.line_for(house, replace(inbound("HELP", 1), opt_out="HELP")) is None
