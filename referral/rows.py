"""The tables of needs, consent and attempts; what was said lies sealed in them.

The directory's own tables are in `directory_rows.py` and are imported here, so that whoever
imports this module has every table of the room.
"""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import (
    Date,
    ForeignKey,
    Index,
    LargeBinary,
    SmallInteger,
    String,
    UniqueConstraint,
    Uuid,
)
from sqlalchemy.orm import Mapped, mapped_column

from kernel.rows import Row, Utc
from referral.directory_rows import (
    AreaRow,
    CapacityPoolRow,
    DirectoryEditionRow,
    LocationRow,
    OfferRow,
    OrganizationRow,
    ProviderTermsRow,
    ServiceAreaRow,
    ServiceAtLocationRow,
    ServiceLanguageRow,
    ServiceRow,
)


class NeedRow(Row):
    """Keeps one kind of help a case asks for; which kind is sealed."""

    __tablename__ = "need"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    case_id: Mapped[UUID] = mapped_column(Uuid, index=True)
    state: Mapped[str] = mapped_column(String(20))
    wrap: Mapped[bytes] = mapped_column(LargeBinary)
    body: Mapped[bytes] = mapped_column(LargeBinary)
    held_by: Mapped[str] = mapped_column(String(80))
    drill: Mapped[bytes | None] = mapped_column(LargeBinary)


class MatchRunRow(Row):
    """Keeps one match for replay: the inputs and the ranks are sealed."""

    __tablename__ = "match_run"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    need_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("need.id"), index=True)
    directory_version: Mapped[int]
    ruleset_version: Mapped[str] = mapped_column(String(20))
    day: Mapped[date] = mapped_column(Date)
    wrap: Mapped[bytes] = mapped_column(LargeBinary)
    body: Mapped[bytes] = mapped_column(LargeBinary)
    held_by: Mapped[str] = mapped_column(String(80))


class ConsentGrantRow(Row):
    """Keeps her yes to exactly one recipient; what she agreed to show is sealed."""

    __tablename__ = "consent_grant"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    need_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("need.id"), index=True)
    recipient_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("organization.id"))
    valid_from: Mapped[datetime] = mapped_column(Utc)
    expires_at: Mapped[datetime] = mapped_column(Utc)
    withdrawn_at: Mapped[datetime | None] = mapped_column(Utc)
    wrap: Mapped[bytes] = mapped_column(LargeBinary)
    body: Mapped[bytes] = mapped_column(LargeBinary)
    held_by: Mapped[str] = mapped_column(String(80))


class AttemptRow(Row):
    """Keeps one provider tried for one need; a new try is a new row."""

    __tablename__ = "attempt"
    __table_args__ = (
        Index("ix_attempt_state_due_at", "state", "due_at"),
        Index("ix_attempt_organization_id_state", "organization_id", "state"),
    )

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    code: Mapped[str] = mapped_column(String(12), unique=True)
    need_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("need.id"), index=True)
    organization_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("organization.id"))
    service_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("service.id"), index=True)
    state: Mapped[str] = mapped_column(String(20))
    tier: Mapped[str] = mapped_column(String(1))
    position: Mapped[int] = mapped_column(SmallInteger, default=1)
    paused: Mapped[bool] = mapped_column(default=False)
    due_at: Mapped[datetime | None] = mapped_column(Utc)
    cohort_quarter: Mapped[str | None] = mapped_column(String(6))
    grant_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("consent_grant.id"))
    reason_code: Mapped[str | None] = mapped_column(String(30))
    outcome_code: Mapped[str | None] = mapped_column(String(30))
    updated_at: Mapped[datetime] = mapped_column(Utc)
    drill: Mapped[bytes | None] = mapped_column(LargeBinary)


class PacketRow(Row):
    """Keeps the consented fields for one recipient, sealed when she agreed, erased with her yes."""

    __tablename__ = "packet"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    attempt_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("attempt.id"), unique=True)
    state: Mapped[str] = mapped_column(String(10))
    wrap: Mapped[bytes | None] = mapped_column(LargeBinary)
    body: Mapped[bytes | None] = mapped_column(LargeBinary)
    held_by: Mapped[str | None] = mapped_column(String(80))


class ReferralEventRow(Row):
    """Keeps one step of an attempt; rows are only ever added."""

    __tablename__ = "referral_event"
    __table_args__ = (UniqueConstraint("attempt_id", "sequence"),)

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    attempt_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("attempt.id"))
    sequence: Mapped[int]
    actor: Mapped[str] = mapped_column(String(12))
    from_state: Mapped[str | None] = mapped_column(String(20))
    to_state: Mapped[str] = mapped_column(String(20))
    reason_code: Mapped[str | None] = mapped_column(String(30))
    at: Mapped[datetime] = mapped_column(Utc)


class ResponderLinkRow(Row):
    """Keeps an expiring way to answer without an account; the token itself is not kept."""

    __tablename__ = "responder_link"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    token_handle: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    attempt_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("attempt.id"), index=True)
    expires_at: Mapped[datetime] = mapped_column(Utc)
    tries: Mapped[int] = mapped_column(SmallInteger, default=0)
    spent_at: Mapped[datetime | None] = mapped_column(Utc)


class ResponderRow(Row):
    """Keeps a phone that answers for an organization without an account, number and PIN sealed."""

    __tablename__ = "responder"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    organization_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("organization.id"), index=True)
    channel: Mapped[str] = mapped_column(String(10))
    address: Mapped[bytes] = mapped_column(LargeBinary)
    pin_salt: Mapped[bytes] = mapped_column(LargeBinary)
    pin_verifier: Mapped[bytes] = mapped_column(LargeBinary)


__all__ = [
    "AreaRow",
    "AttemptRow",
    "CapacityPoolRow",
    "ConsentGrantRow",
    "DirectoryEditionRow",
    "LocationRow",
    "MatchRunRow",
    "NeedRow",
    "OfferRow",
    "OrganizationRow",
    "PacketRow",
    "ProviderTermsRow",
    "ReferralEventRow",
    "ResponderLinkRow",
    "ResponderRow",
    "ServiceAreaRow",
    "ServiceAtLocationRow",
    "ServiceLanguageRow",
    "ServiceRow",
]
