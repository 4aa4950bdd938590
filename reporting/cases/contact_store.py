"""Statements of how she may be reached, and the day on which she last proved herself."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from reporting.cases.agreed import SafeContact, Standing
from reporting.cases.model import Held
from reporting.cases.rows import CaseRow, SafeContactRow

_EMPTY = {"message_id": None, "handle": None, "wrap": None, "body": None, "held_by": None}


def set_proven(session: Session, case_id: UUID, day: date) -> None:
    """Notes the day on which she proved herself by her word."""
    session.execute(update(CaseRow).where(CaseRow.id == case_id).values(proven_on=day))


def proven_on(session: Session, case_id: UUID) -> date | None:
    """Returns the day on which she last proved herself by her word."""
    return session.scalar(select(CaseRow.proven_on).where(CaseRow.id == case_id))


def add(session: Session, statement: SafeContact, held: Held) -> None:
    """Adds a statement."""
    session.add(
        SafeContactRow(
            id=statement.id,
            case_id=statement.case_id,
            made_by=statement.made_by,
            day=statement.day,
            until=statement.until,
            state=statement.state.value,
            handle=statement.handle,
            wrap=held.wrap,
            body=held.body,
            held_by=held.held_by,
        )
    )
    session.flush()


def newest(session: Session, case_id: UUID, *, lock: bool = False) -> SafeContact | None:
    """Returns a case's latest statement; locked, nobody else ends it or writes by it meanwhile."""
    own = SafeContactRow.case_id == case_id
    is_open = SafeContactRow.state == Standing.OPEN.value
    order = (is_open.desc(), SafeContactRow.day.desc())
    wanted = select(SafeContactRow).where(own).order_by(*order).limit(1)
    if lock:
        wanted = wanted.with_for_update()
    row = session.scalars(wanted.execution_options(populate_existing=True)).first()
    return None if row is None else _statement(row)


def open_of_case(session: Session, case_id: UUID) -> tuple[tuple[UUID, UUID | None], ...]:
    """Returns the open statements of a case, locked, each with the message sent by it."""
    return _open(session, SafeContactRow.case_id == case_id)


def open_of_contact(session: Session, handle: bytes) -> tuple[tuple[UUID, UUID | None], ...]:
    """Returns the open statements about a contact, locked, each with the message sent by it."""
    return _open(session, SafeContactRow.handle == handle)


def open_before(session: Session, today: date) -> tuple[tuple[UUID, UUID | None], ...]:
    """Returns the statements whose last day is over, each with the message sent by it."""
    return _open(session, SafeContactRow.until < today)


def hold(session: Session, statement_id: UUID, held: Held, message_id: UUID | None = None) -> None:
    """Puts newly sealed contents in the place of the old ones."""
    values: dict[str, object] = {"wrap": held.wrap, "body": held.body, "held_by": held.held_by}
    if message_id is not None:
        values["message_id"] = message_id
    own = SafeContactRow.id == statement_id
    session.execute(update(SafeContactRow).where(own).values(**values))


def close(session: Session, statement_ids: Iterable[UUID], state: Standing) -> None:
    """Ends statements: what they said is gone, that they were made stays."""
    theirs = SafeContactRow.id.in_(list(statement_ids))
    session.execute(update(SafeContactRow).where(theirs).values(state=state.value, **_EMPTY))


def _open(session: Session, theirs: object) -> tuple[tuple[UUID, UUID | None], ...]:
    wanted = select(SafeContactRow.id, SafeContactRow.message_id)
    is_open = SafeContactRow.state == Standing.OPEN.value
    locked = wanted.where(theirs, is_open).order_by(SafeContactRow.id).with_for_update()  # type: ignore[arg-type]
    return tuple((row.id, row.message_id) for row in session.execute(locked))


def _statement(row: SafeContactRow) -> SafeContact:
    held = None
    if row.wrap is not None and row.body is not None and row.held_by is not None:
        held = Held(row.wrap, row.body, row.held_by)
    return SafeContact(
        row.id, row.case_id, row.made_by, row.day, row.until, Standing(row.state),
        row.handle, held, row.message_id,
    )  # fmt: skip
