"""Shreds what a case holds: link, notes, answers and keys; its code and days stay."""

from datetime import date
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from reporting.cases.model import CaseState
from reporting.cases.rows import AnswerRow, CaseKeyWrapRow, CaseRow, NoteRow, SafeContactRow


def set_erase_on(session: Session, case_id: UUID, day: date | None) -> None:
    """Writes, or takes back, the day on which a case is shredded."""
    session.execute(update(CaseRow).where(CaseRow.id == case_id).values(erase_on=day))


def due_for_erasure(session: Session, today: date) -> tuple[UUID, ...]:
    """Returns the cases whose day is over."""
    wanted = select(CaseRow.id).where(CaseRow.erase_on < today)
    return tuple(session.scalars(wanted.order_by(CaseRow.id)))


def erase(session: Session, case_id: UUID) -> None:
    """Shreds a case's contents with their keys and closes it."""
    for row in (NoteRow, AnswerRow, SafeContactRow, CaseKeyWrapRow):
        session.execute(delete(row).where(row.case_id == case_id))
    emptied = {"wrap": b"", "body": b"", "held_by": "erased"}
    unset = {"erase_on": None, "due_at": None, "proven_on": None}
    closed = {"state": CaseState.CLOSED.value, **emptied, **unset}
    session.execute(update(CaseRow).where(CaseRow.id == case_id).values(**closed))
