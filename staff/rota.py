"""Who answers when: pure questions about weekly shifts in a programme's own time zone."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from staff.model import Shift

_WEEK = 7


def on_shift(shifts: Iterable[Shift], now: datetime, timezone: str) -> bool:
    """Says whether anybody answers at this instant."""
    return any(start <= now < end for start, end in _stretches(shifts, now, timezone))


def on_duty(shifts: Iterable[Shift], now: datetime, timezone: str) -> tuple[Shift, ...]:
    """Returns the shifts that run at this instant; one without a name is everybody's."""
    return tuple(one for one in shifts if _runs(one, now, ZoneInfo(timezone)))


def next_start(shifts: Iterable[Shift], now: datetime, timezone: str) -> datetime | None:
    """Returns the first instant after now at which a shift begins, or None without a rota."""
    starts = [start for start, _ in _stretches(shifts, now, timezone) if start > now]
    return min(starts, default=None)


def gaps(shifts: Iterable[Shift], now: datetime, timezone: str) -> list[tuple[datetime, datetime]]:
    """Returns the stretches of the coming week in which nobody answers."""
    end_of_week = now + timedelta(days=_WEEK)
    found, covered_to = [], now
    for start, end in sorted(_stretches(shifts, now, timezone)):
        if start >= end_of_week:
            break
        if start > covered_to:
            found.append((covered_to, start))
        covered_to = max(covered_to, end)
    if covered_to < end_of_week:
        found.append((covered_to, end_of_week))
    return found


def _stretches(
    shifts: Iterable[Shift], now: datetime, timezone: str
) -> tuple[tuple[datetime, datetime], ...]:
    today = now.astimezone(ZoneInfo(timezone)).date()
    return _stretches_around(tuple(shifts), today, timezone)


@lru_cache(maxsize=64)
def _stretches_around(
    shifts: tuple[Shift, ...], today: date, timezone: str
) -> tuple[tuple[datetime, datetime], ...]:
    """Lays a rota over the days from yesterday to next week; it is asked with every message."""
    zone = ZoneInfo(timezone)
    days = [today + timedelta(days=offset) for offset in range(-1, _WEEK + 2)]
    return tuple(
        _stretch(shift, day, zone)
        for shift in shifts
        for day in days
        if day.weekday() == shift.weekday
    )


def _runs(shift: Shift, now: datetime, zone: ZoneInfo) -> bool:
    today = now.astimezone(zone).date()
    for day in (today - timedelta(days=1), today):
        start, end = _stretch(shift, day, zone)
        if day.weekday() == shift.weekday and start <= now < end:
            return True
    return False


def _stretch(shift: Shift, day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    overnight = shift.ends <= shift.starts
    last = day + timedelta(days=1) if overnight else day
    return _instant(day, shift.starts, zone), _instant(last, shift.ends, zone)


def _instant(day: date, written: str, zone: ZoneInfo) -> datetime:
    # An hour that the clocks repeat counts the first time; one that they skip, just after.
    return datetime.combine(day, time.fromisoformat(written), zone).astimezone(UTC)
