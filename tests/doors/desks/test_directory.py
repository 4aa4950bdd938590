import json
import re
from html import unescape

import pytest

from referral.hsds_json import add_json
from referral.hsds_package import Package
from tests.doors.desks.deskwork import Deskwork


@pytest.mark.parametrize("who", ["ana", "rui", "eva"])
def test_those_who_refer_answer_or_edit_read_the_directory(work: Deskwork, who: str) -> None:
    page = work.at_desk(who).read("/directory")
    assert page.status_code == 200
    assert "East Side Clinic" in page.text


@pytest.mark.parametrize("who", ["dan", "ada"])
def test_others_do_not(work: Deskwork, who: str) -> None:
    assert work.at_desk(who).read("/directory").status_code == 403


def test_filters_are_in_the_address_and_meet(work: Deskwork) -> None:
    desk = work.at_desk("eva")
    police = desk.read("/directory?kind=police").text
    assert "Central Police Desk" in police
    assert "East Side Clinic" not in police
    named = desk.read("/directory?q=CLINIC&kind=police").text
    assert "No service fits" in named
    assert desk.read("/directory?kind=nonsense&sort=nonsense&page=nonsense").status_code == 200


def test_what_cannot_be_offered_says_why_in_words(work: Deskwork) -> None:
    desk = work.at_desk("eva")
    listed = desk.read("/directory?show=problems").text
    assert "Not verified: never checked" in listed
    assert "Not verified: check is too old" in listed
    stale = re.search(r"/directory/[0-9a-f-]{36}(?=\"[^>]*>Health van)", listed)
    assert stale is not None
    page = unescape(desk.read(stale[0]).text)
    assert "It is not offered to anyone now." in page
    assert "nobody has checked its details recently" in page


def test_a_fresh_service_shows_hours_and_when_to_check_again(work: Deskwork) -> None:
    desk = work.at_desk("ana")
    listed = desk.read("/directory?q=day+and+night").text
    link = re.search(r"/directory/[0-9a-f-]{36}", listed)
    assert link is not None
    page = unescape(desk.read(link[0]).text)
    assert "24/7" in page
    assert "Open now" in page
    assert "Check again by" in page
    assert "not offered to anyone" not in page


def test_an_unknown_service_is_not_found(work: Deskwork) -> None:
    desk = work.at_desk("eva")
    assert desk.read("/directory/7f0c3f64-7a41-4c67-9a8b-3b1b52d2a111").status_code == 404
    assert desk.read("/directory/not-an-id").status_code == 404


def test_the_open_directory_is_hsds_that_can_be_imported_again(work: Deskwork) -> None:
    stranger = work.app.test_client()
    found = stranger.get("/api/hsds/services?per_page=100").get_json()
    assert found["total_items"] == len(found["contents"]) > 20
    package = Package()
    add_json(package, "services.json", json.dumps(found))
    assert package.faults == []
    assert len(package.rows("services")) == found["total_items"]
    assert {"locations", "schedules", "taxonomy_terms"} <= set(package.tables)


def test_the_open_directory_keeps_secret_places_and_unchecked_services_out(work: Deskwork) -> None:
    written = work.app.test_client().get("/api/hsds/services?per_page=100").text
    for hidden in ("Lantern House", "Complaints by phone", "tells_police", "verified_on"):
        assert hidden not in written
    for exact in re.findall(r'"l(?:at|ong)itude":\s*(-?[0-9.]+)', written):
        assert len(exact.partition(".")[2]) <= 2


def test_the_open_directory_is_cut_into_pages(work: Deskwork) -> None:
    stranger = work.app.test_client()
    pages = [stranger.get(f"/api/hsds/services?per_page=20&page={n}").get_json() for n in (1, 2, 9)]
    assert [page["page_number"] for page in pages] == [1, 2, pages[0]["total_pages"]]
    assert pages[0]["first_page"]
    assert pages[2]["last_page"]
    seen = [one["id"] for page in pages[:2] for one in page["contents"]]
    assert len(seen) == len(set(seen))


def test_every_json_route_that_is_described_is_there(work: Deskwork) -> None:
    described = work.app.test_client().get("/api/v1/openapi.json").get_json()
    served = {rule.rule for rule in work.app.url_map.iter_rules()}
    assert described["openapi"].startswith("3.")
    assert set(described["paths"]) <= served
