"""What a drill asked of services: who takes part, and its removal when the drill is over."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from referral.rows import (
    AttemptRow,
    ConsentGrantRow,
    MatchRunRow,
    NeedRow,
    OrganizationRow,
    PacketRow,
    ReferralEventRow,
    ResponderLinkRow,
)


def takes_part(session: Session, organization_id: UUID) -> bool:
    """Says whether an organization has agreed to be asked in drills; nobody has by default."""
    agreed = select(OrganizationRow.drills).where(OrganizationRow.id == organization_id)
    return bool(session.scalar(agreed))


def taking_part(session: Session) -> frozenset[UUID]:
    """Returns the organizations that have agreed to be asked in drills."""
    agreed = select(OrganizationRow.id).where(OrganizationRow.drills)
    return frozenset(session.scalars(agreed))


def set_taking_part(session: Session, organization_ids: Collection[UUID]) -> None:
    """Writes which organizations have agreed, and that the others have not."""
    agreed = OrganizationRow.id.in_(organization_ids)
    session.execute(
        update(OrganizationRow).where(OrganizationRow.drills, ~agreed).values(drills=False)
    )
    session.execute(update(OrganizationRow).where(agreed).values(drills=True))


def remove(session: Session, case_ids: Collection[UUID]) -> None:
    """Removes the needs of cases with matches, grants, requests, packets and links."""
    needs = select(NeedRow.id).where(NeedRow.case_id.in_(case_ids))
    attempts = select(AttemptRow.id).where(AttemptRow.need_id.in_(needs))
    for of_attempt in (PacketRow, ResponderLinkRow, ReferralEventRow):
        session.execute(delete(of_attempt).where(of_attempt.attempt_id.in_(attempts)))
    for of_need in (AttemptRow, ConsentGrantRow, MatchRunRow):
        session.execute(delete(of_need).where(of_need.need_id.in_(needs)))
    session.execute(delete(NeedRow).where(NeedRow.case_id.in_(case_ids)))
