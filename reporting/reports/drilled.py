"""Reports and red items of a drill: found by their mark, and removed when the drill is over."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from reporting.reports.rows import AlarmRow, DisclosureRow, ReplyRow, ReportRow

# A mark is the drill and a signature of 64 bytes; this sorts after each of them.
_LONGER = 65


def marked(session: Session, drill_id: UUID) -> tuple[tuple[UUID, bytes], ...]:
    """Returns id and mark of the reports that name a drill; whoever asks checks the mark."""
    first, last = drill_id.bytes, drill_id.bytes + b"\xff" * _LONGER
    wanted = select(ReportRow.id, ReportRow.drill).where(
        ReportRow.drill >= first, ReportRow.drill <= last
    )
    return tuple((row.id, row.drill or b"") for row in session.execute(wanted))


def remove(session: Session, report_ids: Collection[UUID]) -> None:
    """Removes reports with every entry."""
    session.execute(delete(DisclosureRow).where(DisclosureRow.report_id.in_(report_ids)))
    session.execute(delete(ReportRow).where(ReportRow.id.in_(report_ids)))


def remove_alarms(session: Session, case_ids: Collection[UUID]) -> None:
    """Removes the red items of cases with the answers to them."""
    theirs = select(AlarmRow.id).where(AlarmRow.case_id.in_(case_ids))
    session.execute(delete(ReplyRow).where(ReplyRow.alarm_id.in_(theirs)))
    session.execute(delete(AlarmRow).where(AlarmRow.case_id.in_(case_ids)))
