"""How a responder without an account answers: a phone with a PIN, and a link that ends."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import ColumnElement, CursorResult, select, update
from sqlalchemy.orm import Session

from kernel.vocabulary import Channel
from referral.rows import ResponderLinkRow, ResponderRow

TRIES: Final = 5


@dataclass(frozen=True)
class Link:
    """Holds a link as it rests; its token is known to the responder's phone only."""

    id: UUID
    attempt_id: UUID
    expires_at: datetime
    tries: int
    spent_at: datetime | None

    def is_open(self, now: datetime) -> bool:
        """Says whether an answer can still be given through it."""
        return self.spent_at is None and now < self.expires_at and self.tries < TRIES


@dataclass(frozen=True)
class Responder:
    """Holds a phone that answers for an organization, its number and PIN sealed."""

    id: UUID
    organization_id: UUID
    channel: Channel
    address: bytes
    pin_salt: bytes
    pin_verifier: bytes


def save_link(
    session: Session, link_id: UUID, handle: bytes, attempt_id: UUID, expires_at: datetime
) -> None:
    """Keeps a new link under the keyed handle of its token."""
    session.add(
        ResponderLinkRow(
            id=link_id, token_handle=handle, attempt_id=attempt_id, expires_at=expires_at
        )
    )
    session.flush()


def link_by_handle(session: Session, handle: bytes) -> Link | None:
    """Returns the link whose token has this handle; looking spends nothing."""
    query = select(ResponderLinkRow).where(ResponderLinkRow.token_handle == handle)
    row = session.scalars(query.execution_options(populate_existing=True)).first()
    if row is None:
        return None
    return Link(row.id, row.attempt_id, row.expires_at, row.tries, row.spent_at)


def count_try(session: Session, link_id: UUID) -> int | None:
    """Counts one try and returns how many are left; None when none was left to count."""
    left = ResponderLinkRow.tries < TRIES
    counted = _changed(session, left, link_id, {"tries": ResponderLinkRow.tries + 1})
    if not counted:
        return None
    query = select(ResponderLinkRow.tries).where(ResponderLinkRow.id == link_id)
    return TRIES - session.scalars(query).one()


def spend_link(session: Session, link_id: UUID, now: datetime) -> bool:
    """Marks a link as answered; says whether it was this call that did."""
    return _changed(session, ResponderLinkRow.spent_at.is_(None), link_id, {"spent_at": now})


def close_links(session: Session, attempt_ids: Collection[UUID], now: datetime) -> None:
    """Ends every unanswered link of these attempts."""
    unspent = ResponderLinkRow.spent_at.is_(None)
    session.execute(
        update(ResponderLinkRow)
        .where(ResponderLinkRow.attempt_id.in_(attempt_ids), unspent)
        .values(spent_at=now)
        .execution_options(synchronize_session=False)
    )


def save_responder(session: Session, responder: Responder) -> None:
    """Keeps a phone that answers for an organization."""
    session.add(
        ResponderRow(
            id=responder.id,
            organization_id=responder.organization_id,
            channel=responder.channel,
            address=responder.address,
            pin_salt=responder.pin_salt,
            pin_verifier=responder.pin_verifier,
        )
    )
    session.flush()


def responders_of(session: Session, organization_id: UUID) -> tuple[Responder, ...]:
    """Returns the phones that answer for an organization."""
    rows = session.scalars(
        select(ResponderRow)
        .where(ResponderRow.organization_id == organization_id)
        .order_by(ResponderRow.id)
    )
    return tuple(
        Responder(
            id=row.id,
            organization_id=row.organization_id,
            channel=Channel(row.channel),
            address=row.address,
            pin_salt=row.pin_salt,
            pin_verifier=row.pin_verifier,
        )
        for row in rows
    )


def _changed(
    session: Session, guard: ColumnElement[bool], link_id: UUID, values: dict[str, Any]
) -> bool:
    statement = update(ResponderLinkRow).where(ResponderLinkRow.id == link_id, guard)
    quiet = statement.values(**values).execution_options(synchronize_session=False)
    return cast("CursorResult[Any]", session.execute(quiet)).rowcount == 1
