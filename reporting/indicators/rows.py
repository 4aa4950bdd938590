"""The two tables of the counting room: pending facts and releases."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Boolean, Date, Integer, LargeBinary, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from kernel.rows import Row, Utc


class FactRow(Row):
    """Keeps one sealed fact until its period is frozen; the id is random and means nothing."""

    __tablename__ = "fact"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    body: Mapped[bytes] = mapped_column(LargeBinary)


class ReleaseRow(Row):
    """Keeps one immutable release and its place in the chain; everything here is clear."""

    __tablename__ = "release"

    id: Mapped[str] = mapped_column(String(20), primary_key=True)
    sequence: Mapped[int] = mapped_column(Integer, unique=True)
    as_of: Mapped[date] = mapped_column(Date)
    built_at: Mapped[datetime] = mapped_column(Utc)
    state: Mapped[str] = mapped_column(String(10))
    early: Mapped[bool] = mapped_column(Boolean)
    payload: Mapped[bytes] = mapped_column(LargeBinary)
    previous_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))
    signature: Mapped[bytes] = mapped_column(LargeBinary)
    approved_by: Mapped[str | None] = mapped_column(String(200))
    approved_at: Mapped[datetime | None] = mapped_column(Utc)
