"""Walking a script by links, and laying it out as a drawing."""

from __future__ import annotations

import pytest

from bots.model import Circumstances
from bots.pages import drawing, player, shelf
from bots.scripts.survivor import SURVIVOR

AROUND = Circumstances(languages=("en", "es"))


def test_an_effect_is_asked_how_it_comes_out() -> None:
    played = player.play(SURVIVOR, "B1", ("1", "2", "2", "1"), AROUND)
    assert played.asks == "public:health"
    assert set(played.answers) == {"=found", "=none"}
    after = player.play(SURVIVOR, "B1", ("1", "2", "2", "1", "=none"), AROUND)
    assert (after.step, after.said[-2].came) == ("B3n", "none")


def test_silence_ends_a_walk() -> None:
    played = player.play(SURVIVOR, "B1", ("2", "1", "1"), AROUND)
    assert played.silent
    assert (played.walk, played.answers) == (("2",), ())


def test_every_entry_of_every_script_can_be_stood_at() -> None:
    for script in shelf.scripts().values():
        for entry in script.entries:
            assert player.play(script, entry, (), AROUND).walk == ()


@pytest.mark.parametrize("name", sorted(shelf.scripts()))
def test_a_drawing_holds_every_place_once_and_none_lies_on_another(name: str) -> None:
    script = shelf.scripts()[name]
    drawn = drawing.draw(script)
    assert sorted(box.name for box in drawn.boxes) == sorted({**script.steps, **script.forks})
    assert len({(box.x, box.y) for box in drawn.boxes}) == len(drawn.boxes)
    leaving = {
        way.origin for way in drawing.ways(script) if way.to not in {"(silence)", "(return)"}
    }
    assert {box.name for box in drawn.boxes if box.lines} == leaving
    assert all(box.x + drawing.BOX_WIDTH < drawn.width for box in drawn.boxes)
