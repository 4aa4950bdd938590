"""The only file that touches the tables of cases."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, func, select, update
from sqlalchemy.orm import Session

from kernel.vocabulary import Tier
from reporting.cases.model import Case, CaseState, Held, Note, WaitingAnswer
from reporting.cases.rows import AnswerRow, CaseKeyWrapRow, CaseRow, NoteRow

_BY_PRESSURE = (Tier.EMERGENCY.value, Tier.URGENT.value, Tier.NORMAL.value)


def add_case(session: Session, case: Case) -> None:
    """Adds a case."""
    session.add(
        CaseRow(
            id=case.id,
            code=case.code,
            organization_id=case.organization_id,
            owner_id=case.owner_id,
            state=case.state.value,
            tier=case.tier.value,
            opened_day=case.opened_day,
            due_at=case.due_at,
            wrap=case.link.wrap,
            body=case.link.body,
            held_by=case.link.held_by,
            key_public=case.key_public,
            drill=case.drill,
        )
    )
    session.flush()


def case(session: Session, case_id: UUID) -> Case | None:
    """Returns a case by its id."""
    row = session.get(CaseRow, case_id)
    return None if row is None else _case(row)


def lock_case(session: Session, case_id: UUID) -> None:
    """Lets one act at a time change who holds a case."""
    session.execute(select(CaseRow.id).where(CaseRow.id == case_id).with_for_update())


def case_by_code(session: Session, code: str) -> Case | None:
    """Returns a case by its code."""
    row = session.scalars(select(CaseRow).where(CaseRow.code == code.upper())).first()
    return None if row is None else _case(row)


def cases(
    session: Session,
    organization_id: UUID,
    *,
    state: str | None = None,
    owner_id: UUID | None = None,
) -> tuple[Case, ...]:
    """Returns an organization's cases, most pressing first."""
    wanted = select(CaseRow).where(CaseRow.organization_id == organization_id)
    if state:
        wanted = wanted.where(CaseRow.state == state)
    if owner_id:
        wanted = wanted.where(CaseRow.owner_id == owner_id)
    return _in_order(session, wanted)


def _in_order(session: Session, wanted: Select[tuple[CaseRow]]) -> tuple[Case, ...]:
    order = (CaseRow.due_at.is_(None), CaseRow.due_at, CaseRow.opened_day.desc(), CaseRow.code)
    return tuple(_case(row) for row in session.scalars(wanted.order_by(*order)))


def take(session: Session, case_id: UUID, owner_id: UUID, key_public: bytes, link: Held) -> None:
    """Gives a case its owner, its own key, and a link that only that key opens."""
    changed = update(CaseRow).where(CaseRow.id == case_id)
    session.execute(
        changed.values(
            owner_id=owner_id,
            key_public=key_public,
            wrap=link.wrap,
            body=link.body,
            held_by=link.held_by,
            due_at=None,
            state=CaseState.CONSENTED.value,
        )
    )


def set_owner(session: Session, case_id: UUID, owner_id: UUID) -> None:
    """Gives a case to another member who already holds its key."""
    session.execute(update(CaseRow).where(CaseRow.id == case_id).values(owner_id=owner_id))


def move(session: Session, case_id: UUID, state: CaseState) -> None:
    """Moves a case on."""
    session.execute(update(CaseRow).where(CaseRow.id == case_id).values(state=state.value))


def raise_tier(session: Session, case_id: UUID, tier: Tier, due_at: datetime) -> None:
    """Makes a case more pressing, and never less."""
    own = CaseRow.id == case_id
    sooner = CaseRow.due_at.is_(None) | (CaseRow.due_at > due_at)
    waiting = update(CaseRow).where(own, CaseRow.owner_id.is_(None), sooner)
    session.execute(waiting.values(due_at=due_at))
    milder = _BY_PRESSURE[_BY_PRESSURE.index(tier.value) + 1 :]
    session.execute(update(CaseRow).where(own, CaseRow.tier.in_(milder)).values(tier=tier.value))


