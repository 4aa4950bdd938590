"""A call for police that was lost shows its age, and an N takes back only what came before it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from reporting.reports.rows import AlarmRow
from tests.bots.talking import Talk
from tests.bots.test_recovered import found
from tests.practice import Practice


@pytest.fixture
def talk(practice: Practice) -> Talk:
    return Talk(practice)


def alarms(practice: Practice) -> list[AlarmRow]:
    with practice.house.database.reading() as session:
        rows = session.scalars(select(AlarmRow)).all()
        session.expunge_all()
        return list(rows)


def test_a_lost_call_for_police_is_as_old_as_it_is(talk: Talk) -> None:
    found(talk, "P near the market", minutes=45)
    (alarm,) = alarms(talk.practice)
    assert alarm.kind == "police"
    age = talk.practice.house.clock.now() - alarm.raised_at
    assert age >= timedelta(minutes=45)
    assert alarm.reply_to is None, "no answer may follow a text that came late"


def test_n_takes_back_an_earlier_p_and_not_a_later_one(talk: Talk) -> None:
    talk.say("JACARANDA", "1", "1", "P near the market")
    found(talk, "N")
    assert alarms(talk.practice)[0].kind == "police"
    talk.practice.house.clock.advance(minutes=3)  # type: ignore[attr-defined]
    found(talk, "N", minutes=1)
    assert alarms(talk.practice)[0].kind == "no_police"
