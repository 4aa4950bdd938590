"""Her own word in a later visit, also when it is the first thing she sends."""

from __future__ import annotations

import pytest

from kernel.clock import StoppedClock
from pathway import casework, reading
from pathway.desk import Denied
from tests.makers import Phone, enter_as
from tests.practice import Practice

TO_WORD = ("JACARANDA", "1", "2", "1", "1", "1", "1", "D2", "3", "1", "copperkettle", "2", "2", "2")


def leave(practice: Practice, text: str) -> None:
    reader = enter_as(practice, "caseworker")
    with practice.house.desk() as desk:
        line = reading.list_cases(desk, reader)[0]
        assert not isinstance(casework.leave_answer(desk, reader, line.id, text), Denied)


@pytest.mark.parametrize("first", [(), ("hello",)])
def test_it_opens_the_answer_in_a_later_visit(
    practice: Practice, clock: StoppedClock, first: tuple[str, ...]
) -> None:
    phone = Phone(practice, "+15550135")
    phone.say(*TO_WORD)
    leave(practice, "The clinic is open on Friday.")
    clock.advance(hours=3)
    assert "There is a note for you" in phone.say(*first, "copperkettle")
    assert phone.say("1") == "The clinic is open on Friday."


def test_it_opens_no_answer_in_the_visit_that_set_it(practice: Practice) -> None:
    phone = Phone(practice, "+15550135")
    phone.say(*TO_WORD)
    leave(practice, "The clinic is open on Friday.")
    assert "No news yet" in phone.say("copperkettle")
