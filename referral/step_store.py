"""The steps attempts have made; rows are added and never changed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from kernel.ids import new_id
from referral.model import Actor, AttemptState
from referral.rows import ReferralEventRow


@dataclass(frozen=True)
class Step:
    """Holds one step an attempt has made."""

    actor: Actor
    from_state: AttemptState | None
    to_state: AttemptState
    reason_code: str | None
    at: datetime


def add_step(session: Session, attempt_id: UUID, step: Step) -> None:
    """Adds one step to an attempt."""
    mine = ReferralEventRow.attempt_id == attempt_id
    count = session.scalars(select(func.count()).where(mine)).one()
    session.add(
        ReferralEventRow(
            id=new_id(),
            attempt_id=attempt_id,
            sequence=count + 1,
            actor=step.actor,
            from_state=step.from_state,
            to_state=step.to_state,
            reason_code=step.reason_code,
            at=step.at,
        )
    )
    session.flush()


def steps_of(session: Session, attempt_id: UUID) -> tuple[Step, ...]:
    """Returns every step of an attempt, oldest first."""
    rows = session.scalars(
        select(ReferralEventRow)
        .where(ReferralEventRow.attempt_id == attempt_id)
        .order_by(ReferralEventRow.sequence)
    )
    return tuple(_step(row) for row in rows)


def sent_at(session: Session, attempt_ids: Collection[UUID]) -> dict[UUID, datetime]:
    """Returns when each of these attempts was sent."""
    sent = ReferralEventRow.to_state == AttemptState.SENT
    rows = session.execute(
        select(ReferralEventRow.attempt_id, ReferralEventRow.at).where(
            sent, ReferralEventRow.attempt_id.in_(attempt_ids)
        )
    )
    return {row.attempt_id: row.at for row in rows}


def _step(row: ReferralEventRow) -> Step:
    return Step(
        actor=Actor(row.actor),
        from_state=AttemptState(row.from_state) if row.from_state else None,
        to_state=AttemptState(row.to_state),
        reason_code=row.reason_code,
        at=row.at,
    )
