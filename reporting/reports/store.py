"""The only file that touches the tables of reports."""

from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from kernel.later import later
from kernel.rows import table_of
from reporting.reports.model import (
    Alarm,
    AlarmKind,
    AlarmState,
    Report,
    ReportStatus,
    SealedEntry,
)
from reporting.reports.rows import AlarmRow, DisclosureRow, ReplyRow, ReportRow

_ADD_ENTRY = insert(table_of(DisclosureRow))


def add_report(session: Session, report: Report) -> None:
    """Adds a report."""
    session.execute(insert(ReportRow), asdict(report))


def set_status(session: Session, report_id: UUID, status: ReportStatus) -> None:
    """Marks how far a report is kept."""
    session.execute(update(ReportRow).where(ReportRow.id == report_id).values(status=status))


def unlink(session: Session, report_id: UUID, stranger_token: str) -> None:
    """Gives a report a token that is nobody's, so that it leads back to no contact."""
    changed = update(ReportRow).where(ReportRow.id == report_id)
    session.execute(
        changed.values(contact_token=stranger_token, status=ReportStatus.UNLINKED.value)
    )


def set_contact(session: Session, report_id: UUID, contact_token: str) -> None:
    """Gives a report another name of its contact."""
    changed = update(ReportRow).where(ReportRow.id == report_id)
    session.execute(changed.values(contact_token=contact_token))


def report(session: Session, report_id: UUID) -> Report | None:
    """Returns a report."""
    row = session.get(ReportRow, report_id)
    return None if row is None else _report(row)


def reports_of(session: Session, contact_token: str) -> tuple[Report, ...]:
    """Returns the reports that came from one contact."""
    rows = session.scalars(select(ReportRow).where(ReportRow.contact_token == contact_token))
    return tuple(_report(row) for row in rows)


def add_entry(session: Session, entry: SealedEntry) -> None:
    """Adds a sealed entry."""
    later(session, _ADD_ENTRY, vars(entry))


def entries(session: Session, report_id: UUID) -> tuple[SealedEntry, ...]:
    """Returns a report's sealed entries in order."""
    wanted = select(DisclosureRow).where(DisclosureRow.report_id == report_id)
    rows = session.scalars(wanted.order_by(DisclosureRow.sequence))
    return tuple(
        SealedEntry(r.id, r.report_id, r.sequence, r.day, r.wrap, r.body, r.held_by) for r in rows
    )


def next_sequence(session: Session, report_id: UUID) -> int:
    """Returns the place of a report's next entry."""
    wanted = select(func.max(DisclosureRow.sequence)).where(DisclosureRow.report_id == report_id)
    return (session.scalar(wanted) or 0) + 1


def hold_entry(session: Session, entry_id: UUID, wrap: bytes, held_by: str) -> None:
    """Puts a new wrap in the place of an entry's old one."""
    changed = update(DisclosureRow).where(DisclosureRow.id == entry_id)
    session.execute(changed.values(wrap=wrap, held_by=held_by))


def add_alarm(session: Session, alarm: Alarm) -> None:
    """Adds a red item."""
    session.execute(insert(AlarmRow), asdict(alarm))


def alarm(session: Session, alarm_id: UUID) -> Alarm | None:
    """Returns a red item."""
    row = session.get(AlarmRow, alarm_id)
    return None if row is None else _alarm(row)


def alarms_of(session: Session, case_id: UUID) -> tuple[Alarm, ...]:
    """Returns the red items of a case, oldest first."""
    wanted = select(AlarmRow).where(AlarmRow.case_id == case_id)
    return tuple(_alarm(row) for row in session.scalars(wanted.order_by(AlarmRow.raised_at)))


def open_alarms(session: Session, organization_id: UUID) -> tuple[Alarm, ...]:
    """Returns an organization's red items that nobody has closed, oldest first."""
    wanted = select(AlarmRow).where(
        AlarmRow.organization_id == organization_id, AlarmRow.state != AlarmState.CLOSED
    )
    return tuple(_alarm(row) for row in session.scalars(wanted.order_by(AlarmRow.raised_at)))


