"""The tables of drills; what each column shows is listed in docs/data.md."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Integer, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from kernel.rows import Row, Utc


class DrillRow(Row):
    """Keeps one drill: what was tried, when people did what, and where its survivor stands."""

    __tablename__ = "drill"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    keyword: Mapped[str] = mapped_column(String(40))
    language: Mapped[str] = mapped_column(String(12))
    scenario: Mapped[str] = mapped_column(String(12))
    surprise: Mapped[bool]
    asked_by: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("member.id"))
    state: Mapped[str] = mapped_column(String(12), index=True)
    due_at: Mapped[datetime] = mapped_column(Utc)
    started_at: Mapped[datetime | None] = mapped_column(Utc)
    item_at: Mapped[datetime | None] = mapped_column(Utc)
    opened_at: Mapped[datetime | None] = mapped_column(Utc)
    answered_at: Mapped[datetime | None] = mapped_column(Utc)
    accepted_at: Mapped[datetime | None] = mapped_column(Utc)
    revealed_at: Mapped[datetime | None] = mapped_column(Utc)
    erased_at: Mapped[datetime | None] = mapped_column(Utc)
    outcome: Mapped[str | None] = mapped_column(String(12))
    said: Mapped[int] = mapped_column(Integer, default=0)
    saying: Mapped[str] = mapped_column(String(80), default="")
    said_at: Mapped[datetime | None] = mapped_column(Utc)
    answered: Mapped[int] = mapped_column(Integer, default=0)
    silent: Mapped[bool] = mapped_column(default=False)


class DrillReplyRow(Row):
    """Keeps the name of a line that reached an invented survivor, never its words."""

    __tablename__ = "drill_reply"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    drill_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("drill.id"), index=True)
    prompt: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime] = mapped_column(Utc)
