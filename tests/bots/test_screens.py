"""Screens of a dialled session: none too long, nothing lost, choices together."""

from __future__ import annotations

import pytest

from bots.catalogue import LOCALES, catalogue, entry
from bots.screens import cut
from bots.wording import PROMPTS
from kernel.segments import measure
from tests.shared import dice

MORE = "99 More"
LANGUAGES = sorted(path.parent.parent.name for path in LOCALES.glob("*/LC_MESSAGES/bot.po"))


def fits_a_screen(screen: str) -> bool:
    found = measure(screen)
    return found.units <= (160 if found.encoding == "GSM-7" else 70)


def joined(screens: tuple[str, ...], more: str = MORE) -> str:
    """Put screens together again, without the key, spaces or line breaks."""
    assert all(one.endswith(f"\n{more}") for one in screens[:-1])
    whole = "".join(one.removesuffix(f"\n{more}") for one in screens)
    return "".join(whole.split())


def test_what_fits_is_one_screen() -> None:
    assert cut("", MORE) == ("",)
    assert cut("a" * 160, MORE) == ("a" * 160,)
    assert cut("ж" * 70, MORE) == ("ж" * 70,)


def test_a_character_that_counts_two_counts_two() -> None:
    screens = cut("€" * 100, MORE)
    assert len(screens) == 2
    assert all(map(fits_a_screen, screens))


def test_choices_stay_together() -> None:
    choices = "1 Yes, ask them now\n2 Yes, or else the next\n3 A person first\n4 Not now"
    screens = cut("What they would see of you is this. " * 4 + "\n" + choices, MORE)
    assert len(screens) == 2
    assert screens[1] == choices


def test_more_choices_than_a_screen_holds_are_cut_between_them() -> None:
    choices = "\n".join(f"{number} a choice of some length, number {number}" for number in "123456")
    screens = cut(choices, MORE)
    assert all(map(fits_a_screen, screens))
    assert all(line in choices.split("\n") for one in screens for line in one.split("\n")[:-1])


def test_words_and_letters_of_several_signs_stay_whole() -> None:
    word = "e\u0301le\u0301phant"
    screens = cut(f"{word} " * 30, MORE)
    assert {one for screen in screens for one in screen.removesuffix(MORE).split()} == {word}
    family = "👩🏽‍👧🏽‍👦🏽"
    screens = cut(family * 30, MORE)
    assert all(not one.removesuffix(f"\n{MORE}").replace(family, "") for one in screens)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_of_every_language_fits(language: str) -> None:
    more = entry(language, "more").text
    for prompt, line in catalogue(language).items():
        if prompt in PROMPTS:
            screens = cut(line.text, more)
            assert all(map(fits_a_screen, screens)), prompt
            assert joined(screens, more) == "".join(line.text.split()), prompt


def test_any_text_at_all_fits_and_loses_nothing() -> None:
    rolls = dice("screens")
    letters = "ab c\n1 é€жम्👍🏽\u0301\u200d"
    for _ in range(150):
        text = "".join(rolls.choice(letters) for _ in range(rolls.randrange(400)))
        screens = cut(text, MORE)
        assert all(map(fits_a_screen, screens)), text
        assert joined(screens) == "".join(text.split())
