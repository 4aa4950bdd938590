"""Shreds what the needs of a case say; which service was asked, and when, stays without words."""

from uuid import UUID

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from referral.packet_store import erase_packets
from referral.rows import AttemptRow, ConsentGrantRow, MatchRunRow, NeedRow

_EMPTY = {"wrap": b"", "body": b"", "held_by": "erased"}


def erase_needs(session: Session, case_id: UUID) -> None:
    """Empties the needs, matches, grants and packets of a case."""
    needs = list(session.scalars(select(NeedRow.id).where(NeedRow.case_id == case_id)))
    attempts = list(session.scalars(select(AttemptRow.id).where(AttemptRow.need_id.in_(needs))))
    erase_packets(session, attempts)
    session.execute(delete(MatchRunRow).where(MatchRunRow.need_id.in_(needs)))
    session.execute(update(NeedRow).where(NeedRow.id.in_(needs)).values(**_EMPTY))
    grants = update(ConsentGrantRow).where(ConsentGrantRow.need_id.in_(needs))
    session.execute(grants.values(**_EMPTY))
