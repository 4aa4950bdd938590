"""Danger beats everything, each time anew: after an end, after X, after a closed red item."""

from __future__ import annotations

import pytest

from kernel.clock import StoppedClock
from pathway import alarms, reading, today
from pathway.desk import Denied
from pathway.views import CaseView
from reporting.reports.model import AlarmKind
from tests.makers import Phone, enter_as
from tests.practice import Practice

CRY = "he has a knife pls help"
GONE_ON = ("JACARANDA", "1", "2", "1", "1")


@pytest.fixture
def phone(practice: Practice) -> Phone:
    return Phone(practice, "+15550131")


def red(practice: Practice) -> tuple[str, ...]:
    reader = enter_as(practice, "caseworker")
    with practice.house.glance() as desk:
        return tuple(line.kind for line in today.today(desk, reader).alarms)


def close_all(practice: Practice) -> None:
    reader = enter_as(practice, "caseworker")
    with practice.house.desk() as desk:
        for line in today.today(desk, reader).alarms:
            assert not isinstance(alarms.close_alarm(desk, reader, line.id), Denied)


def answer_newest(practice: Practice, text: str) -> None:
    reader = enter_as(practice, "caseworker")
    with practice.house.desk() as desk:
        line = max(today.today(desk, reader).alarms, key=lambda one: one.raised_at)
        assert not isinstance(alarms.answer_alarm(desk, reader, line.id, text), Denied)
    practice.app.extensions["clockwork"].send()


def heard_by_staff(practice: Practice) -> list[str]:
    """Returns every danger text that somebody on duty can read under a red item."""
    reader = enter_as(practice, "caseworker")
    texts: list[str] = []
    with practice.house.desk() as desk:
        for line in reading.list_cases(desk, reader):
            view = reading.read_case(desk, reader, line.code, "triage")
            assert isinstance(view, CaseView)
            texts += [text for one in view.alarms[:1] for text in one.texts]
    return texts


def test_a_cry_in_a_later_visit_is_sealed_and_red(
    practice: Practice, phone: Phone, clock: StoppedClock
) -> None:
    phone.say(CRY)
    clock.advance(minutes=40)
    phone.say("he is back with a gun help me now")
    assert any("gun" in text for text in heard_by_staff(practice))


def test_a_cry_after_x_is_sealed_and_red(practice: Practice, phone: Phone) -> None:
    phone.say(CRY, "X", "he is back with a gun help me now")
    assert any("gun" in text for text in heard_by_staff(practice))


@pytest.mark.parametrize("minutes", [1, 40])
def test_a_cry_after_the_item_was_closed_raises_a_new_one(
    practice: Practice, phone: Phone, clock: StoppedClock, minutes: int
) -> None:
    phone.say(CRY, "near the market")
    close_all(practice)
    clock.advance(minutes=minutes)
    assert "Fast help" in phone.say("he is back with a gun help me now")
    assert red(practice) == ("danger",)
    assert any("gun" in text for text in heard_by_staff(practice))


def test_after_a_closed_item_quiet_words_start_anew(practice: Practice, phone: Phone) -> None:
    phone.say(CRY, "near the market")
    close_all(practice)
    assert "Is now a good time?" in phone.say("hello")
    assert red(practice) == ()


def test_a_cry_after_h_is_more_than_a_wish_for_a_person(practice: Practice, phone: Phone) -> None:
    phone.say(*GONE_ON, "H", "help me now he has a knife")
    assert AlarmKind.DANGER in red(practice)


def test_h_after_a_closed_item_calls_a_person_again(practice: Practice, phone: Phone) -> None:
    phone.say(*GONE_ON, "H")
    close_all(practice)
    phone.say("H")
    assert red(practice) == ("person",)


@pytest.mark.parametrize("end", ["X", "who is this?"])
def test_nothing_is_sent_after_an_end(practice: Practice, phone: Phone, end: str) -> None:
    phone.say(CRY, "near the market", end)
    before = phone.received()
    answer_newest(practice, "Someone is on the way.")
    assert phone.received() == before


def test_nothing_is_sent_after_not_now(practice: Practice, phone: Phone) -> None:
    phone.say(CRY, "2")
    answer_newest(practice, "Someone is on the way.")
    assert len(phone.received()) == 1


def test_fast_again_shows_the_answer_of_an_item_still_open(
    practice: Practice, phone: Phone, clock: StoppedClock
) -> None:
    phone.say(CRY, "near the market")
    answer_newest(practice, "Go to the front gate.")
    clock.advance(minutes=40)
    assert phone.say("hello", "1", "1") == "Go to the front gate."


@pytest.mark.parametrize("cry", ["A man has a knife, help me", "a mi hija la va a matar, ayuda"])
def test_a_cry_that_begins_with_a_letter_is_heard(
    practice: Practice, phone: Phone, cry: str
) -> None:
    assert "10111" in phone.say(cry)
    assert red(practice) == ("danger",)
