"""Needs, matches and grants at rest; what was said lies sealed in them and is not opened here."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from referral.model import Grant, NeedState
from referral.rows import ConsentGrantRow, MatchRunRow, NeedRow
from vault.sealing import Sealed


@dataclass(frozen=True)
class SealedNeed:
    """Holds a need as it rests: its case and state in clear, the rest sealed."""

    id: UUID
    case_id: UUID
    state: NeedState
    sealed: Sealed
    drill: bytes | None = None


@dataclass(frozen=True)
class SealedRun:
    """Holds a match as it rests: the versions and the day in clear, the rest sealed."""

    id: UUID
    need_id: UUID
    directory_version: int
    ruleset_version: str
    day: date
    sealed: Sealed


def save_need(
    session: Session, need_id: UUID, case_id: UUID, sealed: Sealed, drill: bytes | None = None
) -> None:
    """Keeps a new need of a case."""
    session.add(
        NeedRow(
            id=need_id,
            case_id=case_id,
            state=NeedState.OPEN,
            wrap=sealed.wrap,
            body=sealed.body,
            held_by=sealed.held_by,
            drill=drill,
        )
    )
    session.flush()


def need(session: Session, need_id: UUID) -> SealedNeed | None:
    """Returns a need by its id."""
    row = session.get(NeedRow, need_id)
    return None if row is None else _need(row)


def needs_of(session: Session, case_id: UUID) -> tuple[SealedNeed, ...]:
    """Returns the needs of a case."""
    rows = session.scalars(select(NeedRow).where(NeedRow.case_id == case_id).order_by(NeedRow.id))
    return tuple(_need(row) for row in rows)


def set_need_state(session: Session, need_id: UUID, state: NeedState) -> None:
    """Writes where a need stands."""
    session.execute(update(NeedRow).where(NeedRow.id == need_id).values(state=state))


def reseal_need(session: Session, need_id: UUID, sealed: Sealed) -> None:
    """Writes a need's seal anew, as when it passes from intake to a case's own key."""
    values = {"wrap": sealed.wrap, "body": sealed.body, "held_by": sealed.held_by}
    session.execute(update(NeedRow).where(NeedRow.id == need_id).values(**values))


def save_match_run(session: Session, run: SealedRun) -> None:
    """Keeps one match for replay."""
    session.add(
        MatchRunRow(
            id=run.id,
            need_id=run.need_id,
            directory_version=run.directory_version,
            ruleset_version=run.ruleset_version,
            day=run.day,
            wrap=run.sealed.wrap,
            body=run.sealed.body,
            held_by=run.sealed.held_by,
        )
    )
    session.flush()


def reseal_run(session: Session, run_id: UUID, sealed: Sealed) -> None:
    """Writes a match's seal anew, as when its case gets a key of its own."""
    values = {"wrap": sealed.wrap, "body": sealed.body, "held_by": sealed.held_by}
    session.execute(update(MatchRunRow).where(MatchRunRow.id == run_id).values(**values))


def runs_of(session: Session, need_id: UUID) -> tuple[SealedRun, ...]:
    """Returns the matches of a need, the newest edition first."""
    newest = (MatchRunRow.day.desc(), MatchRunRow.directory_version.desc())
    rows = session.scalars(
        select(MatchRunRow).where(MatchRunRow.need_id == need_id).order_by(*newest)
    )
    return tuple(_run(row) for row in rows)


def save_grant(session: Session, grant: Grant, sealed: Sealed) -> None:
    """Keeps her yes to one recipient; its fields and her words are in the seal."""
    session.add(
        ConsentGrantRow(
            id=grant.id,
            need_id=grant.need_id,
            recipient_id=grant.recipient_id,
            valid_from=grant.valid_from,
            expires_at=grant.expires_at,
            withdrawn_at=grant.withdrawn_at,
            wrap=sealed.wrap,
            body=sealed.body,
            held_by=sealed.held_by,
        )
    )
    session.flush()


def grant(session: Session, grant_id: UUID | None, *, lock: bool = False) -> Grant | None:
    """Returns a grant without its sealed fields; locked, it cannot be withdrawn meanwhile."""
    query = select(ConsentGrantRow).where(ConsentGrantRow.id == grant_id)
    query = query.with_for_update(read=True) if lock else query
    row = session.scalars(query.execution_options(populate_existing=True)).first()
    return None if row is None else _grant(row)


def sealed_grant(session: Session, grant_id: UUID) -> Sealed | None:
    """Returns the seal of a grant: the fields and the words she agreed to."""
    row = session.get(ConsentGrantRow, grant_id)
    return None if row is None else Sealed(row.wrap, row.body, row.held_by)


def grants_of(session: Session, need_id: UUID) -> tuple[Grant, ...]:
    """Returns every grant of a need, ended ones included."""
    rows = session.scalars(
        select(ConsentGrantRow)
        .where(ConsentGrantRow.need_id == need_id)
        .order_by(ConsentGrantRow.id)
    )
    return tuple(_grant(row) for row in rows)


def end_grants(session: Session, need_id: UUID, now: datetime) -> None:
    """Marks every grant of a need as withdrawn."""
    alive = (ConsentGrantRow.need_id == need_id, ConsentGrantRow.withdrawn_at.is_(None))
    session.execute(update(ConsentGrantRow).where(*alive).values(withdrawn_at=now))


def end_grant(session: Session, grant_id: UUID | None, now: datetime) -> None:
    """Marks one grant as withdrawn."""
    alive = (ConsentGrantRow.id == grant_id, ConsentGrantRow.withdrawn_at.is_(None))
    session.execute(update(ConsentGrantRow).where(*alive).values(withdrawn_at=now))


def _need(row: NeedRow) -> SealedNeed:
    sealed = Sealed(row.wrap, row.body, row.held_by)
    return SealedNeed(row.id, row.case_id, NeedState(row.state), sealed, row.drill)


def _run(row: MatchRunRow) -> SealedRun:
    return SealedRun(
        id=row.id,
        need_id=row.need_id,
        directory_version=row.directory_version,
        ruleset_version=row.ruleset_version,
        day=row.day,
        sealed=Sealed(row.wrap, row.body, row.held_by),
    )


def _grant(row: ConsentGrantRow) -> Grant:
    return Grant(
        id=row.id,
        need_id=row.need_id,
        recipient_id=row.recipient_id,
        valid_from=row.valid_from,
        expires_at=row.expires_at,
        withdrawn_at=row.withdrawn_at,
    )
