"""The tables of reports; what each column shows is listed in docs/data.md."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Date, ForeignKey, Integer, LargeBinary, String, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from kernel.rows import Row, Utc


class ReportRow(Row):
    """Keeps that somebody reported; everything she said is in its disclosures."""

    __tablename__ = "report"
    # Without row numbers: the order of making would pair each report with its case.
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - SQLAlchemy's own attribute

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    code: Mapped[str] = mapped_column(String(8), unique=True)
    organization_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("organization.id"))
    status: Mapped[str] = mapped_column(String(20))
    day: Mapped[date] = mapped_column(Date)
    contact_token: Mapped[str] = mapped_column(String(64), index=True)
    drill: Mapped[bytes | None] = mapped_column(LargeBinary, index=True)
    erase_on: Mapped[date | None] = mapped_column(Date, index=True)


class DisclosureRow(Row):
    """Keeps one sealed entry: a text, a coded answer, a consent, a key, a handle."""

    __tablename__ = "disclosure"
    __table_args__ = (UniqueConstraint("report_id", "sequence"),)

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    report_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("report.id"), index=True)
    sequence: Mapped[int] = mapped_column(Integer)
    day: Mapped[date] = mapped_column(Date)
    wrap: Mapped[bytes] = mapped_column(LargeBinary)
    body: Mapped[bytes] = mapped_column(LargeBinary)
    held_by: Mapped[str] = mapped_column(String(80))


class AlarmRow(Row):
    """Keeps a red item: somebody may be in danger, or asks for a person now."""

    __tablename__ = "alarm"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    organization_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("organization.id"))
    case_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("case_file.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(12), index=True)
    raised_at: Mapped[datetime] = mapped_column(Utc)
    opened_at: Mapped[datetime | None] = mapped_column(Utc)
    closed_at: Mapped[datetime | None] = mapped_column(Utc)
    reply_key: Mapped[bytes] = mapped_column(LargeBinary)
    reply_to: Mapped[bytes | None] = mapped_column(LargeBinary)
    reply_until: Mapped[datetime | None] = mapped_column(Utc)
    drill: Mapped[bytes | None] = mapped_column(LargeBinary)
    answer_message: Mapped[UUID | None] = mapped_column(Uuid)
    paged_at: Mapped[datetime | None] = mapped_column(Utc)
    pages: Mapped[int] = mapped_column(Integer, server_default="0")


class ReplyRow(Row):
    """Keeps a person's answer on an alarm, sealed to the visit that raised it."""

    __tablename__ = "reply"
    __table_args__ = (UniqueConstraint("alarm_id", "sequence"),)

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    alarm_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("alarm.id"), index=True)
    sequence: Mapped[int] = mapped_column(Integer)
    body: Mapped[bytes] = mapped_column(LargeBinary)
    at: Mapped[datetime] = mapped_column(Utc)
