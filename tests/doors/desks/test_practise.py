"""Practise: who may ask for drills, what the page shows, and what everybody sees in the end."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from kernel.clock import StoppedClock
from pathway import drill_plans
from reporting.drills.model import Scenario
from tests.doors.entering import TOKEN, sign_in
from tests.drilling import ask, case_codes, once, play, seen
from tests.practice import Practice


@pytest.fixture
def desk(practice: Practice, clock: StoppedClock) -> FlaskClient:
    """A supervisor's browser."""
    return sign_in(practice, clock, "supervisor")


def post(client: FlaskClient, path: str = "/practise", **data: str | list[str]) -> int:
    token = TOKEN.search(client.get("/practise").text)
    assert token
    given = {"csrf_token": token[1], **data}
    return client.post(path, data=given).status_code


@pytest.mark.parametrize(
    ("role", "status"),
    [("caseworker", 403), ("responder", 403), ("analyst", 403), ("administrator", 200)],
)
def test_who_may_ask(practice: Practice, clock: StoppedClock, role: str, status: int) -> None:
    assert sign_in(practice, clock, role).get("/practise").status_code == status


def test_a_drill_from_the_page_to_its_end(
    practice: Practice, clock: StoppedClock, desk: FlaskClient
) -> None:
    assert "No drill yet" in desk.get("/practise").text
    asked = {"word": "JACARANDA", "scenario": "danger", "when": "now", "within": "24"}
    assert post(desk, **asked) == 303
    assert "Under way" in desk.get("/practise").text
    with practice.house.glance() as glance:
        (drill,) = drill_plans.running(glance)
    assert drill.said == 1
    play(practice, clock, drill.id, until="B5n")
    (code,) = case_codes(practice, drill.id)
    today = desk.get("/today").text
    assert code in today
    assert "This was practice" not in today
    clock.advance(minutes=15)
    once(practice)
    today = desk.get("/today").text
    assert "This was practice. Nobody is hurt. Thank you." in today
    assert "nobody opened it in time" in today
    page = desk.get("/practise").text
    assert "Nobody opened it" in page
    assert re.search(r'<line class="pr-nobody"', page)
    assert "Under way" not in page


def test_a_surprise_is_planned_without_its_time_and_called_off(
    practice: Practice, desk: FlaskClient
) -> None:
    asked = {"word": "GIRASOL", "scenario": "report", "when": "surprise", "within": "4"}
    assert post(desk, **asked) == 303
    page = desk.get("/practise").text
    assert "at a time nobody knows" in page
    with practice.house.glance() as glance:
        (drill,) = drill_plans.planned(glance)
    assert drill.language == "es"
    assert post(desk, f"/practise/{drill.id}/cancel") == 303
    assert "Nothing is planned." in desk.get("/practise").text


@pytest.mark.parametrize(
    ("at", "words"),
    [
        ("", "Say on which day and at what time"),
        ("2026-11-18T11:00", "That time is over"),
        ("2027-01-18T11:00", "within the next 14 days"),
        ("soon", "Say on which day and at what time"),
    ],
)
def test_a_time_that_does_not_fit_says_so(desk: FlaskClient, at: str, words: str) -> None:
    token = TOKEN.search(desk.get("/practise").text)
    assert token
    data = {"word": "GIRASOL", "scenario": "report", "when": "at", "within": "4", "at": at}
    answer = desk.post("/practise", data={"csrf_token": token[1], **data})
    assert answer.status_code == 422
    assert words in answer.text


def test_partners_take_part_only_when_it_is_said(practice: Practice, desk: FlaskClient) -> None:
    with practice.house.glance() as glance:
        first, second, *_ = drill_plans.partners(glance)
    assert post(desk, "/practise/partners", partner=[str(first.id), "nonsense"]) == 303
    with practice.house.glance() as glance:
        agreed = {one.id for one in drill_plans.partners(glance) if one.takes_part}
    assert agreed == {first.id}
    assert second.id not in agreed
    assert desk.get("/practise").text.count(" checked>") >= 1


def test_a_call_for_police_says_what_it_is_on_the_page_of_the_case(
    practice: Practice, clock: StoppedClock, desk: FlaskClient
) -> None:
    drill_id = ask(practice, Scenario.POLICE)
    play(practice, clock, drill_id, until="B5p")
    (code,) = case_codes(practice, drill_id)
    token = TOKEN.search(desk.get(f"/cases/{code}").text)
    assert token
    data = {"csrf_token": token[1], "purpose": "danger"}
    assert desk.post(f"/cases/{code}/open", data=data).status_code == 303
    page = desk.get(f"/cases/{code}").text
    assert "This was practice. Nobody is hurt. Thank you." in page
    assert "I am reading this now" not in page
    assert seen(practice, drill_id).revealed_at is not None
