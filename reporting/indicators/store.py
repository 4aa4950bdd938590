"""The only file that touches pending facts and releases; it takes bytes and opens nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from reporting.indicators.release import FIRST, Release
from reporting.indicators.rows import FactRow, ReleaseRow

BUILT, APPROVED = "built", "approved"


@dataclass(frozen=True)
class Listed:
    """Holds what a list of releases shows."""

    id: str
    as_of: date
    built_at: datetime
    state: str
    early: bool
    approved_by: str | None
    approved_at: datetime | None


def add_facts(session: Session, sealed: Sequence[tuple[UUID, bytes]]) -> None:
    """Stores sealed facts in the order given."""
    if sealed:
        session.execute(insert(FactRow), [{"id": one, "body": body} for one, body in sealed])


def pending_facts(session: Session, *, held: bool = False) -> list[tuple[UUID, bytes]]:
    """Returns every sealed fact that no release has frozen yet, held until the work is done."""
    query = select(FactRow.id, FactRow.body)
    rows = session.execute(query.with_for_update() if held else query)
    return [(row.id, row.body) for row in rows]


def erase_facts(session: Session, handles: Iterable[UUID]) -> int:
    """Erases facts by their handles; one that is gone already is no error."""
    gone = 0
    wanted = list(handles)
    for start in range(0, len(wanted), 500):
        chosen = delete(FactRow).where(FactRow.id.in_(wanted[start : start + 500]))
        gone += len(session.scalars(chosen.returning(FactRow.id)).all())
    return gone


def replace_facts(session: Session, sealed: Sequence[tuple[UUID, bytes]]) -> None:
    """Takes every given fact out and puts it back, so that only the new order is left."""
    erase_facts(session, [handle for handle, _ in sealed])
    add_facts(session, sealed)


def add_release(session: Session, release: Release, built_at: datetime) -> None:
    """Stores a release at the end of the chain."""
    last = session.scalar(select(func.max(ReleaseRow.sequence))) or 0
    session.add(
        ReleaseRow(
            id=release.id,
            sequence=last + 1,
            as_of=release.as_of,
            built_at=built_at,
            state=release.state,
            early=release.early,
            payload=release.payload,
            previous_hash=release.previous_hash,
            hash=release.hash,
            signature=release.signature,
        )
    )
    session.flush()


def new_release_id(session: Session, as_of: date) -> str:
    """Returns the next free id for a day, such as `R2026-11-21-01`."""
    stem = f"R{as_of.isoformat()}-"
    same_day = select(func.count()).where(ReleaseRow.id.startswith(stem))
    return f"{stem}{(session.scalar(same_day) or 0) + 1:02d}"


def chain(session: Session) -> list[Release]:
    """Returns every release, oldest first."""
    rows = session.scalars(select(ReleaseRow).order_by(ReleaseRow.sequence))
    return [_release(row) for row in rows]


def latest(session: Session, state: str | None = None) -> Release | None:
    """Returns the last release of the chain, or the last in a state."""
    query = select(ReleaseRow).order_by(ReleaseRow.sequence.desc()).limit(1)
    row = session.scalar(query.where(ReleaseRow.state == state) if state else query)
    return None if row is None else _release(row)


def last_hash(session: Session) -> str:
    """Returns the hash that the next release links to."""
    newest = select(ReleaseRow.hash).order_by(ReleaseRow.sequence.desc()).limit(1)
    return session.scalar(newest) or FIRST


def approved(session: Session, release_id: str) -> Release | None:
    """Returns one approved release; one that is not approved is not there."""
    row = session.get(ReleaseRow, release_id)
    return _release(row) if row is not None and row.state == APPROVED else None


def approve(session: Session, release_id: str, by: str | None, now: datetime) -> bool:
    """Publishes a built release; says whether there was one to publish."""
    published = session.execute(
        update(ReleaseRow)
        .where(ReleaseRow.id == release_id, ReleaseRow.state == BUILT)
        .values(state=APPROVED, approved_by=by, approved_at=now)
        .returning(ReleaseRow.id)
    )
    return published.first() is not None


def listed(session: Session, state: str | None = None) -> list[Listed]:
    """Lists releases, newest first."""
    columns = (
        ReleaseRow.id,
        ReleaseRow.as_of,
        ReleaseRow.built_at,
        ReleaseRow.state,
        ReleaseRow.early,
        ReleaseRow.approved_by,
        ReleaseRow.approved_at,
    )
    query = select(*columns).order_by(ReleaseRow.sequence.desc())
    rows = session.execute(query.where(ReleaseRow.state == state) if state else query)
    return [Listed(*row) for row in rows]


def _release(row: ReleaseRow) -> Release:
    return Release(
        row.id,
        row.as_of,
        row.state,
        row.early,
        row.payload,
        row.previous_hash,
        row.hash,
        row.signature,
    )
