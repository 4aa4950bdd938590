"""The only caller of now; everything else is handed a clock."""

from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    """Tells the time as an aware datetime in UTC."""

    def now(self) -> datetime:
        """Returns this instant in UTC."""
        ...


class SystemClock:
    """Tells the machine's time."""

    def now(self) -> datetime:
        """Returns this instant in UTC."""
        return datetime.now(UTC)


class StoppedClock:
    """Tells one instant until it is moved; for tests and rehearsals."""

    def __init__(self, at: datetime) -> None:
        self._at = at

    def now(self) -> datetime:
        """Returns the instant it was set to."""
        return self._at

    def advance(
        self, *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0
    ) -> None:
        """Moves the instant forward (or back, with negative amounts)."""
        self._at += timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)


def local_day(now: datetime, timezone: str) -> date:
    """Returns the calendar day of an instant in an IANA zone."""
    return now.astimezone(ZoneInfo(timezone)).date()


def month_of(day: date) -> str:
    """Returns the month of a day as `2026-11`."""
    return f"{day.year:04d}-{day.month:02d}"


def quarter_of(day: date) -> str:
    """Returns the quarter of a day as `2026Q4`."""
    return f"{day.year:04d}Q{(day.month - 1) // 3 + 1}"


def hour_of(now: datetime) -> datetime:
    """Returns the instant cut down to its hour, for rows that show no more."""
    return now.replace(minute=0, second=0, microsecond=0)
