"""Whoever writes of their own behaviour is never joined to a case, not even by a shared phone."""

from __future__ import annotations

from sqlalchemy import select

from reporting.cases.rows import CaseRow
from reporting.reports.rows import ReportRow
from tests.bots.talking import Talk
from tests.practice import Practice


def test_own_behaviour_goes_by_another_name(practice: Practice) -> None:
    talk = Talk(practice)
    talk.say("JACARANDA", "1", "2", "1", "3")
    with practice.house.database.reading() as session:
        assert session.scalars(select(ReportRow.contact_token)).one() != talk.writer.token
        assert session.scalars(select(CaseRow)).all() == []
