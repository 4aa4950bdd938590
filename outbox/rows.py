"""Tables of the outbox: contacts, waiting messages, what became of them, and the practice phone."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Date, Float, ForeignKey, Index, Integer, LargeBinary, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from kernel.rows import Row, Utc


class ContactRow(Row):
    """Keeps what may be sent to a keyed contact token; the address itself is nowhere here."""

    __tablename__ = "contact"

    token: Mapped[str] = mapped_column(String(80), primary_key=True)
    channel: Mapped[str] = mapped_column(String(12))
    stopped: Mapped[bool] = mapped_column(default=False)
    paused: Mapped[bool] = mapped_column(default=False)
    window_ends: Mapped[datetime | None] = mapped_column(Utc)
    last_inbound_hour: Mapped[datetime | None] = mapped_column(Utc)
    since: Mapped[date | None] = mapped_column(Date)


class MessageRow(Row):
    """Keeps one outgoing message; body and address lie sealed in it until it has left."""

    __tablename__ = "message"
    __table_args__ = (Index(None, "state", "priority", "queued_at"),)

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    kind: Mapped[str] = mapped_column(String(12))
    state: Mapped[str] = mapped_column(String(20))
    priority: Mapped[int] = mapped_column(default=0)
    queued_at: Mapped[datetime] = mapped_column(Utc)
    expires_at: Mapped[datetime] = mapped_column(Utc)
    not_before: Mapped[datetime | None] = mapped_column(Utc)
    attempts: Mapped[int] = mapped_column(default=0)
    lease_owner: Mapped[str | None] = mapped_column(String(60))
    lease_until: Mapped[datetime | None] = mapped_column(Utc)
    body: Mapped[bytes | None] = mapped_column(LargeBinary)
    provider_handle: Mapped[bytes | None] = mapped_column(LargeBinary, index=True)
    lane: Mapped[str] = mapped_column(String(40), default="")
    whole: Mapped[UUID | None] = mapped_column(Uuid, index=True)
    part: Mapped[int] = mapped_column(default=0)
    left_at: Mapped[datetime | None] = mapped_column(Utc)
    echo: Mapped[bytes | None] = mapped_column(LargeBinary)


class DeliveryRow(Row):
    """Keeps one thing that happened to a message; rows are added and never changed."""

    __tablename__ = "delivery"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    message_id: Mapped[UUID] = mapped_column(ForeignKey("message.id"), index=True)
    status: Mapped[str] = mapped_column(String(40))
    error_code: Mapped[str | None] = mapped_column(String(12))
    at: Mapped[datetime] = mapped_column(Utc)


class LaneRow(Row):
    """Keeps the pace of one sender: how much may go now, and until when it has to rest."""

    __tablename__ = "lane"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    tokens: Mapped[float] = mapped_column(Float)
    filled_at: Mapped[datetime] = mapped_column(Utc)
    held_until: Mapped[datetime | None] = mapped_column(Utc)
    strikes: Mapped[int] = mapped_column(default=0)


class ContentFormRow(Row):
    """Keeps under which id the provider holds a form of buttons, so that each is made once."""

    __tablename__ = "content_form"

    shape: Mapped[str] = mapped_column(String(64), primary_key=True)
    sid: Mapped[str] = mapped_column(String(40))


class PracticeMessageRow(Row):
    """Keeps one text of the practice phone, sealed to the practice key; practice databases only."""

    __tablename__ = "practice_message"
    __table_args__ = (Index(None, "thread", "sequence"), {"sqlite_autoincrement": True})

    sequence: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    id: Mapped[UUID] = mapped_column(Uuid, unique=True)
    thread: Mapped[bytes] = mapped_column(LargeBinary)
    direction: Mapped[str] = mapped_column(String(3))
    channel: Mapped[str] = mapped_column(String(12))
    body: Mapped[bytes] = mapped_column(LargeBinary)
    segments: Mapped[int] = mapped_column(default=1)
    at: Mapped[datetime] = mapped_column(Utc)
