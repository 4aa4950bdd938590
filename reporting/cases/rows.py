"""The tables of cases; what each column shows is listed in docs/data.md."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Date, ForeignKey, LargeBinary, String, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from kernel.rows import Row, Utc


class CaseRow(Row):
    """Keeps a case's code, state and times; the link to its report is sealed."""

    __tablename__ = "case_file"
    # Without row numbers: the order of making would pair each case with its report.
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - SQLAlchemy's own attribute

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    code: Mapped[str] = mapped_column(String(8), unique=True)
    organization_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("organization.id"))
    owner_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("member.id"))
    state: Mapped[str] = mapped_column(String(20), index=True)
    tier: Mapped[str] = mapped_column(String(1))
    opened_day: Mapped[date] = mapped_column(Date)
    due_at: Mapped[datetime | None] = mapped_column(Utc)
    wrap: Mapped[bytes] = mapped_column(LargeBinary)
    body: Mapped[bytes] = mapped_column(LargeBinary)
    held_by: Mapped[str] = mapped_column(String(80))
    key_public: Mapped[bytes | None] = mapped_column(LargeBinary)
    drill: Mapped[bytes | None] = mapped_column(LargeBinary, index=True)
    erase_on: Mapped[date | None] = mapped_column(Date, index=True)
    proven_on: Mapped[date | None] = mapped_column(Date)


class CaseKeyWrapRow(Row):
    """Keeps a case key handed to one member."""

    __tablename__ = "case_key_wrap"
    __table_args__ = (UniqueConstraint("case_id", "member_id"),)

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    case_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("case_file.id"), index=True)
    member_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("member.id"), index=True)
    wrap: Mapped[bytes] = mapped_column(LargeBinary)


class NoteRow(Row):
    """Keeps a worker's note, sealed to the case."""

    __tablename__ = "note"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    case_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("case_file.id"), index=True)
    author_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("member.id"))
    kind: Mapped[str] = mapped_column(String(12))
    day: Mapped[date] = mapped_column(Date)
    wrap: Mapped[bytes] = mapped_column(LargeBinary)
    body: Mapped[bytes] = mapped_column(LargeBinary)
    held_by: Mapped[str] = mapped_column(String(80))


class AnswerRow(Row):
    """Keeps an answer left for her, sealed to the reply key that only she can bring."""

    __tablename__ = "answer"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    case_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("case_file.id"), index=True)
    left_by: Mapped[UUID] = mapped_column(Uuid, ForeignKey("member.id"))
    state: Mapped[str] = mapped_column(String(10))
    day: Mapped[date] = mapped_column(Date)
    wrap: Mapped[bytes] = mapped_column(LargeBinary)
    body: Mapped[bytes] = mapped_column(LargeBinary)
    held_by: Mapped[str] = mapped_column(String(80))


class SafeContactRow(Row):
    """Keeps how and when staff may write to her first; sealed to the case, emptied when it ends."""

    __tablename__ = "safe_contact"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    case_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("case_file.id"), index=True)
    made_by: Mapped[UUID] = mapped_column(Uuid, ForeignKey("member.id"))
    day: Mapped[date] = mapped_column(Date)
    until: Mapped[date] = mapped_column(Date)
    state: Mapped[str] = mapped_column(String(12))
    message_id: Mapped[UUID | None] = mapped_column(Uuid)
    handle: Mapped[bytes | None] = mapped_column(LargeBinary, index=True)
    wrap: Mapped[bytes | None] = mapped_column(LargeBinary)
    body: Mapped[bytes | None] = mapped_column(LargeBinary)
    held_by: Mapped[str | None] = mapped_column(String(80))
