"""The tables of the jobs process: when each job runs, and what providers still hold."""

from datetime import datetime

from sqlalchemy import Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from kernel.rows import Row, Utc


class JobDueRow(Row):
    """Keeps the past and the next run of one job, and who holds its lock until when."""

    __tablename__ = "job_due"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    last_run_at: Mapped[datetime | None] = mapped_column(Utc)
    next_run_at: Mapped[datetime] = mapped_column(Utc)
    holder: Mapped[str | None] = mapped_column(String(60))
    lease_until: Mapped[datetime | None] = mapped_column(Utc)


class ProviderCopyRow(Row):
    """Keeps counts of what one provider still holds of our messages, and what was made good."""

    __tablename__ = "provider_copy"

    provider: Mapped[str] = mapped_column(String(20), primary_key=True)
    since: Mapped[datetime] = mapped_column(Utc)
    ran_at: Mapped[datetime | None] = mapped_column(Utc)
    failed: Mapped[str | None] = mapped_column(String(40))
    listed: Mapped[int] = mapped_column(Integer)
    made_good: Mapped[int] = mapped_column(Integer)
    deleted: Mapped[int] = mapped_column(Integer)
    still_there: Mapped[int] = mapped_column(Integer)
    oldest_at: Mapped[datetime | None] = mapped_column(Utc)
