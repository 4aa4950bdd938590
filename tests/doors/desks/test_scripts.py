"""Anybody signed in reads every script in every language, on the map, and by walking through it."""

from html import unescape

from bots.pages import shelf
from bots.review import spoken
from tests.doors.desks.deskwork import Deskwork


def test_every_script_is_shown_in_every_language(work: Deskwork) -> None:
    desk = work.at_desk("rui")
    page = desk.read("/settings/scripts").text
    for name in shelf.scripts():
        assert f"/settings/scripts/{name}/map" in page
        for language in spoken():
            for view in ("", "/map", "/play"):
                shown = desk.read(f"/settings/scripts/{name}{view}?in={language}")
                assert shown.status_code == 200, (name, view, language)
    assert desk.read("/settings/scripts/nonsense").status_code == 404
    assert work.app.test_client().get("/settings/scripts").status_code == 303


def test_a_line_is_shown_with_what_it_costs(work: Deskwork) -> None:
    page = unescape(work.at_desk("ana").read("/settings/scripts/survivor?in=es").text)
    line = page.partition('id="line-B1"')[2].partition("</li>")[0]
    assert "Hola, esto es Marigold Line." in line
    assert "UCS-2" in line
    assert "of 134" in line


def test_a_walk_is_played_from_its_address_alone(work: Deskwork) -> None:
    desk = work.at_desk("ana")
    page = unescape(desk.read("/settings/scripts/survivor/play?w=1.2").text)
    assert "Is now a good time?" in page
    assert "A person reads this" in page
    assert "w=1.2.1" in page
    danger = "/settings/scripts/survivor/play?set=1&on=on_shift&w=1.1"
    assert "send N and where you are" in unescape(desk.read(danger).text)
    assert "Nobody is reading until" in unescape(
        desk.read("/settings/scripts/survivor/play?set=1&w=1.1").text
    )


def test_a_walk_that_does_not_fit_ends_where_it_stopped_fitting(work: Deskwork) -> None:
    desk = work.at_desk("ana")
    for walk in ("9", "=found", "1.%3Cscript%3E", "." * 500, "1" * 5000):
        page = desk.read(f"/settings/scripts/survivor/play?w={walk}&from=nowhere&on=x&set=1")
        assert page.status_code == 200, walk
        assert "<script>" not in page.text
