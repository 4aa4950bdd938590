"""Opening hours in OSM grammar; only a certain "open" is open."""

from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from opening_hours import OpeningHours, State, validate

# "Mo-Fr 08:00-17:00" changes ten times a week; beyond this it is no help for her.
_LOOK_AHEAD_CHANGES = 30


@lru_cache(maxsize=256)
def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return None


@lru_cache(maxsize=8192)
def _parsed(hours: str, timezone: str) -> OpeningHours | None:
    zone = _zone(timezone)
    if zone is None or not validate(hours):
        return None
    return OpeningHours(hours, timezone=zone)


def is_sound(hours: str, timezone: str) -> bool:
    """Says whether these hours can be read at all."""
    return _parsed(hours, timezone) is not None


def is_open(hours: str | None, timezone: str, now: datetime) -> bool:
    """Says whether a place is surely open; unknown hours are not open."""
    parsed = _parsed(hours, timezone) if hours else None
    return parsed is not None and _surely_open(parsed, now.astimezone(_zone(timezone)))


def opens_at(hours: str | None, timezone: str, now: datetime) -> datetime | None:
    """Returns the first instant from now on at which a place is surely open; None if unknown."""
    parsed = _parsed(hours, timezone) if hours else None
    if parsed is None:
        return None
    at = now.astimezone(_zone(timezone))
    for _ in range(_LOOK_AHEAD_CHANGES):
        if _surely_open(parsed, at):
            return at.astimezone(UTC)
        change = parsed.next_change(at)
        if change is None:
            return None
        at = change.astimezone(_zone(timezone))
    return None


def _surely_open(parsed: OpeningHours, at: datetime) -> bool:
    # A comment ("by appointment") makes an opening a maybe.
    state, comment = parsed.state(at)
    return state == State.OPEN and not comment
