"""After STOP, at a typed yes, and in a new visit: what the order of the rules protects."""

from __future__ import annotations

import pytest

from bots.conversation import hear
from kernel.clock import StoppedClock
from kernel.ids import new_id
from kernel.vocabulary import Address, Inbound
from pathway import reading, today
from pathway.views import CaseView
from tests.makers import Phone, enter_as
from tests.practice import Practice

LINE = Address("tel", "+15550190")
TO_WORD = ("JACARANDA", "1", "2", "1", "1", "1", "1", "D2", "3", "1", "copperkettle")


@pytest.fixture
def phone(practice: Practice) -> Phone:
    return Phone(practice, "+15550133")


def heard(practice: Practice) -> list[str]:
    """Returns every text of hers that staff can read."""
    reader = enter_as(practice, "caseworker")
    texts: list[str] = []
    with practice.house.desk() as desk:
        for line in reading.list_cases(desk, reader):
            view = reading.read_case(desk, reader, line.code, "triage")
            assert isinstance(view, CaseView)
            texts += [one.text for one in view.conversation if one.direction == "in"]
    return texts


def told_by_provider(practice: Practice, phone: Phone, written: str, opt_out: str) -> list[str]:
    before = len(phone.received())
    house = practice.house
    message = Inbound(
        "twilio", new_id().hex, phone.address, LINE, written, house.clock.now(),
        opt_out=opt_out,
    )  # fmt: skip
    hear(house, message)
    practice.app.extensions["clockwork"].send()
    return phone.received()[before:]


def test_her_word_after_stop_is_kept_from_staff(practice: Practice, phone: Phone) -> None:
    phone.say(*TO_WORD, "2", "STOP", "tell my sister", "copperkettle")
    texts = heard(practice)
    assert "tell my sister" in texts
    assert "copperkettle" not in texts


def test_texts_after_stop_are_one_item_on_today(practice: Practice, phone: Phone) -> None:
    phone.say("STOP", "one", "two", "three")
    reader = enter_as(practice, "caseworker")
    with practice.house.glance() as desk:
        kinds = [line.kind for line in today.today(desk, reader).alarms]
    assert kinds == ["stopped"]


def test_a_typed_yes_that_the_provider_marks_still_answers(
    practice: Practice, phone: Phone
) -> None:
    phone.say("JACARANDA")
    assert "Do you need help fast?" in told_by_provider(practice, phone, "YES", "START")[0]


def test_a_typed_yes_starts_again_whoever_had_stopped(practice: Practice, phone: Phone) -> None:
    phone.say("STOP")
    assert told_by_provider(practice, phone, "YES", "START") == []
    assert "Is now a good time?" in phone.say("hello")


def test_a_language_is_chosen_for_one_visit(
    practice: Practice, phone: Phone, clock: StoppedClock
) -> None:
    stranger = Phone(practice, "+15550134").say("hello")
    assert "Marigold" in phone.say("JACARANDA", "Español")
    clock.advance(minutes=11)
    assert phone.say("hello") == stranger
