"""UNDO reaches everything it says it reaches, wherever she is when she sends it."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from kernel.clock import StoppedClock
from referral.rows import AttemptRow
from tests.makers import Phone
from tests.practice import Practice

TO_WORD = ("JACARANDA", "1", "2", "1", "1", "1", "1", "D2", "3", "1", "copperkettle")
ASKED = (*TO_WORD, "2", "2", "2", "1")


@pytest.fixture
def phone(practice: Practice) -> Phone:
    return Phone(practice, "+15550132")


def attempts(practice: Practice) -> list[tuple[str, bool]]:
    with practice.house.database.reading() as session:
        return [(one.state, one.paused) for one in session.scalars(select(AttemptRow))]


def of_this_test(practice: Practice, before: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    now = attempts(practice)
    for one in before:
        now.remove(one)
    return now


def test_on_the_danger_path_it_holds_at_once(practice: Practice, phone: Phone) -> None:
    before = attempts(practice)
    assert phone.say(*ASKED).startswith("OK. They answer us")
    assert "Call 10111" in phone.say("help me now he is here", "UNDO")
    assert of_this_test(practice, before) == [("sent", True)]


def test_after_stop_it_holds_at_once(practice: Practice, phone: Phone) -> None:
    before = attempts(practice)
    phone.say(*ASKED, "STOP", "UNDO")
    # The state of this visit is gone after STOP, but what its phone asked for is known.
    assert of_this_test(practice, before) == [("sent", True)]


def test_proven_it_ends_every_visit_saved_with_that_word(
    practice: Practice, phone: Phone, clock: StoppedClock
) -> None:
    before = attempts(practice)
    phone.say(*ASKED)
    clock.advance(hours=1)
    phone.say(*ASKED)
    clock.advance(hours=1)
    assert "has ended" in phone.say("copperkettle", "UNDO")
    assert [state for state, _ in of_this_test(practice, before)] == ["withdrawn"] * 2
