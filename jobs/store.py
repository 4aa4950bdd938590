"""The only file that touches when jobs are due: one row a job, locked by a lease."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import and_, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from jobs.rows import JobDueRow
from kernel.leases import database_now

LEASE = timedelta(minutes=10)


def make_known(session: Session, name: str, first_run: datetime) -> None:
    """Gives a job its row if it has none yet."""
    is_postgresql = session.get_bind().dialect.name == "postgresql"
    insert = postgresql.insert if is_postgresql else sqlite.insert
    session.execute(
        insert(JobDueRow).values(name=name, next_run_at=first_run).on_conflict_do_nothing()
    )


def known(session: Session) -> frozenset[str]:
    """Returns the names of the jobs that have a row."""
    return frozenset(session.scalars(select(JobDueRow.name)))


def due(session: Session, names: Iterable[str], now: datetime) -> tuple[str, ...]:
    """Returns which of these jobs are due, the longest waiting first."""
    wanted = (
        select(JobDueRow.name)
        .where(JobDueRow.name.in_(tuple(names)), JobDueRow.next_run_at <= now)
        .order_by(JobDueRow.next_run_at)
    )
    return tuple(session.scalars(wanted))


def take(session: Session, name: str, holder: str, now: datetime) -> bool:
    """Takes the one lock of a due job, unless another process holds it."""
    instant = database_now(session)
    free = or_(JobDueRow.holder.is_(None), JobDueRow.lease_until < instant)
    taken = session.execute(
        update(JobDueRow)
        .where(and_(JobDueRow.name == name, JobDueRow.next_run_at <= now, free))
        .values(holder=holder, lease_until=instant + LEASE)
        .returning(JobDueRow.name)
    )
    return taken.first() is not None


def give_back(
    session: Session, name: str, holder: str, ran_at: datetime, next_run: datetime
) -> None:
    """Notes a run and lets the lock go, if it is still held by this holder."""
    session.execute(
        update(JobDueRow)
        .where(JobDueRow.name == name, JobDueRow.holder == holder)
        .values(holder=None, lease_until=None, last_run_at=ran_at, next_run_at=next_run)
    )


def last_run(session: Session, name: str) -> datetime | None:
    """Returns when a job last ran."""
    return session.scalar(select(JobDueRow.last_run_at).where(JobDueRow.name == name))
