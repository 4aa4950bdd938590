"""Staffed hours, of the line or of a coded word: written as on a poster, read as opening hours."""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from referral.opening import is_sound, opens_at
from staff import rota
from staff.model import Shift

_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_DAY: Final = re.compile("|".join(rf"\b{day}[a-z]*\b" for day in _DAYS), re.IGNORECASE)


def readable(hours: str, timezone: str) -> bool:
    """Says whether hours such as "Mon-Sat 08:00-20:00" can be read at all."""
    return bool(hours.strip()) and is_sound(_short_days(hours), timezone)


def uncovered(hours: str, timezone: str, shifts: Iterable[Shift], now: datetime) -> tuple[str, ...]:
    """Returns when, in the coming week, these hours promise somebody whom the rota lacks."""
    found: list[str] = []
    for starts, ends in rota.gaps(tuple(shifts), now, timezone):
        at = opens_at(_short_days(hours), timezone, starts)
        if at is not None and at < ends:
            local = at.astimezone(ZoneInfo(timezone))
            found.append(f"{_DAYS[local.weekday()]} {local:%H:%M}")
    return tuple(dict.fromkeys(found))


def _short_days(hours: str) -> str:
    return _DAY.sub(lambda day: day[0][:2].title(), hours)
