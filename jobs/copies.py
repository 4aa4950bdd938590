"""The only file that touches the counts of what providers still hold."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from jobs.rows import ProviderCopyRow
from pathway.upkeep import Copies

_LOOKED_BACK = timedelta(hours=1)


def begin(session: Session, provider: str, now: datetime) -> datetime:
    """Returns from when on messages are ours to make good and to delete; set by the first run."""
    row = session.get(ProviderCopyRow, provider)
    if row is None:
        counts = {"listed": 0, "made_good": 0, "deleted": 0, "still_there": 0}
        row = ProviderCopyRow(provider=provider, since=now - _LOOKED_BACK, **counts)
        session.add(row)
    return row.since


def note(session: Session, provider: str, now: datetime, found: "Counts") -> None:
    """Adds the counts of one run, and puts what is there now in the place of the last ones."""
    changed = update(ProviderCopyRow).where(ProviderCopyRow.provider == provider)
    session.execute(
        changed.values(
            ran_at=now,
            failed=found.failed,
            listed=found.listed,
            made_good=ProviderCopyRow.made_good + found.made_good,
            deleted=ProviderCopyRow.deleted + found.deleted,
            still_there=found.still_there,
            oldest_at=found.oldest_at,
        )
    )


def note_failure(session: Session, provider: str, now: datetime, why: str) -> None:
    """Notes that a run failed; what was counted before stands."""
    changed = update(ProviderCopyRow).where(ProviderCopyRow.provider == provider)
    session.execute(changed.values(ran_at=now, failed=why[:40]))


@dataclass
class Counts:
    """Counts one run as it goes."""

    listed: int = 0
    made_good: int = 0
    deleted: int = 0
    still_there: int = 0
    oldest_at: datetime | None = None
    failed: str | None = None

    def stays(self, at: datetime) -> None:
        """Counts a message that is still at the provider."""
        self.still_there += 1
        self.oldest_at = min(at, self.oldest_at or at)


def copies(session: Session) -> tuple[Copies, ...]:
    """Returns the counts of every provider."""
    rows = session.query(ProviderCopyRow).order_by(ProviderCopyRow.provider)
    return tuple(
        Copies(
            row.provider, row.since, row.ran_at, row.failed, row.listed, row.made_good,
            row.deleted, row.still_there, row.oldest_at,
        )
        for row in rows
    )  # fmt: skip