def make_due(session: Session, case_id: UUID, now: datetime) -> None:
    """Puts a case at the top of its worker's list now."""
    session.execute(update(CaseRow).where(CaseRow.id == case_id).values(due_at=now))


def add_key_wrap(
    session: Session, wrap_id: UUID, case_id: UUID, member_id: UUID, wrap: bytes
) -> None:
    """Hands a case key to a member."""
    session.add(CaseKeyWrapRow(id=wrap_id, case_id=case_id, member_id=member_id, wrap=wrap))


def key_wrap(session: Session, case_id: UUID, member_id: UUID) -> tuple[UUID, bytes] | None:
    """Returns a member's wrap of a case key."""
    wanted = select(CaseKeyWrapRow).where(
        CaseKeyWrapRow.case_id == case_id, CaseKeyWrapRow.member_id == member_id
    )
    row = session.scalars(wanted).first()
    return None if row is None else (row.id, row.wrap)


def holders(session: Session, case_id: UUID) -> frozenset[UUID]:
    """Returns the members who hold a case's key."""
    wanted = select(CaseKeyWrapRow.member_id).where(CaseKeyWrapRow.case_id == case_id)
    return frozenset(session.scalars(wanted))


def add_note(session: Session, note: Note) -> None:
    """Adds a sealed note."""
    session.add(
        NoteRow(
            id=note.id,
            case_id=note.case_id,
            author_id=note.author_id,
            kind=note.kind,
            day=note.day,
            wrap=note.held.wrap,
            body=note.held.body,
            held_by=note.held.held_by,
        )
    )


def notes(session: Session, case_id: UUID) -> tuple[Note, ...]:
    """Returns a case's sealed notes, oldest first."""
    rows = session.scalars(select(NoteRow).where(NoteRow.case_id == case_id).order_by(NoteRow.day))
    return tuple(
        Note(r.id, r.case_id, r.author_id, r.kind, r.day, Held(r.wrap, r.body, r.held_by))
        for r in rows
    )


def hold_note(session: Session, note_id: UUID, wrap: bytes, held_by: str) -> None:
    """Puts a new wrap in the place of a note's old one."""
    changed = update(NoteRow).where(NoteRow.id == note_id)
    session.execute(changed.values(wrap=wrap, held_by=held_by))


def leave_answer(session: Session, answer: WaitingAnswer) -> None:
    """Leaves an answer; an earlier one that she has not heard gives way."""
    earlier = update(AnswerRow).where(
        AnswerRow.case_id == answer.case_id, AnswerRow.state == "waiting"
    )
    session.execute(earlier.values(state="replaced"))
    session.add(
        AnswerRow(
            id=answer.id,
            case_id=answer.case_id,
            left_by=answer.left_by,
            state=answer.state,
            day=answer.day,
            wrap=answer.held.wrap,
            body=answer.held.body,
            held_by=answer.held.held_by,
        )
    )


def answers(session: Session, case_id: UUID) -> tuple[WaitingAnswer, ...]:
    """Returns the answers left on a case, newest first."""
    wanted = select(AnswerRow).where(AnswerRow.case_id == case_id).order_by(AnswerRow.day.desc())
    return tuple(
        WaitingAnswer(r.id, r.case_id, r.left_by, r.state, r.day, Held(r.wrap, r.body, r.held_by))
        for r in session.scalars(wanted)
    )


def mark_heard(session: Session, answer_id: UUID) -> None:
    """Marks that she has heard an answer."""
    session.execute(update(AnswerRow).where(AnswerRow.id == answer_id).values(state="heard"))


def unread(session: Session, organization_id: UUID) -> int:
    """Counts the cases nobody has taken."""
    wanted = select(func.count()).where(
        CaseRow.organization_id == organization_id, CaseRow.owner_id.is_(None)
    )
    return session.scalar(wanted) or 0


def _case(row: CaseRow) -> Case:
    link = Held(row.wrap, row.body, row.held_by)
    return Case(
        row.id, row.code, row.organization_id, row.owner_id, CaseState(row.state),
        Tier(row.tier), row.opened_day, row.due_at, link, row.key_public, drill=row.drill,
    )  # fmt: skip
