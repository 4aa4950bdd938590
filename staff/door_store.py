"""The store of the front door: invitations, open sessions and failed sign-ins."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from kernel.ids import new_id
from staff.model import IDLE, Invitation, Seat, read_roles, written_roles
from staff.rows import InvitationRow, SessionRow, SignInFailureRow


def add_invitation(session: Session, invitation: Invitation, handle: bytes) -> None:
    """Adds an invitation under its keyed handle, in place of an older one to the same address."""
    session.execute(delete(InvitationRow).where(InvitationRow.email == invitation.email))
    values = vars(invitation) | {"roles": written_roles(invitation.roles)}
    session.add(InvitationRow(token_handle=handle, **values))


def invitation(session: Session, handle: bytes, now: datetime) -> Invitation | None:
    """Returns an invitation that is neither spent nor over."""
    row = session.scalars(select(InvitationRow).where(InvitationRow.token_handle == handle)).first()
    if row is None or row.spent_at is not None or row.expires_at <= now:
        return None
    return Invitation(
        row.id, row.organization_id, row.name, row.email, read_roles(row.roles), row.expires_at
    )


def spend_invitation(session: Session, invitation_id: UUID, now: datetime) -> bool:
    """Uses up an invitation; False when somebody was quicker."""
    spent = session.execute(
        update(InvitationRow)
        .where(InvitationRow.id == invitation_id, InvitationRow.spent_at.is_(None))
        .values(spent_at=now)
        .returning(InvitationRow.id)
    )
    return spent.first() is not None


def add_seat(session: Session, seat: Seat) -> None:
    """Adds a signed-in browser and forgets those that are over."""
    over = (SessionRow.ends_at <= seat.created_at) | (SessionRow.seen_at <= seat.created_at - IDLE)
    session.execute(delete(SessionRow).where(over))
    session.add(SessionRow(step_up_at=seat.created_at, **vars(seat)))


def seat(session: Session, seat_id: UUID) -> Seat | None:
    """Returns one signed-in browser."""
    row = session.get(SessionRow, seat_id)
    return None if row is None else _seat(row)


def seats(session: Session, member_id: UUID, now: datetime) -> tuple[Seat, ...]:
    """Returns a member's open sessions, the latest first."""
    wanted = select(SessionRow).where(SessionRow.member_id == member_id)
    found = (_seat(row) for row in session.scalars(wanted.order_by(SessionRow.seen_at.desc())))
    return tuple(one for one in found if one.is_open(now))


def touch(session: Session, seat_id: UUID, now: datetime) -> None:
    """Notes that a session was used."""
    session.execute(update(SessionRow).where(SessionRow.id == seat_id).values(seen_at=now))


def end_seat(session: Session, seat_id: UUID, member_id: UUID) -> bool:
    """Ends one of a member's own sessions."""
    own = (SessionRow.id == seat_id) & (SessionRow.member_id == member_id)
    return (
        session.execute(delete(SessionRow).where(own).returning(SessionRow.id)).first() is not None
    )


def note_failure(session: Session, handles: Iterable[bytes], now: datetime) -> None:
    """Counts a failed sign-in under each of its keyed handles."""
    session.add_all(SignInFailureRow(id=new_id(), handle=handle, at=now) for handle in handles)


def failures(session: Session, handle: bytes, since: datetime) -> int:
    """Returns how often a handle failed since an instant."""
    counted = select(func.count()).select_from(SignInFailureRow)
    own = (SignInFailureRow.handle == handle) & (SignInFailureRow.at > since)
    return session.scalars(counted.where(own)).one()


def forget_failures(session: Session, handles: Iterable[bytes], now: datetime) -> None:
    """Drops the count of these handles, and everything older than a day."""
    old = SignInFailureRow.at < now - timedelta(days=1)
    session.execute(
        delete(SignInFailureRow).where(SignInFailureRow.handle.in_(list(handles)) | old)
    )


def _seat(row: SessionRow) -> Seat:
    return Seat(
        row.id, row.member_id, row.secret_hash, row.bundle, row.created_at, row.seen_at,
        row.ends_at,
    )  # fmt: skip
