"""The store of where members are called; what it holds of a number is sealed to the sender key."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from kernel.vocabulary import Channel
from staff.model import CallNumber
from staff.rows import MemberCallRow


def set_number(session: Session, number: CallNumber) -> None:
    """Keeps a member's number in the place of the one before."""
    forget_number(session, number.member_id)
    session.add(MemberCallRow(**vars(number) | {"channel": number.channel.value}))
    session.flush()


def number_of(session: Session, member_id: UUID) -> CallNumber | None:
    """Returns where a member is called, if she gave a number."""
    row = session.get(MemberCallRow, member_id, populate_existing=True)
    return None if row is None else _number(row)


def numbers_of(session: Session, members: Collection[UUID]) -> tuple[CallNumber, ...]:
    """Returns where those of these members are called who gave a number."""
    wanted = select(MemberCallRow).where(MemberCallRow.member_id.in_(members))
    return tuple(_number(row) for row in session.scalars(wanted.order_by(MemberCallRow.member_id)))


def forget_number(session: Session, member_id: UUID) -> bool:
    """Erases a member's number and says whether there was one."""
    gone = delete(MemberCallRow).where(MemberCallRow.member_id == member_id)
    return session.execute(gone.returning(MemberCallRow.member_id)).first() is not None


def note_tried(session: Session, member_id: UUID, now: datetime, not_since: datetime) -> bool:
    """Notes a test text, unless there was one since an instant."""
    rested = MemberCallRow.tried_at.is_(None) | (MemberCallRow.tried_at <= not_since)
    tried = update(MemberCallRow).where(MemberCallRow.member_id == member_id, rested)
    done = session.execute(tried.values(tried_at=now).returning(MemberCallRow.member_id))
    return done.first() is not None


def _number(row: MemberCallRow) -> CallNumber:
    return CallNumber(
        row.member_id, Channel(row.channel), row.ending, row.language, row.address, row.tried_at
    )
