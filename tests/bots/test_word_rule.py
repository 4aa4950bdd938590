"""Her own word: the same reply whether it exists or not, few guesses, and in nobody's report."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bots import memory
from kernel.clock import StoppedClock
from kernel.vocabulary import Address
from pathway import casework, reading
from pathway.desk import Denied
from tests.bots.talking import Talk, heard, outbox, told
from tests.pathway.telling import reader
from tests.practice import Practice

WORD = "bluelantern"
SET = ("JACARANDA", "1", "2", "1", "1", "1", "1", "D3", "1", "1", WORD)
IN_FULL = (*SET, "2", "2", "2", "1")
GUESSES = ("red lantern", "green teapot", "yellow kettle")
ANSWER = "A room is kept for you quetzal."


@pytest.fixture
def her(practice: Practice) -> Talk:
    """Somebody who set her word and was silent for twenty hours."""
    talk = Talk(practice)
    talk.say(*IN_FULL)
    move(practice, hours=20)
    return talk


@pytest.fixture
def stranger(practice: Practice) -> Talk:
    """Somebody who never wrote."""
    return Talk(practice, Address("tel", "+15550159"))


def move(practice: Practice, **by: float) -> None:
    clock = practice.house.clock
    assert isinstance(clock, StoppedClock)
    clock.advance(**by)


def leave(practice: Practice) -> None:
    who = reader(practice, "caseworker")
    with practice.house.desk() as desk:
        (line,) = reading.list_cases(desk, who)
        assert not isinstance(casework.leave_answer(desk, who, line.id, ANSWER), Denied)


def test_a_known_number_without_its_word_is_answered_like_any(
    practice: Practice, her: Talk, stranger: Talk
) -> None:
    leave(practice)
    texts = ("hi", *GUESSES, "1", "2", WORD[:-1], "1", "1", "0", "0", "2", "0", "2", "1", "2")
    assert [her.say(text) for text in texts] == [stranger.say(text) for text in texts]


def test_her_word_opens_what_was_left(practice: Practice, her: Talk) -> None:
    leave(practice)
    assert her.say("BlueLánterN!") == her.say(WORD)
    assert her.say("1") == ANSWER
    assert ANSWER not in her.say(WORD)


def test_it_works_in_the_first_text_of_a_visit_and_at_any_step(
    practice: Practice, her: Talk
) -> None:
    leave(practice)
    note = her.say(WORD)
    her.say("x")
    for before in (("hi",), ("hi", "1"), ("hi", "1", "2"), ("hi", "1", "2", "1")):
        assert her.say(*before, WORD) == note
        her.say("x")


def test_another_number_s_word_is_nobody_s(practice: Practice, her: Talk, stranger: Talk) -> None:
    leave(practice)
    other = Talk(practice, Address("tel", "+15550158"))
    assert stranger.say(WORD) == other.say("nothing at all")
    assert her.say(WORD) != stranger.say(WORD)


def test_guessing_ends_without_a_sign(practice: Practice, her: Talk, stranger: Talk) -> None:
    leave(practice)
    texts = ("hi", *GUESSES, WORD, WORD, "1")
    assert [her.say(text) for text in texts] == [stranger.say(text) for text in texts]
    assert her.state.checks_closed_until is not None


def test_after_a_day_it_opens_again(practice: Practice, her: Talk) -> None:
    leave(practice)
    her.say("hi", *GUESSES)
    move(practice, hours=23, minutes=50)
    assert "note" not in her.say(WORD)
    move(practice, minutes=11)
    assert "note" in her.say(WORD)


@pytest.mark.parametrize("between", ["x", "2", "3"])
def test_the_count_outlives_the_end_of_a_visit(practice: Practice, her: Talk, between: str) -> None:
    leave(practice)
    for guess in GUESSES:
        her.say("hi", guess)
        her.say("hi" if between != "x" else "", between)
        her.say("x")
    assert her.state.checks_closed_until is not None


def test_two_misses_leave_room_for_the_word(practice: Practice, her: Talk) -> None:
    leave(practice)
    her.say("hi", *GUESSES[:2])
    assert "note" in her.say(WORD)


def test_a_miss_is_one_check(her: Talk) -> None:
    her.say("hi")
    before = her.state.checks
    her.say(GUESSES[0])
    assert (her.state.misses, her.state.checks) == (1, before + 1)


def test_ten_checks_end_it_too(practice: Practice, her: Talk) -> None:
    leave(practice)
    for number in range(11):
        her.say(f"lantern number{'abcdefghijk'[number]}", "x")
    assert her.state.checks_closed_until is not None
    assert "note" not in her.say(WORD)


def test_receipts_count_as_checks(practice: Practice, her: Talk) -> None:
    del practice
    before = her.state.checks
    her.say("482177301946 one two three four five")
    assert her.state.checks == before + 1


def kept_everywhere(practice: Practice) -> str:
    return repr(told(practice)) + repr(outbox(practice))


def test_her_word_is_in_no_report_whenever_she_sends_it(practice: Practice, her: Talk) -> None:
    her.say(WORD, "1", WORD)
    move(practice, hours=1)
    her.say("hi", "1", "2", "1", WORD, "x")
    assert WORD not in kept_everywhere(practice)
    assert WORD not in her.state.to_json()


def test_nor_when_the_checking_has_ended(practice: Practice, her: Talk) -> None:
    her.say("hi", *GUESSES, "x")
    assert her.state.checks_closed_until is not None
    her.say(WORD)
    assert WORD not in her.state.to_json()
    her.say("1", "2", "1", WORD, "1", WORD)
    assert her.state.kept
    assert WORD not in kept_everywhere(practice)
    assert WORD not in her.state.to_json()


def test_nor_a_word_that_was_too_weak(practice: Practice) -> None:
    talk = Talk(practice)
    talk.say(*SET[:-1], "maria", "jacaranda", WORD)
    assert "maria" not in kept_everywhere(practice)
    assert WORD not in kept_everywhere(practice)
    assert "jacaranda" not in [one.lower() for one in heard(practice)]


def test_on_the_danger_path_it_proves_her_and_is_not_shown(practice: Practice, her: Talk) -> None:
    her.say("help me now he has a knife", WORD)
    assert WORD not in kept_everywhere(practice)
    marks = [one.get("mark") for one in told(practice)]
    assert "proven" in marks


def test_an_answer_is_not_shown_in_the_visit_that_set_the_word(practice: Practice) -> None:
    talk = Talk(practice)
    talk.say(*SET, "2")
    leave(practice)
    assert "note" not in talk.say(WORD)
    move(practice, minutes=11)
    assert "note" in talk.say(WORD)


def test_the_word_is_looked_up_before_any_transaction(
    practice: Practice, her: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bytes | None] = []
    real: Callable[..., object] = memory.recall_word

    def note(desk: object, writer: memory.Writer) -> object:
        asked.append(writer.word)
        return real(desk, writer)

    monkeypatch.setattr(memory, "recall_word", note)
    her.say("hi")
    her.say(GUESSES[0])
    assert asked[0] is None
    assert asked[1] is not None
    del practice
