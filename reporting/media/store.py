"""The only file that touches the tables of media; takes a session, never commits."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from reporting.media.model import Held, MediaState, Piece, Wait
from reporting.media.rows import MediaRow, MediaWaitRow


def expect(session: Session, piece: Piece, wait: Wait) -> None:
    """Notes a piece that is to be fetched, and where from."""
    values = {"id": piece.id, "report_id": piece.report_id, "day": piece.day}
    session.execute(insert(MediaRow).values(**values, state=piece.state.value))
    session.execute(insert(MediaWaitRow).values(**vars(wait)))


def pieces(session: Session, report_id: UUID) -> dict[UUID, MediaState]:
    """Returns where each piece of a report stands."""
    wanted = select(MediaRow.id, MediaRow.state).where(MediaRow.report_id == report_id)
    return {row.id: MediaState(row.state) for row in session.execute(wanted)}


def piece(session: Session, media_id: UUID) -> Piece | None:
    """Returns what is known of a piece without its key."""
    columns = (MediaRow.id, MediaRow.report_id, MediaRow.state, MediaRow.day)
    row = session.execute(select(*columns).where(MediaRow.id == media_id)).first()
    return None if row is None else Piece(row.id, row.report_id, MediaState(row.state), row.day)


def held(session: Session, media_id: UUID) -> Held | None:
    """Returns a fetched piece, sealed."""
    columns = (MediaRow.wrap, MediaRow.body, MediaRow.held_by)
    row = session.execute(select(*columns).where(MediaRow.id == media_id)).first()
    if row is None or row.wrap is None or row.body is None or row.held_by is None:
        return None
    return Held(row.wrap, row.body, row.held_by)


def wraps(session: Session, report_id: UUID) -> tuple[tuple[UUID, bytes, str], ...]:
    """Returns the wraps of a report's pieces: id, wrap, whose key opens it."""
    columns = (MediaRow.id, MediaRow.wrap, MediaRow.held_by)
    kept = select(*columns).where(MediaRow.report_id == report_id, MediaRow.wrap.is_not(None))
    return tuple((row.id, row.wrap, row.held_by) for row in session.execute(kept))


def hold(session: Session, media_id: UUID, wrap: bytes, held_by: str) -> None:
    """Puts a new wrap in the place of a piece's old one."""
    changed = update(MediaRow).where(MediaRow.id == media_id)
    session.execute(changed.values(wrap=wrap, held_by=held_by))


def due(session: Session, now: datetime, most: int) -> tuple[Wait, ...]:
    """Returns what is to be fetched now, the longest waiting first."""
    wanted = select(MediaWaitRow).where(MediaWaitRow.next_at <= now)
    rows = session.scalars(wanted.order_by(MediaWaitRow.next_at).limit(most))
    return tuple(Wait(row.id, row.handle, row.tries, row.next_at, row.body) for row in rows)


def keep(session: Session, media_id: UUID, held: Held) -> None:
    """Keeps a fetched piece and forgets where it came from."""
    _end(session, media_id, {**vars(held), "state": MediaState.KEPT.value})


def give_up(session: Session, media_id: UUID, state: MediaState) -> None:
    """Notes why a piece will never be here and forgets where it was."""
    _end(session, media_id, {"state": state.value})


def try_later(session: Session, media_id: UUID, tries: int, next_at: datetime) -> None:
    """Puts off another try."""
    changed = update(MediaWaitRow).where(MediaWaitRow.id == media_id)
    session.execute(changed.values(tries=tries, next_at=next_at))


def waiting_for(session: Session, handles: Collection[bytes]) -> frozenset[bytes]:
    """Returns which of these messages have media that is still to be fetched."""
    if not handles:
        return frozenset()
    wanted = select(MediaWaitRow.handle).where(MediaWaitRow.handle.in_(handles))
    return frozenset(session.scalars(wanted))


def count_waiting(session: Session) -> tuple[int, datetime | None]:
    """Counts what is still to be fetched, with the time of the most overdue."""
    times = sorted(session.scalars(select(MediaWaitRow.next_at)))
    return len(times), times[0] if times else None


def erase(session: Session, report_id: UUID) -> None:
    """Shreds every piece of a report, fetched or not."""
    session.execute(delete(MediaRow).where(MediaRow.report_id == report_id))


def _end(session: Session, media_id: UUID, values: dict[str, object]) -> None:
    session.execute(update(MediaRow).where(MediaRow.id == media_id).values(**values))
    session.execute(delete(MediaWaitRow).where(MediaWaitRow.id == media_id))
