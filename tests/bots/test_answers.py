import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.answers import read
from bots.lexicon import LEXICONS
from bots.prompts import question
from bots.words import Back, Chose, DontKnow, Question, Skip, Words

LANGUAGES = ("en", "es")
FAST = question("B2", LANGUAGES)
WHAT = question("B6", LANGUAGES)
GO_ON = question("B3a", LANGUAGES)


@pytest.mark.parametrize(
    "text",
    [
        *("1", " 1 ", "1.", "1)", "(1)", "#1", "1️⃣", "１", "١", "①", "one", "uno", "Number 1"),
        *("yes", "YES!", "yesss", "Sí", "si", "si por favor", "ok", "👍", "👍🏽", "1 yes please"),
    ],
)
def test_one_is_understood_however_it_is_written(text: str) -> None:
    assert read(text, FAST) == Chose(1)


@pytest.mark.parametrize(
    ("text", "number"),
    [("threats", 2), ("Amenazas", 2), ("thraets", 2), ("hit", 1), ("golpes", 1), ("3 sexual", 3)],
)
def test_the_words_of_a_choice_count_in_every_language(text: str, number: int) -> None:
    assert read(text, WHAT) == Chose(number)


@pytest.mark.parametrize("text", ["12", "6", "2 kids", "1 or 2", "he hit me yesterday", "", "🌧"])
def test_what_is_no_choice_stays_her_own_words(text: str) -> None:
    assert read(text, WHAT) == Words(text)


def test_zero_is_skip_and_nothing_else() -> None:
    assert read("0", WHAT) == read("0️⃣", FAST) == read("saltar", WHAT) == Skip()


def test_back_and_not_knowing_are_words() -> None:
    assert read("atrás", WHAT) == Back()
    assert read("I don't know", GO_ON) == read("no sé", GO_ON) == DontKnow()
    assert read("not sure", FAST) == Chose(3)


def test_a_word_of_two_choices_is_not_guessed() -> None:
    both = Question((1, 2), {1: ("clinic",), 2: ("clinic",)})
    assert read("clinic", both) == Words("clinic")


def test_short_words_are_never_bent() -> None:
    assert read("yez", GO_ON) == Words("yez")


@given(st.text())
def test_any_text_is_some_answer(text: str) -> None:
    assert isinstance(read(text, WHAT), Chose | Skip | Back | DontKnow | Words)


@pytest.mark.parametrize("no", ["no", "non", "não", "hapana", "cha", "لا", "नहीं"])
@pytest.mark.parametrize(
    ("prompt_id", "number"), [("B1", 2), ("B0", 2), ("B10", 4), ("B10w", 4), ("B3c", 2), ("B2", 2)]
)
def test_a_plain_no_closes_any_question(prompt_id: str, number: int, no: str) -> None:
    assert read(no, question(prompt_id, tuple(LEXICONS))) == Chose(number)


def test_the_end_of_a_choice_is_that_choice() -> None:
    assert read("before", question("B22", ("en",))) == Chose(2)
    assert read("before", question("B6", ("en",))) == Back()
