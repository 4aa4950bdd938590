"""Messages in the hands of a worker: claimed, fenced, finished or put back; it never commits."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, or_, select, update
from sqlalchemy.orm import Session

from kernel.leases import database_now
from outbox.model import Claimed, Kind, State
from outbox.rows import MessageRow
from outbox.store import add_delivery

LEASE = timedelta(seconds=60)


def anything_due(session: Session, now: datetime) -> bool:
    """Says whether a worker would find something; cheap enough to ask many times a second."""
    due = select(MessageRow.id).where(_due(session, now)).limit(1)
    return session.scalar(due) is not None


def claim(session: Session, owner: str, now: datetime, limit: int) -> tuple[Claimed, ...]:
    """Leases the messages that come next to one worker; others pass them by."""
    wanted = (
        select(MessageRow)
        .where(MessageRow.state == State.QUEUED.value, _not_held_back(now))
        .order_by(MessageRow.priority.desc(), MessageRow.queued_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    rows = session.scalars(wanted).all()
    until = database_now(session) + LEASE if rows else None
    for row in rows:
        row.state, row.lease_owner, row.lease_until = State.SENDING.value, owner, until
        row.attempts += 1
    return tuple(
        Claimed(row.id, Kind(row.kind), owner, row.attempts, row.expires_at, row.body or b"")
        for row in rows
    )


def lapsed(session: Session) -> tuple[Claimed, ...]:
    """Returns the messages whose worker went away in the middle of sending, locked."""
    wanted = select(MessageRow).where(_lapsed(session)).with_for_update(skip_locked=True)
    return tuple(
        Claimed(row.id, Kind(row.kind), row.lease_owner or "", row.attempts, row.expires_at, b"")
        for row in session.scalars(wanted)
    )


def finish(
    session: Session, claimed: Claimed, state: State, code: str | None, now: datetime
) -> bool:
    """Closes a leased message, erases its body and address, and keeps what happened."""
    done = _release(session, claimed, state=state.value, body=None)
    if done:
        add_delivery(session, claimed.id, state.value, code, now)
    return done


def put_back(
    session: Session, claimed: Claimed, code: str | None, now: datetime, not_before: datetime
) -> bool:
    """Puts a leased message back to wait until an instant."""
    done = _release(session, claimed, state=State.QUEUED.value, not_before=not_before)
    if done:
        add_delivery(session, claimed.id, "retry", code, now)
    return done


def _release(session: Session, claimed: Claimed, **values: object) -> bool:
    found = session.execute(
        update(MessageRow)
        .where(
            MessageRow.id == claimed.id,
            MessageRow.state == State.SENDING.value,
            MessageRow.lease_owner == claimed.owner,
            MessageRow.attempts == claimed.attempt,
        )
        .values(lease_owner=None, lease_until=None, **values)
        .returning(MessageRow.id)
        .execution_options(synchronize_session=False)
    )
    return found.first() is not None


def _due(session: Session, now: datetime) -> ColumnElement[bool]:
    queued = and_(MessageRow.state == State.QUEUED.value, _not_held_back(now))
    return or_(queued, _lapsed(session))


def _not_held_back(now: datetime) -> ColumnElement[bool]:
    return or_(MessageRow.not_before.is_(None), MessageRow.not_before <= now)


def _lapsed(session: Session) -> ColumnElement[bool]:
    return and_(
        MessageRow.state == State.SENDING.value, MessageRow.lease_until < database_now(session)
    )
