import pytest

from kernel.vocabulary import Tier
from tests.doors.desks.deskwork import DANGER_WORDS, HER_WORDS, Deskwork


def test_danger_stands_first_and_nothing_tells_a_story(work: Deskwork) -> None:
    quiet, red = work.report(), work.report(danger=True, tier=Tier.EMERGENCY)
    work.clock.advance(minutes=7)
    desk = work.at_desk("ana")
    page = desk.read("/today").text
    assert page.index('id="alarms"') < page.index('id="new-reports"')
    assert page.index(red.code) < page.index(quiet.code)
    assert "waiting 7 min" in page
    for told in (HER_WORDS, DANGER_WORDS, "Hit or hurt"):
        assert told not in page


def test_what_is_past_its_time_is_said_in_words(work: Deskwork) -> None:
    late = work.report(tier=Tier.EMERGENCY)
    work.clock.advance(minutes=20)
    on_time = work.report(tier=Tier.EMERGENCY)
    page = work.at_desk("ana").read("/today").text
    assert "Past its time" in page
    assert page.index(late.code) < page.index(on_time.code)


def test_a_taken_case_moves_to_mine(work: Deskwork) -> None:
    case = work.report()
    desk = work.at_desk("ana")
    desk.open_case(case.code)
    desk.do(case.code, "take")
    page = desk.read("/today").text
    assert page.index('id="mine"') < page.index(case.code)
    assert "No new reports" in page
    assert "No case is yours yet" in work.at_desk("sol").read("/today").text


def test_the_red_part_alone_is_a_fragment_that_asks_for_itself(work: Deskwork) -> None:
    work.report(danger=True)
    desk = work.at_desk("ana")
    part = desk.client.get("/today/alarms", headers={"HX-Request": "true"})
    assert part.status_code == 200
    assert part.text.lstrip().startswith("<section")
    assert 'hx-get="/today/alarms"' in part.text
    assert 'hx-trigger="every 15s"' in part.text
    assert "<html" not in part.text


def test_an_abandoned_desk_is_not_kept_open_by_the_red_part(work: Deskwork) -> None:
    desk = work.at_desk("ana")
    for _ in range(4):
        work.clock.advance(minutes=9)
        desk.client.get("/today/alarms", headers={"HX-Request": "true"})
    part = desk.client.get("/today/alarms", headers={"HX-Request": "true"})
    assert part.status_code == 204
    assert part.headers["HX-Redirect"] == "/signin"


def test_a_calm_day_is_said_kindly(work: Deskwork) -> None:
    page = work.at_desk("ana").read("/today").text
    assert "Nobody has asked for help fast" in page
    assert "No new reports" in page


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_page_is_whole_in_every_language(work: Deskwork, language: str) -> None:
    work.report(danger=True)
    page = work.at_desk("ana").read(f"/today?lang={language}").text
    assert f'lang="{language}"' in page