def unopened_alarms(
    session: Session, kinds: Collection[AlarmKind], *, lock: bool = False
) -> tuple[Alarm, ...]:
    """Returns the red items of these kinds that nobody has opened or closed, oldest first."""
    wanted = select(AlarmRow).where(
        AlarmRow.state == AlarmState.RAISED.value, AlarmRow.kind.in_([one.value for one in kinds])
    )
    wanted = wanted.with_for_update() if lock else wanted
    return tuple(_alarm(row) for row in session.scalars(wanted.order_by(AlarmRow.raised_at)))


def note_paged(session: Session, alarm: Alarm, now: datetime) -> None:
    """Notes that a red item has called people once more."""
    changed = update(AlarmRow).where(AlarmRow.id == alarm.id)
    session.execute(changed.values(paged_at=now, pages=alarm.pages + 1))


def touch_alarm(
    session: Session, alarm_id: UUID, *, reply_to: bytes | None, reply_until: datetime | None
) -> None:
    """Keeps, or erases, the sealed address an answer may go to for a few minutes."""
    changed = update(AlarmRow).where(AlarmRow.id == alarm_id)
    session.execute(changed.values(reply_to=reply_to, reply_until=reply_until))


def set_answer_message(session: Session, alarm_id: UUID, message_id: UUID) -> None:
    """Remembers which message carries the newest answer, so that X can still stop it."""
    changed = update(AlarmRow).where(AlarmRow.id == alarm_id)
    session.execute(changed.values(answer_message=message_id))


def erase_reply_addresses(session: Session, now: datetime) -> int:
    """Erases every sealed address whose minutes are over; returns how many."""
    due = update(AlarmRow).where(AlarmRow.reply_until <= now, AlarmRow.reply_to.is_not(None))
    erased = session.execute(due.values(reply_to=None).returning(AlarmRow.id))
    return len(erased.all())


def mark_alarm(session: Session, alarm_id: UUID, state: AlarmState, now: datetime) -> None:
    """Moves a red item on; an opened one keeps the time of its first opening."""
    column = {AlarmState.OPENED: "opened_at", AlarmState.CLOSED: "closed_at"}[state]
    changed = update(AlarmRow).where(AlarmRow.id == alarm_id, AlarmRow.state != AlarmState.CLOSED)
    if state is AlarmState.OPENED:
        changed = changed.where(AlarmRow.state == AlarmState.RAISED)
    session.execute(changed.values({"state": state.value, column: now}))


def set_alarm_kind(session: Session, alarm_id: UUID, kind: AlarmKind) -> None:
    """Writes what a red item asks for, as she says it."""
    session.execute(update(AlarmRow).where(AlarmRow.id == alarm_id).values(kind=kind.value))


def add_reply(session: Session, reply_id: UUID, alarm_id: UUID, body: bytes, now: datetime) -> None:
    """Adds a person's sealed answer to a red item."""
    wanted = select(func.max(ReplyRow.sequence)).where(ReplyRow.alarm_id == alarm_id)
    sequence = (session.scalar(wanted) or 0) + 1
    session.add(ReplyRow(id=reply_id, alarm_id=alarm_id, sequence=sequence, body=body, at=now))


def newest_reply(session: Session, alarm_id: UUID) -> tuple[UUID, bytes] | None:
    """Returns the newest sealed answer to a red item."""
    wanted = select(ReplyRow).where(ReplyRow.alarm_id == alarm_id)
    row = session.scalars(wanted.order_by(ReplyRow.sequence.desc()).limit(1)).first()
    return None if row is None else (row.id, row.body)


def _report(row: ReportRow) -> Report:
    status = ReportStatus(row.status)
    return Report(
        row.id, row.code, row.organization_id, status, row.day, row.contact_token, drill=row.drill
    )


def _alarm(row: AlarmRow) -> Alarm:
    return Alarm(
        row.id, row.organization_id, row.case_id, AlarmKind(row.kind), AlarmState(row.state),
        row.raised_at, row.reply_key, row.opened_at, row.closed_at, row.reply_to, row.reply_until,
        answer_message=row.answer_message, drill=row.drill, paged_at=row.paged_at, pages=row.pages,
    )  # fmt: skip
