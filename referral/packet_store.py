"""Packets at rest: sealed to one recipient when she agreed, released once, erased with her yes."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from sqlalchemy import CursorResult, select, update
from sqlalchemy.orm import Session

from referral.model import PacketState, ValidGrant
from referral.rows import AttemptRow, PacketRow
from vault.sealing import Sealed


@dataclass(frozen=True)
class Packet:
    """Holds a packet as it rests; an erased one has nothing left to open."""

    id: UUID
    attempt_id: UUID
    state: PacketState
    sealed: Sealed | None


def hold_packet(session: Session, packet_id: UUID, attempt_id: UUID, sealed: Sealed) -> None:
    """Keeps a packet, built at the moment of consent, until it is released."""
    session.add(
        PacketRow(
            id=packet_id,
            attempt_id=attempt_id,
            state=PacketState.HELD,
            wrap=sealed.wrap,
            body=sealed.body,
            held_by=sealed.held_by,
        )
    )
    session.flush()


def packet_of(session: Session, attempt_id: UUID) -> Packet | None:
    """Returns the packet of an attempt."""
    query = select(PacketRow).where(PacketRow.attempt_id == attempt_id)
    row = session.scalars(query.execution_options(populate_existing=True)).first()
    if row is None:
        return None
    sealed = None
    if row.wrap is not None and row.body is not None and row.held_by is not None:
        sealed = Sealed(row.wrap, row.body, row.held_by)
    return Packet(row.id, row.attempt_id, PacketState(row.state), sealed)


def release_packet(session: Session, attempt_id: UUID, valid: ValidGrant) -> bool:
    """Lets the recipient named in the grant read the held packet; says whether there was one."""
    granted = select(AttemptRow.id).where(
        AttemptRow.id == attempt_id, AttemptRow.grant_id == valid.grant.id
    )
    statement = (
        update(PacketRow)
        .where(PacketRow.attempt_id.in_(granted), PacketRow.state == PacketState.HELD)
        .values(state=PacketState.RELEASED)
        .execution_options(synchronize_session=False)
    )
    return cast("CursorResult[Any]", session.execute(statement)).rowcount == 1


def erase_packets(session: Session, attempt_ids: Collection[UUID]) -> None:
    """Empties the packets of these attempts; the rows stay to say that they were."""
    gone = {"state": PacketState.ERASED, "wrap": None, "body": None, "held_by": None}
    statement = update(PacketRow).where(PacketRow.attempt_id.in_(attempt_ids)).values(**gone)
    session.execute(statement.execution_options(synchronize_session=False))
