"""What the line takes in is sealed as it comes, to a key that nobody can slip under it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select

from kernel.rows import Row
from kernel.vocabulary import Tier
from pathway import intake
from reporting.cases import store as cases
from reporting.cases.rows import CaseRow
from reporting.reports import store as reports
from reporting.reports.model import Entry, ReportStatus
from reporting.reports.rows import DisclosureRow, ReportRow
from staff.rows import JournalLeafRow
from tests.pathway.telling import SAID, alarm, tell
from tests.practice import Practice


def columns(row: Row) -> dict[str, Any]:
    return {column.name: getattr(row, column.name) for column in row.__table__.columns}


def test_what_is_kept_shows_nothing(practice: Practice) -> None:
    told = tell(practice)
    with practice.house.glance() as desk:
        report = columns(desk.session.get_one(ReportRow, told.report_id))
        case = columns(desk.session.get_one(CaseRow, told.id))
        entry = columns(desk.session.scalars(select(DisclosureRow)).one())
    assert entry["held_by"] == case["held_by"] == f"intake:{report['organization_id']}:2026-11"
    assert "zanzibar" not in repr((report, case, entry))
    assert told.report_id not in case.values()
    assert told.report_id.bytes not in case["body"] + case["wrap"]
    assert str(told.report_id).encode() not in case["body"] + case["wrap"]


def test_a_case_presses_more_and_never_less(practice: Practice) -> None:
    told = tell(practice, tier=Tier.URGENT)

    def press(tier: Tier) -> tuple[str, timedelta]:
        with practice.house.desk() as desk:
            intake.press(desk, told.id, tier)
            desk.session.expire_all()
            case = cases.case(desk.session, told.id)
            assert case is not None
            assert case.due_at is not None
            return case.tier.value, case.due_at - desk.now

    assert press(Tier.NORMAL) == ("U", timedelta(hours=1))
    assert press(Tier.EMERGENCY) == ("E", timedelta(minutes=15))
    assert press(Tier.URGENT) == ("E", timedelta(minutes=15))
    assert press(Tier.NORMAL) == ("E", timedelta(minutes=15))


def test_an_unlinked_report_leads_to_nobody(practice: Practice) -> None:
    told = tell(practice, token="hers")
    with practice.house.desk() as desk:
        intake.unlink_report(desk, told.report_id)
    with practice.house.glance() as desk:
        report = reports.report(desk.session, told.report_id)
        assert report is not None
        assert report.status is ReportStatus.UNLINKED
        assert report.contact_token != "hers"
        assert reports.reports_of(desk.session, "hers") == ()
        assert len(reports.entries(desk.session, told.report_id)) == 1


def test_the_journal_names_rows_by_keyed_names(practice: Practice) -> None:
    told = tell(practice)
    alarm(practice, told)
    with practice.house.glance() as desk:
        leaves = desk.session.scalars(select(JournalLeafRow)).all()
        verbs = {leaf.verb for leaf in leaves}
    assert {"report.opened", "case.opened", "alarm.danger"} <= verbs
    shown = repr([vars(leaf) for leaf in leaves])
    assert str(told.id) not in shown
    assert str(told.report_id) not in shown


def test_an_accident_after_the_text_keeps_nothing_of_it(practice: Practice) -> None:
    def work() -> UUID:
        with practice.house.desk() as desk:
            report_id = intake.open_report(desk, "token", ReportStatus.RECEIVED)
            intake.keep(desk, report_id, 1, Entry(at="now", heard=SAID))
            raise LookupError

    with pytest.raises(LookupError):
        work()
    with practice.house.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(ReportRow)) == 0
        assert session.scalar(select(func.count()).select_from(DisclosureRow)) == 0
