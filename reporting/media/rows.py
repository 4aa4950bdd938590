"""The tables of media; what each column shows is listed in docs/data.md."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Date, ForeignKey, Integer, LargeBinary, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from kernel.rows import Row, Utc


class MediaRow(Row):
    """Keeps one voice note or picture of a report, once it was fetched."""

    __tablename__ = "media"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    report_id: Mapped[UUID] = mapped_column(
        Uuid, ForeignKey("report.id", ondelete="CASCADE"), index=True
    )
    state: Mapped[str] = mapped_column(String(12))
    day: Mapped[date] = mapped_column(Date)
    wrap: Mapped[bytes | None] = mapped_column(LargeBinary)
    body: Mapped[bytes | None] = mapped_column(LargeBinary)
    held_by: Mapped[str | None] = mapped_column(String(80))


class MediaWaitRow(Row):
    """Keeps where a piece is to be fetched from, until it was or never can be."""

    __tablename__ = "media_wait"

    id: Mapped[UUID] = mapped_column(
        Uuid, ForeignKey("media.id", ondelete="CASCADE"), primary_key=True
    )
    handle: Mapped[bytes] = mapped_column(LargeBinary, index=True)
    tries: Mapped[int] = mapped_column(Integer)
    next_at: Mapped[datetime] = mapped_column(Utc, index=True)
    body: Mapped[bytes] = mapped_column(LargeBinary)
