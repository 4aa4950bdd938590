"""An invented survivor knows every line of every language by its words."""

from __future__ import annotations

import pytest

from bots.catalogue import LOCALES, catalogue
from bots.drill_ear import line_of
from bots.drill_script import SILENCE, WAITING, answer_to, invented_word
from bots.limits import LIMITS
from bots.prompts import CHOICE_LINE, render
from bots.wording import PROMPTS
from reporting.drills.model import Scenario

LANGUAGES = sorted(path.parents[1].name for path in LOCALES.glob("*/LC_MESSAGES/bot.po"))
VALUES = {name: "mauve"[:limit] for name, limit in LIMITS.items()}


def spoken(language: str) -> list[str]:
    """Return the lines with words of their own, beside their choices."""
    known = [name for name in PROMPTS if name in catalogue(language)]
    return [
        name
        for name in known
        if any(not CHOICE_LINE.match(row) for row in catalogue(language)[name].text.split("\n"))
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_is_known_by_its_words(language: str) -> None:
    wrong = {}
    for name in spoken(language):
        rendered = render(name, language, VALUES)
        for text in (rendered.text, rendered.full or rendered.text):
            found, meant = line_of(text, language), name.partition(".")[0]
            if found != meant and answer_to(found, *SAME) != answer_to(meant, *SAME):
                wrong[name] = found
    assert wrong == {}


SAME = (Scenario.DANGER, lambda: ("Hill",))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_person_s_own_words_are_no_line(language: str) -> None:
    assert line_of("Hello, I am Ana. Where are you now?", language) == ""
    assert line_of("", language) == ""


def test_each_line_she_may_meet_has_an_answer_or_ends_her_story() -> None:
    assert {*WAITING, "B1", "B2", "B3a", "B3b", "B6", "B10"} <= PROMPTS.keys()
    for scenario in Scenario:
        answers = {name: answer_to(name, scenario, lambda: ("Hill",)) for name in PROMPTS}
        assert "{" not in "".join(answers.values())
        assert answers["B1"] == "1"
        assert answers["B21"] == answers["B11"] == SILENCE
    assert answer_to("B4", Scenario.POLICE, lambda: ("Hill",)) == "P Hill"
    assert answer_to("B4", Scenario.DANGER, lambda: ("Hill",)) == "N Hill"
    assert answer_to("B3b", Scenario.PERSON, lambda: ("Hill",)) == "H"


def test_she_looks_again_in_more_than_one_way() -> None:
    looks = {answer_to("B20w", Scenario.PERSON, lambda: (), at) for at in range(3)}
    assert looks == {"1", "H"}


def test_her_word_is_long_enough_and_new_each_time() -> None:
    words = {invented_word() for _ in range(50)}
    assert len(words) == 50
    assert {len(one) for one in words} == {8}
