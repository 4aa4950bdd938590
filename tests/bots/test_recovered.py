"""Texts that were lost and found again: no reply, no step, and what protects still counts."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from bots.conversation import Heard
from outbox.rows import ContactRow
from tests.bots.talking import Talk, heard, waiting
from tests.practice import Practice

GONE_ON = ("JACARANDA", "1", "2", "1", "1")


@pytest.fixture
def talk(practice: Practice) -> Talk:
    return Talk(practice)


def found(talk: Talk, text: str, minutes: int = 20) -> None:
    at = talk.practice.house.clock.now() - timedelta(minutes=minutes)
    assert talk.hear(text, recovered=True, at=at).outcome is Heard.SILENT


@pytest.mark.parametrize("text", ["1", "2", "JACARANDA", "he shouts", "español", "H", "DELETE"])
def test_it_advances_nothing_and_is_not_answered(talk: Talk, text: str) -> None:
    talk.say(*GONE_ON)
    before, queued = talk.state, waiting(talk.practice)
    found(talk, text)
    after = talk.state
    assert (after.step, after.answers, after.language) == (before.step, before.answers, "en")
    assert waiting(talk.practice) == queued


def test_after_go_on_it_is_kept_for_people(talk: Talk) -> None:
    talk.say(*GONE_ON)
    found(talk, "he shouts every night")
    assert "he shouts every night" in heard(talk.practice)


def test_before_go_on_it_is_only_a_missed_knock(talk: Talk) -> None:
    found(talk, "he shouts every night")
    talk.say(*GONE_ON)
    assert "he shouts every night" not in heard(talk.practice)


def test_stop_counts_and_a_start_before_it_does_not_undo_it(talk: Talk) -> None:
    talk.say("JACARANDA")
    found(talk, "STOP", minutes=5)
    found(talk, "START", minutes=9)
    with talk.practice.house.database.reading() as session:
        assert session.scalars(select(ContactRow.stopped)).one()


def test_x_ends_the_visit(talk: Talk) -> None:
    talk.say("JACARANDA", "1")
    found(talk, "X")
    assert "Is now a good time?" in talk.say("hello")


def test_her_own_word_is_in_nobody_s_report(talk: Talk) -> None:
    talk.say(*GONE_ON, "1", "1", "D3", "1", "1", "bluelantern", "2", "2")
    found(talk, "bluelantern")
    assert "bluelantern" not in heard(talk.practice)
