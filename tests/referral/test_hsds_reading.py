"""A package's faults name file and line; what is merely unsound is left out with a remark."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from referral.hsds_entries import Drawn, Setting, draw_entries
from referral.hsds_files import read_package
from referral.hsds_places import draw_places
from tests.referral.packages import ORG, SERVICE, write

SETTING = Setting("bay", "UTC", date(2026, 11, 18), {"saltmarsh": "D4"})


def draw(path: Path) -> Drawn:
    package = read_package(path)
    assert package.faults == []
    drawn = draw_entries(package, SETTING)
    draw_places(package, SETTING, drawn)
    return drawn


@pytest.mark.parametrize(
    ("table", "text", "line", "said"),
    [
        ("services", f'id,organization_id,name\n{SERVICE},{ORG},"Care and', 2, "cut"),
        ("services", "id,name\nx,y\n", 1, "has no column organization_id"),
        ("services", "", 1, "has no column id"),
        ("services", None, None, "is missing"),
        ("organizations", "id,name\n1,A,extra\n", 2, "has 3 of 2 columns"),
    ],
)
def test_each_fault_names_its_file_and_line(
    tmp_path: Path, table: str, text: str | None, line: int | None, said: str
) -> None:
    faults = read_package(write(tmp_path / "broken", **{table: text})).faults
    assert [(one.file, one.line) for one in faults] == [(f"{table}.csv", line)]
    assert said in faults[0].text


def test_what_is_no_package_at_all(tmp_path: Path) -> None:
    torn = tmp_path / "torn.zip"
    torn.write_bytes(b"PK\x03\x04 torn")
    assert read_package(torn).faults
    half = tmp_path / "half.json"
    half.write_text('{"contents": [\n{"id": "1",\n "na')
    half_read = read_package(half)
    assert (half_read.faults[0].file, half_read.faults[0].line) == ("half.json", 3)
    binary = write(tmp_path / "binary")
    (binary / "services.csv").write_bytes(b"id,organization_id,name\n1,2,\xff\xfe\n")
    assert (read_package(binary).faults[0].line, read_package(binary).faults[0].text) == (
        2,
        "is not UTF-8 text",
    )
    assert read_package(tmp_path / "nowhere").faults


@pytest.mark.parametrize(
    ("table", "text", "said"),
    [
        ("services", f"id,organization_id,name\n1,{ORG},A\n2,nobody,B\n", "belongs to no"),
        ("service_at_location", "id,service_id,location_id\n1,2,3\n", "joins a service"),
        ("attributes", "id,link_id,taxonomy_term_id\n1,2,3\n", "a term that is not here"),
        ("locations", "id,latitude,longitude\nL1,95,10\n", "lies nowhere on earth"),
        ("phones", f'id,service_id,number\n1,{SERVICE},"""+1555"""\n', "quote marks"),
        ("service_areas", f"id,service_id,name\n1,{SERVICE},Atlantis\n", "not of this city"),
        (
            "service_areas",
            f"id,service_id,name,extent,extent_type\n1,{SERVICE},Saltmarsh,here,geojson\n",
            "not GeoJSON",
        ),
        ("languages", f"id,service_id,code\n1,{SERVICE},???\n", "a language that is not"),
        ("services", f"id,organization_id,name,status\n{SERVICE},{ORG},A,maybe\n", "a status"),
        ("services", f"id,organization_id,name,minimum_age\n{SERVICE},{ORG},A,old\n", "no age"),
        ("service_capacity", "id,service_id,available,maximum\n1,2,9,3\n", "more room"),
        ("organizations", f"id,name\n{ORG},A\n5,\n", "has no name"),
        ("taxonomy_terms", "id,code,name\nT1,car_wash,Cars\n", "has no kind"),
    ],
)
def test_what_is_not_sound_is_reported_and_the_rest_taken(
    tmp_path: Path, table: str, text: str, said: str
) -> None:
    drawn = draw(write(tmp_path / "odd", **{table: text}))
    assert any(said in remark.text for remark in drawn.remarks), drawn.remarks
    assert len(drawn.organizations) == 1


@pytest.mark.parametrize(
    "row",
    [
        "freq,byday,opens_at,closes_at,count,until\nS,{s},WEEKLY,MO,08:00,12:00,3,2027-01-01\n",
        "freq,bymonthday,opens_at,closes_at,x,y\nS,{s},WEEKLY,4,08:00,12:00,,\n",
        "freq,byday,opens_at,closes_at,x,y\nS,{s},MONTHLY,MO,08:00,12:00,,\n",
        "freq,byday,opens_at,closes_at,interval,y\nS,{s},WEEKLY,MO,08:00,12:00,2,\n",
        "freq,byday,opens_at,closes_at,x,y\nS,{s},WEEKLY,1XX,08:00,12:00,,\n",
        "freq,byday,opens_at,closes_at,x,y\nS,{s},WEEKLY,MO,morning,noon,,\n",
    ],
)
def test_a_schedule_that_cannot_be_told_is_unknown_not_closed(tmp_path: Path, row: str) -> None:
    text = "id,service_id," + row.format(s=SERVICE)
    drawn = draw(write(tmp_path / "odd", schedules=text))
    assert any("hours unknown" in remark.text for remark in drawn.remarks)
    assert [place.hours for place in drawn.places] == [None]
