"""From what she told to what is asked for: pure, and never against her."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from kernel.vocabulary import Category, Tier
from pathway.told import Told, category_of, fields_told, happened, need_of, packet_of, tier_of

NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)


def told(**answers: str) -> Told:
    return Told(answers, "es")


@pytest.mark.parametrize(
    ("answers", "category"),
    [
        ({}, Category.PSYCHOSOCIAL),
        ({"type": "physical_assault"}, Category.SHELTER),
        ({"type": "control"}, Category.LEGAL),
        ({"type": "threats"}, Category.PSYCHOSOCIAL),
        ({"type": "sexual_unspecified"}, Category.PSYCHOSOCIAL),
        ({"type": "sexual_unspecified", "clinic": "yes"}, Category.HEALTH),
        ({"type": "physical_assault", "clinic": "yes"}, Category.HEALTH),
        ({"type": "unknown", "clinic": "no"}, Category.PSYCHOSOCIAL),
    ],
)
def test_the_service_asked_first(answers: dict[str, str], category: Category) -> None:
    assert category_of(told(**answers)) is category


def test_danger_comes_before_every_clock() -> None:
    assert tier_of(Told({}, "es", in_danger=True), Category.LEGAL) is Tier.EMERGENCY
    assert tier_of(told(), Category.HEALTH) is Tier.URGENT
    assert tier_of(told(), Category.SHELTER) is Tier.URGENT
    assert tier_of(told(), Category.LEGAL) is Tier.NORMAL


def test_between_which_instants_it_can_have_been() -> None:
    def ago(hours: int) -> datetime:
        return NOW - timedelta(hours=hours)

    assert happened("today", NOW) == (ago(24), NOW)
    assert happened("three_days", NOW) == (ago(72), NOW)
    assert happened("five_days", NOW) == (ago(120), ago(72))
    assert happened("longer", NOW) == (None, ago(120))
    assert happened("ongoing", NOW) == (ago(24), NOW)
    assert happened("", NOW) == (None, None)
    assert happened("unknown", NOW) == (None, None)


def test_what_was_not_told_stays_not_told() -> None:
    need = need_of(told(type="unknown", when="unknown", area=""), Category.LEGAL, NOW)
    assert (need.area, need.feels_right, need.adult) == (None, None, None)
    assert (need.happened_from, need.happened_to) == (None, None)
    assert need.no_police
    assert need.needs_papers_safe
    assert not need_of(told(), Category.POLICE, NOW).no_police


def test_a_request_names_only_what_she_told() -> None:
    assert fields_told(told()) == ("language",)
    assert fields_told(told(type="unknown", when="unasked", area="")) == ("language",)
    assert fields_told(told(type="threats", area="D3")) == ("what_happened", "area")
    assert "contact" not in fields_told(told(type="t", when="w", area="a", contact="+1555"))


def test_a_packet_holds_the_consented_fields_and_nothing_else() -> None:
    everything = told(type="threats", when="today", area="D3", feels="women", count="yes", who="x")
    assert packet_of(everything, ("when",)) == {"when": "today"}
    assert packet_of(everything, ("area", "language")) == {"area": "D3", "language": "es"}
    assert packet_of(everything, ()) == {}
    assert packet_of(told(), ("what_happened", "area")) == {}
    assert packet_of(everything, ("contact", "who", "count")) == {}
