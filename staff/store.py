"""The store of members, shifts, intake keys and the journal; it takes a session, never commits."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from kernel.clock import hour_of
from kernel.ids import new_id
from kernel.later import later
from kernel.rows import table_of
from staff.model import (
    Account,
    Credentials,
    IntakeKey,
    Leaf,
    Member,
    Shift,
    folded_email,
    read_roles,
    written_roles,
)
from staff.rows import (
    IntakeKeyRow,
    IntakeKeyWrapRow,
    JournalLeafRow,
    MemberCallRow,
    MemberRow,
    SessionRow,
    ShiftRow,
)

_ADD_LEAF = insert(table_of(JournalLeafRow))


def add_account(session: Session, account: Account) -> None:
    """Adds a member with her credentials."""
    member, credentials = account.member, account.credentials
    session.add(
        MemberRow(
            id=member.id, organization_id=member.organization_id, name=member.name,
            email=folded_email(member.email), roles=written_roles(member.roles),
            active=member.active, triage=member.triage, officer=member.officer,
            seal_public=member.seal_public, sign_public=member.sign_public,
            **vars(credentials),
        )
    )  # fmt: skip
    session.flush()


def account_by_email(session: Session, email: str) -> Account | None:
    """Returns the active account of an e-mail address."""
    wanted = MemberRow.email == folded_email(email)
    row = session.scalars(select(MemberRow).where(wanted, MemberRow.active)).first()
    return None if row is None else Account(_member(row), _credentials(row))


def member(session: Session, member_id: UUID) -> Member | None:
    """Returns one member."""
    row = session.get(MemberRow, member_id)
    return None if row is None else _member(row)


def members(session: Session, organization_id: UUID | None = None) -> tuple[Member, ...]:
    """Returns every member, or those of one organisation, by name."""
    wanted = select(MemberRow).order_by(MemberRow.name)
    if organization_id is not None:
        wanted = wanted.where(MemberRow.organization_id == organization_id)
    return tuple(_member(row) for row in session.scalars(wanted))


def names(session: Session, actors: Iterable[str]) -> dict[str, str]:
    """Returns the names of those actors of the journal that are members."""
    wanted = set(actors)
    return {str(one.id): one.name for one in members(session) if str(one.id) in wanted}


def spend_code(session: Session, member_id: UUID, step: int) -> bool:
    """Uses up a time step; False when it, or a later one, was used before."""
    used = session.execute(
        update(MemberRow)
        .where(MemberRow.id == member_id, MemberRow.totp_step < step)
        .values(totp_step=step)
        .returning(MemberRow.id)
    )
    return used.first() is not None


def deactivate(session: Session, member_id: UUID) -> None:
    """Closes an account, ends its sessions, takes its intake keys and forgets its number."""
    session.execute(update(MemberRow).where(MemberRow.id == member_id).values(active=False))
    session.execute(delete(SessionRow).where(SessionRow.member_id == member_id))
    session.execute(delete(IntakeKeyWrapRow).where(IntakeKeyWrapRow.member_id == member_id))
    session.execute(delete(MemberCallRow).where(MemberCallRow.member_id == member_id))


def rename_email(session: Session, member_id: UUID, email: str) -> None:
    """Frees an e-mail address by giving a closed account another."""
    session.execute(update(MemberRow).where(MemberRow.id == member_id).values(email=email))


def shifts_of(session: Session, organization_id: UUID) -> tuple[Shift, ...]:
    """Returns an organisation's weekly rota."""
    wanted = select(ShiftRow).where(ShiftRow.organization_id == organization_id)
    rows = session.scalars(wanted.order_by(ShiftRow.weekday, ShiftRow.starts))
    return tuple(Shift(row.weekday, row.starts, row.ends, row.duty, row.member_id) for row in rows)


def add_shift(session: Session, organization_id: UUID, shift: Shift) -> None:
    """Adds a weekly shift."""
    session.add(ShiftRow(id=new_id(), organization_id=organization_id, **vars(shift)))


