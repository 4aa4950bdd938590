"""Reports, entries and red items at rest, on both kinds of database."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from kernel.db import Database
from kernel.ids import new_id
from reporting.reports import store
from reporting.reports.model import ReportStatus
from tests.reporting.makers import make_entry, make_organization, make_report


def test_a_report_comes_back_and_is_found_by_its_contact(session: Session) -> None:
    organization = make_organization(session)
    report = make_report(session, organization, "hers")
    make_report(session, organization, "another's")
    assert store.report(session, report.id) == report
    assert store.reports_of(session, "hers") == (report,)
    assert store.report(session, new_id()) is None


def test_how_far_it_is_kept_can_change(session: Session) -> None:
    report = make_report(session, make_organization(session), "hers")
    store.set_status(session, report.id, ReportStatus.RECEIVED)
    session.expire_all()
    (found,) = store.reports_of(session, "hers")
    assert found.status is ReportStatus.RECEIVED
    store.unlink(session, report.id, "nobody's")
    session.expire_all()
    assert store.reports_of(session, "hers") == ()


def test_entries_come_back_in_order(session: Session) -> None:
    report = make_report(session, make_organization(session))
    assert store.next_sequence(session, report.id) == 1
    second, first = make_entry(session, report, 2), make_entry(session, report, 1)
    assert store.entries(session, report.id) == (first, second)
    assert store.next_sequence(session, report.id) == 3


def test_two_entries_cannot_have_one_place(database: Database) -> None:
    def work() -> None:
        with database.unit_of_work() as session:
            report = make_report(session, make_organization(session))
            make_entry(session, report, 1)
            make_entry(session, report, 1)

    with pytest.raises(IntegrityError):
        work()


def test_an_entry_gets_another_holder_and_keeps_its_body(session: Session) -> None:
    report = make_report(session, make_organization(session))
    entry = make_entry(session, report, 1)
    store.hold_entry(session, entry.id, b"new wrap", "case:1")
    session.expire_all()
    (found,) = store.entries(session, report.id)
    assert (found.wrap, found.body, found.held_by) == (b"new wrap", b"body", "case:1")
