"""Attempts at rest: who was asked and where it stands; of two moves at once, one wins."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import ColumnElement, CursorResult, func, select, update
from sqlalchemy.orm import Session

from kernel.vocabulary import Tier
from referral.areas import district_names as district_names  # noqa: PLC0414 - the funnel asks here
from referral.escalation import due_after
from referral.model import (
    OPEN,
    Actor,
    Attempt,
    AttemptState,
    Event,
    Moved,
    PacketState,
)
from referral.moves import Illegal, next_state
from referral.rows import AttemptRow, NeedRow, PacketRow, ServiceRow
from referral.step_store import Step, add_step


def save_attempt(session: Session, attempt: Attempt, actor: Actor) -> None:
    """Keeps a new attempt and its first step."""
    session.add(
        AttemptRow(
            id=attempt.id,
            code=attempt.code,
            need_id=attempt.need_id,
            organization_id=attempt.organization_id,
            service_id=attempt.service_id,
            state=attempt.state,
            tier=attempt.tier,
            position=attempt.position,
            paused=attempt.paused,
            due_at=attempt.due_at,
            cohort_quarter=attempt.cohort_quarter,
            grant_id=attempt.grant_id,
            reason_code=attempt.reason_code,
            outcome_code=attempt.outcome_code,
            updated_at=attempt.updated_at,
            drill=attempt.drill,
        )
    )
    session.flush()
    add_step(session, attempt.id, Step(actor, None, attempt.state, None, attempt.updated_at))


def attempt(session: Session, attempt_id: UUID) -> Attempt | None:
    """Returns an attempt by its id, as it stands in the database now."""
    found = _attempts(session, [AttemptRow.id == attempt_id])
    return found[0] if found else None


def attempt_by_code(session: Session, code: str) -> Attempt | None:
    """Returns an attempt by the code that a responder is given."""
    found = _attempts(session, [AttemptRow.code == code.strip().upper()])
    return found[0] if found else None


def attempts_of(session: Session, need_id: UUID) -> tuple[Attempt, ...]:
    """Returns the attempts of a need in the order in which they are to be tried."""
    return _attempts(session, [AttemptRow.need_id == need_id])


def attempts_of_case(session: Session, case_id: UUID) -> tuple[Attempt, ...]:
    """Returns the attempts of every need of a case."""
    needs = select(NeedRow.id).where(NeedRow.case_id == case_id)
    return _attempts(session, [AttemptRow.need_id.in_(needs)])


def attempts_of_cases(
    session: Session, case_ids: Collection[UUID]
) -> tuple[tuple[Attempt, UUID], ...]:
    """Returns the attempts of these cases with the case of each, newest first."""
    rows = session.execute(
        select(AttemptRow, NeedRow.case_id)
        .join(NeedRow, NeedRow.id == AttemptRow.need_id)
        .where(NeedRow.case_id.in_(case_ids))
        .order_by(AttemptRow.updated_at.desc(), AttemptRow.id)
    )
    return tuple((_attempt(row), case_id) for row, case_id in rows)


def attempts_of_organization(
    session: Session, organization_id: UUID, states: Collection[AttemptState]
) -> tuple[Attempt, ...]:
    """Returns the attempts in these states that an organization answers for."""
    mine = AttemptRow.organization_id == organization_id
    return _attempts(session, [mine, AttemptRow.state.in_(states)])


def due_attempts(session: Session, now: datetime, limit: int = 500) -> tuple[Attempt, ...]:
    """Returns the open attempts whose time is over, most overdue first."""
    late = [AttemptRow.state.in_(OPEN), AttemptRow.due_at <= now]
    return _attempts(session, late, limit=limit, order=(AttemptRow.due_at, AttemptRow.id))


def next_held(session: Session, need_id: UUID) -> Attempt | None:
    """Returns the next alternative she agreed to, its packet held and nothing paused."""
    held = select(PacketRow.attempt_id).where(PacketRow.state == PacketState.HELD)
    ready = [
        AttemptRow.need_id == need_id,
        AttemptRow.state == AttemptState.CONSENTED,
        AttemptRow.paused.is_(False),
        AttemptRow.id.in_(held),
    ]
    found = _attempts(session, ready, limit=1)
    return found[0] if found else None


def open_load(session: Session, service_ids: Collection[UUID]) -> dict[UUID, int]:
    """Returns how many open attempts each of these services has now; a drill takes no room."""
    asked = OPEN - {AttemptState.DRAFTED, AttemptState.OFFERED, AttemptState.CONSENTED}
    rows = session.execute(
        select(AttemptRow.service_id, func.count())
        .where(
            AttemptRow.service_id.in_(service_ids),
            AttemptRow.state.in_(asked),
            AttemptRow.drill.is_(None),
        )
        .group_by(AttemptRow.service_id)
    )
    return {row[0]: row[1] for row in rows}


def move(
    session: Session,
    attempt_id: UUID,
    event: Event,
    actor: Actor,
    now: datetime,
    reason: str | None = None,
    *,
    outcome: str | None = None,
) -> Moved | Illegal:
    """Moves an attempt if the table allows it; of two at once, one finds it illegal."""
    before = _one(session, attempt_id)
    to = next_state(before.state, event, actor)
    if isinstance(to, Illegal):
        return to
    changes: dict[str, Any] = {
        "state": to,
        "due_at": due_after(to, before.tier, now),
        "updated_at": now,
        "reason_code": reason or before.reason_code,
        "outcome_code": outcome or before.outcome_code,
    }
    guard = (AttemptRow.id == attempt_id, AttemptRow.state == before.state)
    if not _changed(session, guard, changes):
        return Illegal(_one(session, attempt_id).state, event, actor)
    add_step(session, attempt_id, Step(actor, before.state, to, reason, now))
    return Moved(_one(session, attempt_id), before.state)


def waits(session: Session, need_id: UUID) -> bool:
    """Says whether somebody has been asked for a need and may still say yes."""
    asked = OPEN - {AttemptState.DRAFTED, AttemptState.OFFERED, AttemptState.CONSENTED}
    found = _attempts(session, [AttemptRow.need_id == need_id, AttemptRow.state.in_(asked)])
    return bool(found)


def pause(session: Session, need_ids: Collection[UUID], *, paused: bool = True) -> int:
    """Holds (or frees) every open attempt of these needs; returns how many there were."""
    guard = (AttemptRow.need_id.in_(need_ids), AttemptRow.state.in_(OPEN))
    return _changed(session, guard, {"paused": paused})


def set_cohort(session: Session, need_ids: Collection[UUID], quarter: str | None) -> None:
    """Lets the funnel count the attempts of these needs in a quarter, or no longer."""
    _changed(session, (AttemptRow.need_id.in_(need_ids),), {"cohort_quarter": quarter})


def withdrawn_since(session: Session, since: datetime) -> int:
    """Counts the attempts that were withdrawn, or put on hold, since an instant."""
    ended = (AttemptRow.state == AttemptState.WITHDRAWN) & (AttemptRow.updated_at >= since)
    on_hold = AttemptRow.paused & AttemptRow.state.in_(OPEN)
    hers = AttemptRow.drill.is_(None)
    return session.scalar(select(func.count()).where(hers, ended | on_hold)) or 0


def cohort_rows(session: Session) -> tuple[tuple[AttemptState, str, str], ...]:
    """Returns state, service category and cohort quarter of the attempts that may be counted."""
    rows = session.execute(
        select(AttemptRow.state, ServiceRow.category, AttemptRow.cohort_quarter)
        .join(ServiceRow, ServiceRow.id == AttemptRow.service_id)
        .where(
            AttemptRow.cohort_quarter.is_not(None),
            AttemptRow.drill.is_(None),
            ServiceRow.category.is_not(None),
        )
    )
    return tuple((AttemptState(state), category, quarter) for state, category, quarter in rows)


def _one(session: Session, attempt_id: UUID) -> Attempt:
    found = attempt(session, attempt_id)
    if found is None:
        message = "there is no such attempt"
        raise LookupError(message)
    return found


def _attempts(
    session: Session,
    where: Sequence[ColumnElement[bool]],
    *,
    limit: int | None = None,
    order: Sequence[Any] = (AttemptRow.position, AttemptRow.updated_at, AttemptRow.id),
) -> tuple[Attempt, ...]:
    query = select(AttemptRow).where(*where).order_by(*order).limit(limit)
    rows = session.scalars(query.execution_options(populate_existing=True))
    return tuple(_attempt(row) for row in rows)


def _changed(
    session: Session, guard: Sequence[ColumnElement[bool]], changes: dict[str, Any]
) -> int:
    statement = update(AttemptRow).where(*guard).values(**changes)
    result = session.execute(statement.execution_options(synchronize_session=False))
    return cast("CursorResult[Any]", result).rowcount


def _attempt(row: AttemptRow) -> Attempt:
    return Attempt(
        id=row.id,
        code=row.code,
        need_id=row.need_id,
        organization_id=row.organization_id,
        service_id=row.service_id,
        state=AttemptState(row.state),
        tier=Tier(row.tier),
        updated_at=row.updated_at,
        position=row.position,
        paused=row.paused,
        due_at=row.due_at,
        cohort_quarter=row.cohort_quarter,
        grant_id=row.grant_id,
        reason_code=row.reason_code,
        outcome_code=row.outcome_code,
        drill=row.drill,
    )
