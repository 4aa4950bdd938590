"""Hard constraints before scores; each refusal carries its code; an empty result is an answer."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from kernel.vocabulary import Category, Tier
from referral.matching import find, match
from referral.model import Exclusion
from referral.offers import Offers
from tests.referral.makers import HERE, NOW, make_offer, make_spec

SHELTER = {"category": "shelter"}
AGO = NOW - timedelta(hours=71)


def codes(offer: dict[str, Any], spec: dict[str, Any]) -> tuple[str, ...]:
    offers = Offers(HERE, (make_offer(**offer),))
    return match(make_spec(**spec), offers, NOW)[0].codes


@pytest.mark.parametrize(
    ("offer", "spec", "expected"),
    [
        ({}, {}, ()),
        ({"status": "inactive"}, {}, ("H1",)),
        ({"verified_on": None}, {}, ("H1",)),
        ({"verified_on": date(2026, 8, 20)}, {}, ()),
        ({"verified_on": date(2026, 8, 19)}, {}, ("H1",)),
        ({"category": "legal"}, {}, ("H2",)),
        ({"areas": frozenset({"D2"})}, {}, ("H3",)),
        ({"areas": frozenset({"D2"}), "virtual": True}, {}, ()),
        ({"areas": frozenset({"D1"})}, {}, ()),
        ({"areas": frozenset(), "latitude": -26.0}, {}, ("H3",)),
        ({"areas": frozenset()}, {}, ()),
        ({"serves": "men"}, {}, ("H4",)),
        ({"serves": "men"}, {"feels_right": "women"}, ("H4",)),
        ({"serves": "women"}, {"feels_right": "women"}, ()),
        ({"serves": "anyone"}, {"feels_right": "women"}, ()),
        ({**SHELTER}, {"category": Category.SHELTER, "feels_right": "women"}, ("H4",)),
        ({"male_survivors": "unknown"}, {"feels_right": "men"}, ("H4",)),
        ({"serves": "anyone"}, {"feels_right": "men"}, ()),
        ({"trans_survivors": "unknown"}, {"feels_right": "anyone"}, ("H4",)),
        ({"serves": "women"}, {"feels_right": "anyone"}, ("H4",)),
        ({"maximum_age": 17}, {"adult": True}, ("H4",)),
        ({"maximum_age": 17}, {"adult": None}, ()),
        ({"minimum_age": 18}, {"adult": False}, ("H4",)),
        ({"minimum_age": 12, "maximum_age": 25}, {"adult": False}, ()),
        ({}, {"accessibility": frozenset({"sign_language"})}, ("H5",)),
        ({"languages": frozenset({"en"})}, {"language": "es", "language_hard": True}, ("H6",)),
        ({"languages": frozenset({"en"})}, {"language": "es"}, ()),
        ({}, {"exclusions": (Exclusion("organization", str(UUID(int=6))),)}, ("H7",)),
        ({}, {"exclusions": (Exclusion("location", str(UUID(int=4))),)}, ("H7",)),
        ({}, {"exclusions": (Exclusion("area", "D1-N2"),)}, ("H7",)),
        ({}, {"exclusions": (Exclusion("area", "D1-N3"),)}, ()),
        ({"tells_police": True}, {"no_police": True}, ("H8",)),
        ({"tells_police": True}, {}, ()),
        ({"category": "police"}, {"category": Category.POLICE, "no_police": True}, ("H8",)),
        ({"mediates": True}, {}, ("H9",)),
        ({"capacity_status": "full"}, {}, ("H11",)),
        ({"capacity_status": "unknown"}, {}, ()),
        ({"capacity_status": "waitlist"}, {}, ("H11",)),
        ({"capacity_status": "waitlist"}, {"accepts_waitlist": True}, ()),
        ({"fee": True}, {}, ("H12",)),
        ({"fee": True}, {"can_pay": True}, ()),
        ({"asks_papers": True}, {}, ("H13",)),
        ({"asks_papers": True}, {"needs_papers_safe": False}, ()),
        ({"status": "inactive", "fee": True, "mediates": True}, {}, ("H1", "H9", "H12")),
    ],
)
def test_each_constraint_has_its_code(
    offer: dict[str, Any], spec: dict[str, Any], expected: tuple[str, ...]
) -> None:
    assert codes(offer, spec) == expected


@pytest.mark.parametrize(
    ("hours", "tier", "fails"),
    [
        ("24/7", Tier.EMERGENCY, False),
        ("Mo-Fr 12:30-17:00", Tier.EMERGENCY, False),
        ("Mo-Fr 13:30-17:00", Tier.EMERGENCY, True),
        ("Mo-Fr 13:30-17:00", Tier.URGENT, False),
        ("Mo-Fr 08:00-11:00", Tier.URGENT, True),
        ("Mo-Fr 08:00-11:00", Tier.NORMAL, False),
        ("Mo 08:00-11:00", Tier.NORMAL, True),
        ('"by appointment"', Tier.NORMAL, True),
        ("no such hours", Tier.NORMAL, True),
        (None, Tier.NORMAL, True),
    ],
)
def test_unknown_hours_are_not_open(hours: str | None, tier: Tier, *, fails: bool) -> None:
    assert codes({"hours": hours}, {"tier": tier}) == (("H10",) if fails else ())


def test_a_clinic_must_open_before_the_medical_window_closes() -> None:
    tomorrow = {"hours": "Th 08:00-17:00"}
    assert codes(tomorrow, {"happened_to": AGO}) == ("H10",)
    assert codes(tomorrow, {"happened_to": NOW - timedelta(hours=1)}) == ()


def test_nobody_is_too_late_for_care() -> None:
    for hours in (73, 121, 2000):
        happened = NOW - timedelta(hours=hours)
        assert codes({}, {"happened_from": happened, "happened_to": happened}) == ()


def test_a_skipped_area_is_covered_by_the_whole_city_only() -> None:
    wide, narrow = make_offer(), make_offer(id=UUID(int=9), areas=frozenset({"D1"}))
    first, second = match(make_spec(area=None), Offers(None, (narrow, wide)), NOW)
    assert (first.offer_id, first.passed) == (wide.id, True)
    assert second.codes == ("H3",)


def test_the_empty_result_says_what_stood_in_the_way() -> None:
    offers = Offers(HERE, (make_offer(status="inactive"), make_offer(mediates=True, fee=True)))
    found = find(make_spec(), offers, NOW)
    assert found.offered == ()
    assert found.relaxed == ("distance", "language", "cost")
    assert found.barred == (("H1", 1), ("H12", 1), ("H9", 1))
    assert find(make_spec(), Offers(HERE, ()), NOW).offered == ()


def test_it_relaxes_in_order_and_no_further_than_needed() -> None:
    far = make_offer(areas=frozenset({"D2"}))
    other_language = make_offer(id=UUID(int=8), languages=frozenset())
    spec = make_spec(language_hard=True)
    found = find(spec, Offers(HERE, (far, other_language)), NOW)
    assert [(one.offer_id, one.waived) for one in found.offered] == [(far.id, ("H3",))]
    assert found.relaxed == ("distance",)
    found = find(spec, Offers(HERE, (other_language,)), NOW)
    assert found.relaxed == ("distance", "language")
    assert [one.waived for one in found.offered] == [("H6",)]


@pytest.mark.parametrize(
    ("offer", "spec"),
    [
        ({"verified_on": None}, {}),
        ({}, {"exclusions": (Exclusion("organization", str(UUID(int=5))),)}),
        ({"tells_police": True}, {"no_police": True}),
        ({"mediates": True}, {}),
        ({"asks_papers": True}, {}),
        (
            SHELTER,
            {"category": Category.SHELTER, "exclusions": (Exclusion("buffer", "D1-N2"),)},
        ),
    ],
)
def test_safety_is_never_relaxed(offer: dict[str, Any], spec: dict[str, Any]) -> None:
    offers = Offers(HERE, (make_offer(**offer),))
    assert find(make_spec(**spec), offers, NOW).offered == ()
    everything = frozenset(f"H{number}" for number in range(1, 14))
    assert not match(make_spec(**spec), offers, NOW, waived=everything)[0].passed


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({}, {"hours": "Mo-Fr 14:00-17:00"}),
        ({}, {"latitude": -25.15}),
        ({}, {"languages": frozenset({"es"})}),
        ({}, {"tells_police": True}),
        ({}, {"capacity_status": "unknown"}),
        ({}, {"serves": "women"}),
    ],
)
def test_what_makes_one_better_than_another(better: dict[str, Any], worse: dict[str, Any]) -> None:
    good = make_offer(**better)
    bad = make_offer(id=UUID(int=7), **worse)
    first, second = match(make_spec(), Offers(HERE, (bad, good)), NOW)
    assert (first.offer_id, second.offer_id) == (good.id, bad.id)
    assert first.score > second.score > 0


def test_equal_scores_go_to_the_one_with_less_to_do() -> None:
    pair = (make_offer(), make_offer(id=UUID(int=8), service_id=UUID(int=80)))
    for busy, free in (pair, pair[::-1]):
        ranked = match(make_spec(), Offers(HERE, pair), NOW, load={busy.service_id: 3})
        assert ranked[0].offer_id == free.id


def test_ties_are_the_same_all_day_and_fall_otherwise_on_other_days() -> None:
    twins = Offers(HERE, tuple(make_offer(id=UUID(int=number)) for number in range(1, 7)))
    orders = set()
    for day in range(6):
        moment = NOW + timedelta(days=day)
        order = [one.offer_id for one in match(make_spec(), twins, moment)]
        later = [one.offer_id for one in match(make_spec(), twins, moment + timedelta(hours=3))]
        assert order == later
        orders.add(tuple(order))
    assert len(orders) > 1
