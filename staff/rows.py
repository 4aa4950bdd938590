"""Tables of accounts, sessions, shifts, intake keys and the journal."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from kernel.rows import Row, Utc


class MemberRow(Row):
    """Keeps a person with an account; her private keys lie wrapped in the bundle."""

    __tablename__ = "member"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organization.id"), index=True)
    name: Mapped[str]
    email: Mapped[str] = mapped_column(unique=True)
    roles: Mapped[str]
    active: Mapped[bool]
    salt: Mapped[bytes] = mapped_column(LargeBinary)
    verifier: Mapped[bytes] = mapped_column(LargeBinary)
    totp: Mapped[bytes] = mapped_column(LargeBinary)
    totp_step: Mapped[int]
    bundle: Mapped[bytes] = mapped_column(LargeBinary)
    seal_public: Mapped[bytes] = mapped_column(LargeBinary)
    sign_public: Mapped[bytes] = mapped_column(LargeBinary)
    triage: Mapped[bool]
    officer: Mapped[bool]


class InvitationRow(Row):
    """Keeps a link by which a person makes her own account, once and soon."""

    __tablename__ = "invitation"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    token_handle: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organization.id"), index=True)
    name: Mapped[str]
    email: Mapped[str]
    roles: Mapped[str]
    expires_at: Mapped[datetime] = mapped_column(Utc)
    spent_at: Mapped[datetime | None] = mapped_column(Utc)


class SessionRow(Row):
    """Keeps a signed-in browser; the bundle opens only with the secret in its cookie."""

    __tablename__ = "session"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id"), index=True)
    secret_hash: Mapped[bytes] = mapped_column(LargeBinary)
    bundle: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime] = mapped_column(Utc)
    seen_at: Mapped[datetime] = mapped_column(Utc)
    ends_at: Mapped[datetime] = mapped_column(Utc)
    step_up_at: Mapped[datetime] = mapped_column(Utc)


class ShiftRow(Row):
    """Keeps a stretch of the week in which somebody of an organisation answers."""

    __tablename__ = "shift"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organization.id"), index=True)
    member_id: Mapped[UUID | None] = mapped_column(ForeignKey("member.id"), index=True)
    weekday: Mapped[int]
    starts: Mapped[str]
    ends: Mapped[str]
    duty: Mapped[str]


class MemberCallRow(Row):
    """Keeps where a member is called when she is on shift; only the outbox opens the number."""

    __tablename__ = "member_call"

    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id"), primary_key=True)
    channel: Mapped[str] = mapped_column(String(12))
    ending: Mapped[str] = mapped_column(String(2))
    language: Mapped[str] = mapped_column(String(12))
    address: Mapped[bytes] = mapped_column(LargeBinary)
    tried_at: Mapped[datetime | None] = mapped_column(Utc)


class IntakeKeyRow(Row):
    """Keeps the public key that new reports of an organisation are sealed to in one epoch."""

    __tablename__ = "intake_key"
    __table_args__ = (UniqueConstraint("organization_id", "epoch"),)

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organization.id"))
    epoch: Mapped[str]
    public: Mapped[bytes] = mapped_column(LargeBinary)
    signature: Mapped[bytes] = mapped_column(LargeBinary)
    opened_day: Mapped[date]
    closed_day: Mapped[date | None]


class IntakeKeyWrapRow(Row):
    """Keeps an intake private key, wrapped for one member on triage duty."""

    __tablename__ = "intake_key_wrap"
    __table_args__ = (UniqueConstraint("intake_key_id", "member_id"),)

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    intake_key_id: Mapped[UUID] = mapped_column(ForeignKey("intake_key.id"))
    member_id: Mapped[UUID] = mapped_column(ForeignKey("member.id"), index=True)
    wrap: Mapped[bytes] = mapped_column(LargeBinary)


class JournalLeafRow(Row):
    """Keeps one thing that was done, without what it was done to in clear."""

    __tablename__ = "journal_leaf"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    verb: Mapped[str]
    actor: Mapped[str]
    subject: Mapped[bytes | None] = mapped_column(LargeBinary, index=True)
    purpose: Mapped[str | None]
    hour: Mapped[datetime] = mapped_column(Utc, index=True)


class SignInFailureRow(Row):
    """Keeps a failed sign-in, counted for a while under a keyed handle."""

    __tablename__ = "sign_in_failure"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    handle: Mapped[bytes] = mapped_column(LargeBinary, index=True)
    at: Mapped[datetime] = mapped_column(Utc, index=True)
