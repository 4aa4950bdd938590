"""The one table of the jobs process: when each job ran and when it runs next."""

from datetime import datetime

from sqlalchemy import String
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
