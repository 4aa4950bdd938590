"""The practice city is whole: shapes that fit, every kind of help, someone open at any hour."""

from __future__ import annotations

import itertools
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from commands.city.areas import DISTRICTS, city_areas
from commands.city.load import load_city
from commands.city.organizations import ORGANIZATIONS
from commands.city.services import SERVICES
from commands.city.shapes import point_in
from kernel.db import Database
from kernel.segments import measure
from kernel.vocabulary import Category, Tier, Typology
from referral import areas as geography
from referral import directory
from referral.matching import find
from referral.model import NeedSpec
from referral.offers import Offers
from referral.places import NamedArea, contains, home_of, middle_of, ring_of

NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)
AREAS = tuple(city_areas())
AT_ANY_HOUR = [
    Category.SHELTER,
    Category.HEALTH,
    Category.POLICE,
    Category.LEGAL,
    Category.PSYCHOSOCIAL,
]


def test_the_geography_is_nested_and_classed() -> None:
    assert Counter(area.level for area in AREAS) == {
        "city": 1,
        "district": 6,
        "neighbourhood": 42,
    }
    classes = Counter(area.typology for area in AREAS if area.level == "neighbourhood")
    assert set(classes) == set(Typology)
    assert min(classes.values()) >= 3
    known = {area.code: area for area in AREAS}
    for area in AREAS:
        if area.parent:
            assert area.path == f"{known[area.parent].path}/{area.code}"
            assert contains(known[area.parent].polygon, *middle_of(area.polygon))


def size(area: NamedArea) -> float:
    pairs = itertools.pairwise(ring_of(area.polygon))
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs) / 2


def test_the_shapes_fit_together_without_gaps() -> None:
    by_level = {
        level: sum(size(area) for area in AREAS if area.level == level)
        for level in ("city", "district", "neighbourhood")
    }
    assert by_level["city"] > 0, "rings run with their inside on the left"
    assert by_level["district"] == pytest.approx(by_level["city"], rel=1e-6)
    assert by_level["neighbourhood"] == pytest.approx(by_level["city"], rel=1e-6)
    for number, (_, neighbourhoods) in enumerate(DISTRICTS, start=1):
        for at in range(1, len(neighbourhoods) + 1):
            home = home_of(AREAS, *point_in(number, at))
            assert home == f"C/D{number}/D{number}-N{at}"


def test_names_are_plain_and_short_enough_for_a_text() -> None:
    names = [area.name for area in AREAS]
    assert len(set(names)) == len(names)
    for made in ORGANIZATIONS:
        assert made.name.isascii()
        assert len(made.name) <= 24
        if made.safe_name:
            assert len(made.safe_name) <= 24
            assert measure(made.safe_name).encoding == "GSM-7"


def test_every_kind_of_help_has_several_who_give_it(session: Session) -> None:
    load_city(session, NOW)
    assert len(SERVICES) >= 40
    for category in Category:
        found = find(NeedSpec(category), directory.offers_for(session, category, None), NOW)
        assert len({one.organization_id for one in found.offered}) >= 3, category
    assert 3 <= sum(made.answers_by == "link" for made in ORGANIZATIONS) <= 4


@pytest.mark.parametrize("category", AT_ANY_HOUR)
@pytest.mark.parametrize("feels_right", [None, "women", "men", "anyone"])
@pytest.mark.parametrize("adult", [True, False])
def test_somebody_is_open_everywhere_at_any_hour(
    sqlite_city: tuple[Offers, ...], category: Category, feels_right: str | None, *, adult: bool
) -> None:
    around = [one for one in sqlite_city if one.items[0].category == category]
    assert len(around) == 8
    for one in around:
        for hour in range(0, 24 * 7, 5):
            moment = NOW + timedelta(hours=hour)
            spec = NeedSpec(
                category,
                one.area.code if one.area else None,
                tier=Tier.EMERGENCY,
                language_hard=True,
                feels_right=feels_right,
                adult=adult,
            )
            found = find(spec, one, moment)
            assert found.offered, (spec, moment)
            assert found.relaxed == ()


@pytest.fixture(scope="module")
def sqlite_city(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Offers, ...]:
    path = tmp_path_factory.mktemp("city") / "city.db"
    path.write_bytes(sqlite_template.read_bytes())
    database = Database.open(f"sqlite:///{path}")
    with database.unit_of_work() as session:
        load_city(session, NOW)
    with database.reading() as session:
        found = tuple(
            directory.offers_for(session, category, code)
            for category in AT_ANY_HOUR
            for code in (None, "D1", "D2", "D3", "D4", "D5", "D6", "D4-N3")
        )
    database.close()
    return found


def test_some_are_stale_unverified_full_or_shut(session: Session) -> None:
    load_city(session, NOW)
    seen: Counter[str] = Counter()
    for category in Category:
        offers = directory.offers_for(session, category, "D1-N1")
        spec = NeedSpec(category, "D1-N1", tier=Tier.EMERGENCY)
        for candidate in find(spec, offers, NOW - timedelta(hours=9)).candidates:
            seen.update(candidate.codes)
    assert {"H1", "H3", "H4", "H9", "H10", "H11", "H12", "H13"} <= seen.keys()


def test_loading_twice_changes_nothing(session: Session) -> None:
    first = load_city(session, NOW)
    before = directory.offers_for(session, Category.SHELTER, "D1-N1")
    assert load_city(session, NOW + timedelta(hours=2)) == first
    assert directory.offers_for(session, Category.SHELTER, "D1-N1") == before
    tomorrow = load_city(session, NOW + timedelta(days=1))
    assert tomorrow.edition == first.edition + 1
    after = directory.offers_for(session, Category.SHELTER, "D1-N1")
    assert {offer.id for offer in after} == {offer.id for offer in before}


def test_a_text_names_its_area(session: Session) -> None:
    load_city(session, NOW)
    assert geography.named(session, "saltmarsh") == "D4"
    assert geography.named(session, "near Ninth  shelf pls") == "D6-N5"
    assert geography.named(session, "Brikfield") == "D5-N2"
    assert geography.named(session, "d2-n6") == "D2-N6"
    assert geography.named(session, "the moon") is None
    assert geography.named(session, "quarry") is None
    assert len(geography.district_names(session)) == 6


def test_every_name_is_found_again_with_one_letter_wrong(session: Session) -> None:
    load_city(session, NOW)
    for area in AREAS:
        for at in range(1, len(area.name)):
            wrong = area.name[:at] + "x" + area.name[at + 1 :]
            assert geography.named(session, wrong) in {area.code, None}
        assert geography.named(session, area.name.upper()) == area.code
