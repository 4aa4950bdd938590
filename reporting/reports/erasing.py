"""Shreds what was said: the entries go, the code and the day stay."""

from datetime import date
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from reporting.reports.model import CALLING, AlarmState, ReportStatus
from reporting.reports.rows import AlarmRow, DisclosureRow, ReportRow


def set_erase_on(session: Session, report_id: UUID, day: date | None) -> None:
    """Writes, or takes back, the day on which a report is shredded."""
    session.execute(update(ReportRow).where(ReportRow.id == report_id).values(erase_on=day))


def due_for_erasure(session: Session, today: date) -> tuple[UUID, ...]:
    """Returns the reports whose day is over, so that no hour of the time to revoke is lost."""
    wanted = select(ReportRow.id).where(ReportRow.erase_on < today)
    return tuple(session.scalars(wanted.order_by(ReportRow.id)))


def erase(session: Session, report_id: UUID) -> None:
    """Shreds a report's entries with their keys."""
    session.execute(delete(DisclosureRow).where(DisclosureRow.report_id == report_id))
    values = {"status": ReportStatus.ERASED.value, "erase_on": None}
    session.execute(update(ReportRow).where(ReportRow.id == report_id).values(**values))


def is_called(session: Session, case_id: UUID) -> bool:
    """Says whether somebody in danger, or who asked for a person, still waits on a case."""
    wanted = select(AlarmRow.id).where(
        AlarmRow.case_id == case_id,
        AlarmRow.state != AlarmState.CLOSED,
        AlarmRow.kind.in_(CALLING),
    )
    return session.scalar(wanted.limit(1)) is not None
