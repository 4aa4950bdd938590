"""Clearing what was said: unlinked at once, shredded in time; what is proven hers, at once."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from kernel.clock import local_day
from kernel.ids import random_bytes
from pathway import contact_keeping
from pathway.desk import Desk, House
from pathway.intake import note
from pathway.withdrawal import pause_case, withdraw_case
from referral import erasing, need_store, withdrawing
from referral.model import Actor
from reporting.cases import erasing as cases
from reporting.media import store as media
from reporting.reports import erasing as reports
from reporting.reports.model import ReportStatus
from reporting.reports.store import report, unlink
from staff.store import journal

REVOCABLE_FOR = timedelta(hours=72)


def unlink_visit(desk: Desk, report_id: UUID, case_id: UUID | None) -> None:
    """Cuts a visit from its phone at once; its words are shredded once the time to revoke is over.

    What was asked for is held meanwhile. Only a day is kept, the same for many: an hour would
    pair the report with its case.
    """
    unlink(desk.session, report_id, random_bytes(32).hex())
    day = local_day(desk.now + REVOCABLE_FOR, desk.programme.timezone)
    reports.set_erase_on(desk.session, report_id, day)
    note(desk, "report.unlinked", "report", report_id)
    if case_id is not None:
        pause_case(desk, case_id)
        cases.set_erase_on(desk.session, case_id, day)


def revoke(desk: Desk, report_id: UUID, case_id: UUID | None) -> None:
    """Stops an erasure that is not done yet: she came back and proved herself."""
    reports.set_erase_on(desk.session, report_id, None)
    if case_id is not None:
        cases.set_erase_on(desk.session, case_id, None)


def is_erased(desk: Desk, report_id: UUID) -> bool:
    """Says whether nothing is left of a report."""
    found = report(desk.session, report_id)
    return found is None or found.status is ReportStatus.ERASED


def erase_now(desk: Desk, report_ids: Iterable[UUID], case_ids: Iterable[UUID]) -> None:
    """Shreds what she saved, by her proven wish; the day and the code stay, and nothing else."""
    for case_id in sorted(case_ids):
        withdraw_case(desk, case_id)
        _erase_case(desk.session, case_id)
        note(desk, "case.erased", "case_file", case_id)
    for report_id in sorted(report_ids):
        unlink(desk.session, report_id, random_bytes(32).hex())
        media.erase(desk.session, report_id)
        reports.erase(desk.session, report_id)
        note(desk, "report.erased", "report", report_id)


def run_due(house: House, now: datetime) -> None:
    """Shreds what became due; a red item that stands open stays, and its case with it.

    The jobs process holds no key that names a report, so its leaves name none.
    """
    with house.database.unit_of_work() as session:
        today = local_day(now, house.programme(session).timezone)
        for report_id in reports.due_for_erasure(session, today):
            media.erase(session, report_id)
            reports.erase(session, report_id)
            journal(session, "report.erased", "jobs", None, None, now)
        contact_keeping.end_over(session, today)
        for case_id in cases.due_for_erasure(session, today):
            if not reports.is_called(session, case_id):
                for need in need_store.needs_of(session, case_id):
                    withdrawing.withdraw_need(session, need.id, Actor.SURVIVOR, now)
                _erase_case(session, case_id)
                journal(session, "case.erased", "jobs", None, None, now)


def _erase_case(session: Session, case_id: UUID) -> None:
    erasing.erase_needs(session, case_id)
    contact_keeping.end(session, case_id)
    cases.erase(session, case_id)
