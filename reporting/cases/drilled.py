"""Cases of a drill: found by their mark, and removed when the drill is over."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from reporting.cases.rows import AnswerRow, CaseKeyWrapRow, CaseRow, NoteRow

# A mark is the drill and a signature of 64 bytes; this sorts after each of them.
_LONGER = 65


def marked(session: Session, drill_id: UUID) -> tuple[tuple[UUID, str, bytes], ...]:
    """Returns id, code and mark of the cases that name a drill; whoever asks checks the mark."""
    first, last = drill_id.bytes, drill_id.bytes + b"\xff" * _LONGER
    wanted = select(CaseRow.id, CaseRow.code, CaseRow.drill).where(
        CaseRow.drill >= first, CaseRow.drill <= last
    )
    return tuple((row.id, row.code, row.drill or b"") for row in session.execute(wanted))


def remove(session: Session, case_ids: Collection[UUID]) -> None:
    """Removes cases with all that hangs on them; their red items must be gone before."""
    for row in (NoteRow, AnswerRow, CaseKeyWrapRow):
        session.execute(delete(row).where(row.case_id.in_(case_ids)))
    session.execute(delete(CaseRow).where(CaseRow.id.in_(case_ids)))
