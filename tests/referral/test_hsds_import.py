"""An import takes all or nothing, reports what was not sound, and never opens a door to packets."""

from __future__ import annotations

import json
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from commands.city.load import load_city
from kernel.vocabulary import Category
from referral import directory, editing
from referral.hsds import Report, import_directory
from referral.listing import read_listing
from referral.matching import match
from referral.model import NeedSpec
from referral.offers import Offers
from tests.referral.packages import ORG, PLACE, SERVICE, SOUND, write

NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)


def take(session: Session, path: Path) -> Report:
    return import_directory(session, path, NOW, "UTC")


def texts(report: Report) -> list[tuple[str, int | None, str]]:
    return [(one.file, one.line, one.text) for one in (*report.faults, *report.remarks)]


def test_a_sound_package_is_taken_in_unverified(session: Session, tmp_path: Path) -> None:
    load_city(session, NOW)
    report = take(session, write(tmp_path / "bay"))
    assert texts(report) == []
    assert set(report.counts.values()) == {1}
    around = directory.offers_for(session, Category.HEALTH, "D4-N1")
    (offer,) = [one for one in around if str(one.service_id) == SERVICE]
    assert offer.hours == "Mo,Tu 08:00-12:00,13:00-17:00"
    assert (offer.areas, offer.languages) == (frozenset({"D4"}), frozenset({"en", "es"}))
    assert (offer.minimum_age, offer.maximum_age, offer.verified_on) == (12, None, None)
    monday = NOW + timedelta(days=4)
    (candidate,) = match(NeedSpec(Category.HEALTH, "D4-N1"), Offers(around.area, (offer,)), monday)
    assert candidate.codes == ("H1",)
    again = take(session, tmp_path / "bay")
    assert {fate for _, fate in again.counts} == {"same"}
    assert again.edition is None


def test_a_zip_and_a_folder_inside_are_the_same(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "bay.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in SOUND.items():
            archive.writestr(f"package/{name}", text)
    report = take(session, path)
    assert report.loaded
    assert report.counts["services", "new"] == 1


def test_nested_json_is_the_same_service(session: Session, tmp_path: Path) -> None:
    schedule = {"id": "s", "freq": "DAILY", "opens_at": "00:00", "closes_at": "23:59"}
    location = {"id": "L1", "location_type": "physical", "latitude": -25, "longitude": -20}
    place = {"id": PLACE, "location": location, "schedules": [schedule]}
    term = {"id": "T1", "code": "shelter", "name": "Shelter"}
    service: dict[str, Any] = {
        "id": SERVICE,
        "name": "Beds",
        "status": "active",
        "organization": {"id": ORG, "name": "Bay"},
        "languages": [{"id": "g", "code": "en"}],
        "attributes": [{"id": "x", "taxonomy_term": term}],
        "service_at_locations": [place],
    }
    path = tmp_path / "services.json"
    service["description"] = "null \0 and half \ud800"
    path.write_text(json.dumps({"total_items": 1, "contents": [service]}))
    report = take(session, path)
    assert texts(report) == []
    (offer,) = directory.offers_for(session, Category.SHELTER, None)
    assert (offer.hours, offer.languages) == ("24/7", frozenset({"en"}))


def test_a_file_cut_in_the_middle_of_a_row_loads_nothing(session: Session, tmp_path: Path) -> None:
    for table, whole in SOUND.items():
        cut = whole[: whole.rstrip("\n").rfind("\n") + 4]
        report = take(session, write(tmp_path / table, **{table[:-4]: cut}))
        assert not report.loaded
        assert (report.faults[0].file, report.faults[0].line) == (table, cut.count("\n") + 1)
        assert "cut" in report.faults[0].text
        assert report.counts == {}
    listing = read_listing(session)
    assert (listing.organizations, listing.services) == ((), ())


def test_an_old_package_with_its_own_ids_and_clock(session: Session, tmp_path: Path) -> None:
    folder = tmp_path / "old"
    folder.mkdir()
    files = {
        "organizations": "id,name,description\n1,Old Clinic,\n",
        "services": "id,organization_id,name,status\n7,1,Care,active\n",
        "locations": "id,name\n3,Here\n",
        "services_at_location": "id,service_id,location_id\n9,7,3\n",
        "regular_schedules": (
            "id,service_id,weekday,opens_at,closes_at\n"
            "1,7,Monday,9:00am,5:30pm\n2,7,Tuesday,12:00am,11:59pm\n"
        ),
        "languages": "id,service_id,language\n1,7,English; Spanish\n",
        "taxonomy_terms": "id,name\n5,Counseling\n",
        "attributes": "id,link_id,taxonomy_term_id\n1,7,5\n",
        "datapackage.json": "not even json",
        "readme": "x",
    }
    for name, text in files.items():
        (folder / (name if "." in name else f"{name}.csv")).write_text(text)
    report = take(session, folder)
    assert report.loaded
    (offer,) = directory.offers_for(session, Category.PSYCHOSOCIAL, None)
    assert offer.hours == "Mo 09:00-17:30; Tu 00:00-24:00"
    assert offer.languages == frozenset({"en", "es"})
    again = take(session, folder)
    assert {fate for _, fate in again.counts} == {"same"}


def test_an_import_opens_no_door_to_packets(session: Session, tmp_path: Path) -> None:
    city = load_city(session, NOW)
    before = directory.organizations(session)
    link = city.organizations["openroof"]
    lantern = city.organizations["lantern"]
    hijack = next(one for one in directory.services(session).values() if one.name == "Beds for men")
    write(
        tmp_path / "evil",
        organizations=f"id,name,answers_by,active\n{link},Open Roof,account,true\n{ORG},Evil,x,y\n",
        services=f"id,organization_id,name,status\n{hijack.id},{ORG},Beds for men,active\n",
        service_at_location=f"id,service_id,location_id\n{PLACE},{hijack.id},L1\n",
        schedules=None,
        attributes=None,
        phones=f"id,service_id,number\n1,{hijack.id},+15550199\n",
    )
    report = take(session, tmp_path / "evil")
    assert report.counts["services", "held back"] == 1
    assert report.counts["places", "held back"] == 1
    after = directory.organizations(session)
    assert after[link] == before[link]
    assert after[lantern] == before[lantern]
    assert directory.services(session)[hijack.id] == hijack
    assert all(str(place.id) != PLACE for place in read_listing(session).places)


def test_a_service_that_changes_its_kind_has_to_be_checked_again(
    session: Session, tmp_path: Path
) -> None:
    folder = write(tmp_path / "bay")
    take(session, folder)
    place = read_listing(session).places[0]
    editing.verify(session, place.id, NOW.date())
    take(session, folder)
    assert read_listing(session).verified[place.id] == NOW.date()
    take(session, write(folder, taxonomy_terms="id,code,name\nT1,shelter,Shelter\n"))
    assert read_listing(session).verified[place.id] is None


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.sampled_from(sorted(SOUND)),
    st.binary(max_size=60) | st.text(max_size=60).map(str.encode),
    st.integers(0, 200),
)
def test_no_bytes_make_it_raise(
    session: Session, tmp_path: Path, table: str, noise: bytes, at: int
) -> None:
    folder = write(tmp_path / "noise")
    whole = SOUND[table].encode()
    (folder / table).write_bytes(whole[:at] + noise + whole[at:])
    report = take(session, folder)
    assert report.loaded or report.faults
