"""Messages in the hands of a worker: claimed, fenced, finished or put back; it never commits."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, exists, not_, or_, select, update
from sqlalchemy.orm import Session, aliased

from kernel.leases import database_now
from outbox.lanes import Full
from outbox.model import LOST, Claimed, Kind, State
from outbox.rows import MessageRow
from outbox.store import add_delivery, cancel_rest

LEASE = timedelta(seconds=60)
# A part whose predecessor the provider took goes out then, sent or not.
PATIENCE = timedelta(seconds=5)


def anything_due(session: Session, now: datetime, full: Full | None = None) -> bool:
    """Says whether a worker would find something; cheap enough to ask many times a second."""
    due = select(MessageRow.id).where(_due(session, now, full)).limit(1)
    return session.scalar(due) is not None


def claim(
    session: Session, owner: str, now: datetime, limit: int, full: Full | None = None
) -> tuple[Claimed, ...]:
    """Leases the messages that come next to one worker; others pass them by."""
    wanted = (
        select(MessageRow)
        .where(_queued(now, full))
        .order_by(MessageRow.priority.desc(), MessageRow.queued_at, MessageRow.part)
        .limit(limit)
        .with_for_update(skip_locked=True, of=MessageRow)
    )
    rows = session.scalars(wanted).all()
    until = database_now(session) + LEASE if rows else None
    for row in rows:
        row.state, row.lease_owner, row.lease_until = State.SENDING.value, owner, until
        row.attempts += 1
        row.left_at = now
    return tuple(_claimed(row, owner, row.body or b"") for row in rows)


def wait_for_lane(session: Session, claimed: Claimed, lane: str) -> None:
    """Puts a leased message back, because its lane is full; that was no attempt."""
    _release(
        session, claimed, state=State.QUEUED.value, lane=lane, attempts=claimed.attempt - 1,
        left_at=None,
    )  # fmt: skip


def mark_leaving(session: Session, claimed: Claimed, lane: str, echo: bytes) -> None:
    """Notes by which lane a leased message leaves, and what a listing would show of it."""
    row = session.get_one(MessageRow, claimed.id)
    row.lane, row.echo = lane, echo


def lapsed(session: Session) -> tuple[Claimed, ...]:
    """Returns the messages whose worker went away in the middle of sending, locked."""
    wanted = select(MessageRow).where(_lapsed(session)).with_for_update(skip_locked=True)
    return tuple(_claimed(row, row.lease_owner or "", b"") for row in session.scalars(wanted))


def finish(
    session: Session,
    claimed: Claimed,
    state: State,
    code: str | None,
    now: datetime,
    handle: bytes | None = None,
) -> bool:
    """Closes a leased message, erases its body and address, and keeps what happened.

    Where nobody knows whether it left, its echo stays, to be looked for in the provider's list.
    """
    values: dict[str, object] = {} if state is State.MAYBE_SENT else {"echo": None}
    if handle is not None:
        values["provider_handle"] = handle
    done = _release(session, claimed, state=state.value, body=None, **values)
    if done:
        add_delivery(session, claimed.id, state.value, code, now)
        if state in LOST:
            cancel_rest(session, claimed.id)
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


def _due(session: Session, now: datetime, full: Full | None) -> ColumnElement[bool]:
    return or_(_queued(now, full), _lapsed(session))


def _queued(now: datetime, full: Full | None) -> ColumnElement[bool]:
    queued = and_(MessageRow.state == State.QUEUED.value, _may_go(now))
    return queued if full is None else and_(queued, full.passable(now))


def _may_go(now: datetime) -> ColumnElement[bool]:
    not_held_back = or_(MessageRow.not_before.is_(None), MessageRow.not_before <= now)
    return and_(not_held_back, or_(MessageRow.part == 0, ~_earlier_part_waits(now)))


def _earlier_part_waits(now: datetime) -> ColumnElement[bool]:
    earlier = aliased(MessageRow)
    long_enough = and_(
        earlier.state.in_((State.ACCEPTED.value, State.MAYBE_SENT.value)),
        earlier.left_at <= now - PATIENCE,
    )
    there = earlier.state.in_((State.SENT.value, State.DELIVERED.value, State.READ.value))
    return exists().where(
        earlier.whole == MessageRow.whole,
        earlier.part == MessageRow.part - 1,
        not_(or_(there, long_enough)),
    )


def _claimed(row: MessageRow, owner: str, body: bytes) -> Claimed:
    return Claimed(
        row.id, Kind(row.kind), owner, row.attempts, row.expires_at, body, row.priority,
        row.whole, row.part,
    )  # fmt: skip


def _lapsed(session: Session) -> ColumnElement[bool]:
    return and_(
        MessageRow.state == State.SENDING.value, MessageRow.lease_until < database_now(session)
    )
