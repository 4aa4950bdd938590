"""Which line answers on the open danger path, as one table of what can be true."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bots.danger_path import News, answer_path, letter_of, open_line
from bots.model import Circumstances
from bots.orders import command
from bots.state import Danger
from kernel.ids import new_id

NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)
FRESH = Danger(new_id(), b"key", NOW, NOW)
BOTH_ON = Circumstances(police_on=True, ambulance_on=True)
POLICE = Circumstances(police_on=True)
BOTH_OFF = Circumstances()
OFF_SHIFT = Circumstances(on_shift=False, police_on=True, ambulance_on=True)
NOTHING, OPENED = News(), News(opened=True)
ANSWERED = News(opened=True, answer="Come out.")


def says(
    text: str,
    circumstances: Circumstances = BOTH_ON,
    news: News = NOTHING,
    *,
    minutes: int = 0,
    **known: object,
) -> tuple[str, Danger]:
    danger = replace(FRESH, **known)  # type: ignore[arg-type]
    now = NOW + timedelta(minutes=minutes)
    turn = answer_path(danger, command(text, ("en", "es")), text, circumstances, news, now, 5)
    return turn.says, turn.danger


@pytest.mark.parametrize(
    ("circumstances", "line"),
    [(BOTH_ON, "B4"), (POLICE, "B4"), (BOTH_OFF, "B4m"), (OFF_SHIFT, "B4f")],
)
def test_the_line_that_opens_it(circumstances: Circumstances, line: str) -> None:
    assert open_line(circumstances) == line


@pytest.mark.parametrize(
    ("text", "circumstances", "line", "letter"),
    [
        ("P", BOTH_ON, "B4w", "P"),
        ("P near the market on 5th", BOTH_ON, "B5p", "P"),
        ("p, near the market", BOTH_ON, "B5p", "P"),
        ("A", BOTH_ON, "B4w", "A"),
        ("A near the market", BOTH_ON, "B5a", "A"),
        ("N", BOTH_ON, "B4w", "N"),
        ("N by the school gate", BOTH_ON, "B5n", "N"),
        ("N", BOTH_OFF, "B4w", "N"),
        ("P", BOTH_OFF, "B5d", "P off"),
        ("P near the market", BOTH_OFF, "B5d", "P off"),
        ("A near the market", POLICE, "B5d", "A off"),
        ("A near the market", BOTH_OFF, "B5d", "A off"),
        ("near the market on 5th", BOTH_ON, "B4q", ""),
        ("near the market on 5th", POLICE, "B4q", ""),
        ("near the market on 5th", BOTH_OFF, "B5n", "N"),
        ("1", BOTH_ON, "B4", ""),
        ("1", BOTH_OFF, "B4m", ""),
        ("please help", BOTH_ON, "B4q", ""),
        ("please call P", BOTH_ON, "B4q", ""),
    ],
)
def test_her_first_text_on_it(
    text: str, circumstances: Circumstances, line: str, letter: str
) -> None:
    found, danger = says(text, circumstances)
    assert (found, danger.letter) == (line, letter)


def test_a_place_after_a_letter_confirms_it() -> None:
    for letter, line in (("P", "B5p"), ("A", "B5a"), ("N", "B5n")):
        found, danger = says("near the market", letter=letter)
        assert (found, danger.place_known, danger.letter) == (line, True, letter)
    assert says("near the market", BOTH_OFF, letter="P off")[0] == "B5d"


def test_a_letter_again_with_the_place_confirms_it() -> None:
    found, danger = says("P near the market", letter="P")
    assert (found, danger.place_known) == ("B5p", True)
    assert says("P", letter="P")[0] == "B4w"


def test_a_letter_after_a_place_confirms_it() -> None:
    _, danger = says("near the market")
    assert (danger.asked_letter, danger.letter) == (True, "")
    for letter, line in (("P", "B5p"), ("A", "B5a"), ("N", "B5n")):
        assert says(letter, place_known=True, asked_letter=True)[0] == line


def test_a_place_without_a_letter_is_no_police() -> None:
    found, danger = says("I told you, the market", place_known=True, asked_letter=True)
    assert (found, danger.letter) == ("B5n", "N")


def test_a_later_letter_takes_the_place_of_the_one_before() -> None:
    known = {"letter": "N", "place_known": True}
    assert says("P", **known)[0] == "B5p"  # type: ignore[arg-type]
    assert says("A", **known)[0] == "B5a"  # type: ignore[arg-type]
    found, danger = says("N", letter="P", place_known=True)
    assert (found, danger.letter) == ("B5n", "N")


@pytest.mark.parametrize(
    ("news", "minutes", "line"),
    [
        (NOTHING, 0, "B5p"),
        (NOTHING, 4, "B5p"),
        (NOTHING, 5, "B5u"),
        (NOTHING, 29, "B5u"),
        (OPENED, 0, "B5s"),
        (OPENED, 29, "B5s"),
        (ANSWERED, 0, "human"),
        (ANSWERED, 29, "human"),
    ],
)
@pytest.mark.parametrize("text", ["1", " 1 ", "P", "hurry"])
def test_news_while_she_waits(text: str, news: News, minutes: int, line: str) -> None:
    found, _ = says(text, news=news, minutes=minutes, letter="P", place_known=True)
    assert found == line


def test_a_new_letter_is_confirmed_even_when_nobody_has_read() -> None:
    assert says("P near the market", minutes=9)[0] == "B5p"
    assert says("P near the market", news=ANSWERED)[0] == "B5p"


def test_unread_it_says_so_to_a_place_too() -> None:
    assert says("near the market", minutes=5)[0] == "B5u"
    assert says("near the market", BOTH_OFF, minutes=6)[0] == "B5u"


@pytest.mark.parametrize("text", ["P", "P near the market", "A", "N", "1", "near the market", "X?"])
@pytest.mark.parametrize("minutes", [0, 6])
def test_off_shift_nothing_is_offered_that_needs_a_person(text: str, minutes: int) -> None:
    found, danger = says(text, OFF_SHIFT, minutes=minutes)
    assert (found, danger.letter) == ("B4f", "")
    assert says(text, OFF_SHIFT, ANSWERED, minutes=minutes)[0] == "human"


@pytest.mark.parametrize(
    ("text", "circumstances", "letter"),
    [
        ("P", POLICE, "P"),
        ("P", BOTH_OFF, "P off"),
        ("A", POLICE, "A off"),
        ("N", BOTH_OFF, "N"),
        ("1", POLICE, ""),
        ("hello", POLICE, ""),
    ],
)
def test_the_letter_of_a_text(text: str, circumstances: Circumstances, letter: str) -> None:
    assert letter_of(command(text, ("en",)), circumstances) == letter


def test_nothing_else_of_the_path_changes() -> None:
    _, danger = says("P near the market")
    assert replace(danger, letter="", place_known=False) == FRESH


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("A rua das Flores", "P"),
        ("a la vuelta del mercado", "P"),
        ("n sei", "P"),
        ("N", "N"),
        ("N please, he heard", "N"),
        ("A", "A"),
    ],
)
def test_words_that_begin_like_a_letter_take_no_police_back(text: str, letter: str) -> None:
    assert says(text, letter="P", place_known=True)[1].letter == letter
