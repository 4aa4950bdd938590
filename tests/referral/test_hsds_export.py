"""What leaves is what the tier lists: no secret place, no exact point, no private field."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from commands.city.load import load_city, made_up_id
from commands.city.services import SERVICES
from kernel.vocabulary import Category
from referral import directory, editing
from referral.hsds import import_directory
from referral.hsds_export import COLUMNS, Tier, export_tables, write_tables
from referral.listing import Listing, read_listing

NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)
SECRET = [made for made in SERVICES if made.confidential]
UNCHECKED = [made for made in SERVICES if made.checked is None]


@pytest.fixture
def listing(session: Session) -> Listing:
    load_city(session, NOW)
    beds = made_up_id("place", "lantern-house")
    place = next(one for one in read_listing(session).places if one.id == beds)
    editing.put_place(session, replace(place, phone_public="+15550177"))
    return read_listing(session)


def words(tables: dict[str, list[dict[str, str]]]) -> set[str]:
    return {value for rows in tables.values() for row in rows for value in row.values()}


def test_public_knows_nothing_of_a_secret_place(listing: Listing) -> None:
    told = words(export_tables(listing, Tier.PUBLIC))
    assert str(made_up_id("organization", "lantern")) not in told
    for made in (*SECRET, *UNCHECKED):
        for kind in ("service", "location", "place"):
            assert str(made_up_id(kind, made.slug)) not in told
    assert not any("Lantern" in value or "+15550177" in value for value in told)
    assert "Day and night clinic" in told


def test_partners_know_that_it_is_there_but_not_where(listing: Listing) -> None:
    tables = export_tables(listing, Tier.PARTNER)
    told = words(tables)
    assert "Safe nights" in told
    assert "+15550177" not in told
    beds = str(made_up_id("place", "lantern-house"))
    assert all(row["service_at_location_id"] != beds for row in tables["service_areas"])
    where = str(made_up_id("location", "lantern-house"))
    (row,) = [row for row in tables["locations"] if row["id"] == where]
    assert row == {
        "id": where,
        "name": "not told",
        "location_type": "virtual",
        "latitude": "",
        "longitude": "",
    }


@pytest.mark.parametrize("tier", list(Tier))
def test_only_listed_columns_leave(listing: Listing, tier: Tier) -> None:
    tables = export_tables(listing, tier)
    assert tables.keys() == COLUMNS[tier].keys()
    for table, rows in tables.items():
        assert all(tuple(row) == COLUMNS[tier][table] for row in rows)
    private = {"verified_on", "tells_police", "confidential", "male_survivors", "answers_by"}
    listed = {name for columns in COLUMNS[tier].values() for name in columns}
    assert bool(listed & private) == (tier is Tier.INTERNAL)


@pytest.mark.parametrize(("tier", "decimals"), [(Tier.PUBLIC, 2), (Tier.PARTNER, 3)])
def test_points_are_blunt(listing: Listing, tier: Tier, decimals: int) -> None:
    located = [row for row in export_tables(listing, tier)["locations"] if row["latitude"]]
    assert located
    for row in located:
        for name in ("latitude", "longitude"):
            assert re.fullmatch(rf"-?\d+\.\d{{1,{decimals}}}", row[name])


def offered(session: Session) -> set[object]:
    return {
        (one.id, one.areas, one.languages, one.verified_on, one.serves, one.minimum_age)
        for category in Category
        for one in directory.offers_for(session, category, None)
    }


def test_the_way_there_and_back_is_the_same(
    session: Session, listing: Listing, tmp_path: Path
) -> None:
    path = tmp_path / "all.zip"
    write_tables(path, export_tables(listing, Tier.INTERNAL))
    before = offered(session)
    report = import_directory(session, path, NOW, "UTC")
    assert report.loaded
    changed = [key for key in report.counts if key[1] != "same"]
    assert changed == [("places", "changed")], report.counts
    assert all(
        "hours unknown" in remark.text or remark.text == "is not used" for remark in report.remarks
    )
    assert offered(session) == before


def test_a_folder_holds_one_file_for_each_table(listing: Listing, tmp_path: Path) -> None:
    write_tables(tmp_path / "out", export_tables(listing, Tier.PUBLIC))
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {f"{table}.csv" for table in COLUMNS[Tier.PUBLIC]} - {"phones.csv"}
