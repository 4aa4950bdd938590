"""The tables of the conversation; what each column shows is listed in docs/data.md."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Date, Index, LargeBinary, String, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from kernel.rows import Row, Utc


class InboundRow(Row):
    """Keeps that a message was heard, by the keyed name of its id; the mark is the row."""

    __tablename__ = "inbound"
    __table_args__ = (UniqueConstraint("provider", "handle"),)

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    provider: Mapped[str] = mapped_column(String(20))
    handle: Mapped[bytes] = mapped_column(LargeBinary)
    day: Mapped[date] = mapped_column(Date, index=True)
    state: Mapped[str] = mapped_column(String(12))


class PositionRow(Row):
    """Keeps where a contact stands, sealed under a key that exists only while she writes."""

    __tablename__ = "position"

    token: Mapped[str] = mapped_column(String(64), primary_key=True)
    expires_at: Mapped[datetime] = mapped_column(Utc, index=True)
    body: Mapped[bytes] = mapped_column(LargeBinary)


class OwnWordRow(Row):
    """Keeps what an own word opens: the thread that was saved with it."""

    __tablename__ = "own_word"
    __table_args__ = (UniqueConstraint("contact_token", "handle"),)

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    contact_token: Mapped[str] = mapped_column(String(64), index=True)
    handle: Mapped[bytes] = mapped_column(LargeBinary)
    kind: Mapped[str] = mapped_column(String(6))
    day: Mapped[date] = mapped_column(Date)
    body: Mapped[bytes] = mapped_column(LargeBinary)


class ReceiptRow(Row):
    """Keeps what a receipt and its own word open together, on any phone."""

    __tablename__ = "receipt"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    handle: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    day: Mapped[date] = mapped_column(Date)
    body: Mapped[bytes] = mapped_column(LargeBinary)


class KeywordRow(Row):
    """Keeps a coded word and where and when it may be used."""

    __tablename__ = "keyword"
    __table_args__ = (Index("ix_keyword_folded", "folded"),)

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    word: Mapped[str] = mapped_column(String(40))
    folded: Mapped[str] = mapped_column(String(40))
    intent: Mapped[str] = mapped_column(String(12))
    language: Mapped[str] = mapped_column(String(12))
    rule: Mapped[str] = mapped_column(String(8))
    place: Mapped[str] = mapped_column(String(80))
    hours: Mapped[str] = mapped_column(String(40))
    rotate_on: Mapped[date | None] = mapped_column(Date)
    last_drill_on: Mapped[date | None] = mapped_column(Date)
    retired_on: Mapped[date | None] = mapped_column(Date)