def add_intake_key(session: Session, key: IntakeKey, day: date) -> None:
    """Adds an epoch's public key and closes the one before."""
    earlier = (IntakeKeyRow.organization_id == key.organization_id) & IntakeKeyRow.closed_day.is_(
        None
    )
    session.execute(update(IntakeKeyRow).where(earlier).values(closed_day=day))
    session.add(IntakeKeyRow(opened_day=day, closed_day=None, **vars(key)))
    session.flush()


def open_intake_key(session: Session, organization_id: UUID) -> IntakeKey | None:
    """Returns the key that new reports of an organisation are sealed to."""
    own = IntakeKeyRow.organization_id == organization_id
    row = session.scalars(
        select(IntakeKeyRow).where(own, IntakeKeyRow.closed_day.is_(None))
    ).first()
    return None if row is None else _intake_key(row)


def intake_keys(session: Session, organization_id: UUID) -> tuple[IntakeKey, ...]:
    """Returns an organisation's intake keys of every epoch, the latest first."""
    wanted = select(IntakeKeyRow).where(IntakeKeyRow.organization_id == organization_id)
    return tuple(
        _intake_key(row) for row in session.scalars(wanted.order_by(IntakeKeyRow.epoch.desc()))
    )


def add_wrap(session: Session, wrap_id: UUID, key_id: UUID, member_id: UUID, wrap: bytes) -> None:
    """Adds an intake key's wrap for one member."""
    session.add(IntakeKeyWrapRow(id=wrap_id, intake_key_id=key_id, member_id=member_id, wrap=wrap))


def wrap_for(session: Session, key_id: UUID, member_id: UUID) -> tuple[UUID, bytes] | None:
    """Returns a member's wrap of an intake key, with its row id."""
    own = (IntakeKeyWrapRow.intake_key_id == key_id) & (IntakeKeyWrapRow.member_id == member_id)
    row = session.scalars(select(IntakeKeyWrapRow).where(own)).first()
    return None if row is None else (row.id, row.wrap)


def readers_of(session: Session, key_id: UUID) -> frozenset[UUID]:
    """Returns the members who can open an intake key."""
    wanted = select(IntakeKeyWrapRow.member_id).where(IntakeKeyWrapRow.intake_key_id == key_id)
    return frozenset(session.scalars(wanted))


def journal(
    session: Session, verb: str, actor: UUID | str, subject: bytes | None, purpose: str | None,
    now: datetime,
) -> None:  # fmt: skip
    """Writes one line: who did what, to which keyed subject, why, in which hour."""
    later(
        session,
        _ADD_LEAF,
        {
            "id": new_id(), "verb": verb, "actor": str(actor), "subject": subject,
            "purpose": purpose, "hour": hour_of(now),
        },
    )  # fmt: skip


def leaves(
    session: Session,
    *,
    subject: bytes | None = None,
    verb: str = "",
    skip: int = 0,
    limit: int = 50,
) -> tuple[Leaf, ...]:
    """Returns lines of the journal, the latest hour first."""
    wanted = select(JournalLeafRow).order_by(JournalLeafRow.hour.desc(), JournalLeafRow.id)
    if subject is not None:
        wanted = wanted.where(JournalLeafRow.subject == subject)
    if verb:
        wanted = wanted.where(JournalLeafRow.verb == verb)
    rows = session.scalars(wanted.offset(skip).limit(limit))
    return tuple(Leaf(row.verb, row.actor, row.purpose, row.hour) for row in rows)


def journal_verbs(session: Session) -> tuple[str, ...]:
    """Returns the verbs that occur in the journal."""
    verbs = select(JournalLeafRow.verb).distinct().order_by(JournalLeafRow.verb)
    return tuple(session.scalars(verbs))


def _member(row: MemberRow) -> Member:
    return Member(
        row.id, row.organization_id, row.name, row.email, read_roles(row.roles), row.active,
        row.triage, row.officer, row.seal_public, row.sign_public,
    )  # fmt: skip


def _credentials(row: MemberRow) -> Credentials:
    return Credentials(row.salt, row.verifier, row.totp, row.totp_step, row.bundle)


def _intake_key(row: IntakeKeyRow) -> IntakeKey:
    return IntakeKey(row.id, row.organization_id, row.epoch, row.public, row.signature)
