"""Opening hours between two grammars: HSDS schedules (weekly rules) and the OSM text kept here.

HSDS cannot say holidays or exceptions, and a whole day is 00:00 to 23:59 there. A schedule that
can never happen, or is not weekly, makes the hours unknown, which is not the same as closed.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from referral.hsds_package import Record

DAYS: Final = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_WHOLE_DAY: Final = ("00:00", "24:00")
_TIME: Final = re.compile(
    r"(\d{1,2}):(\d{2})(?::\d{2})?(?:z|[+-]\d{2}:?\d{2})?\s*([ap]m)?", re.IGNORECASE
)
_NOON: Final = 12

Span = tuple[str, str]


class Unclear(Exception):
    """Says why a schedule cannot be told as weekly hours."""


def hours_from(schedules: Iterable[Record], today: date) -> str | None:
    """Returns OSM hours for the schedules in force; None for none; raises Unclear."""
    week: dict[str, set[Span]] = {day: set() for day in DAYS}
    found = False
    for schedule in schedules:
        if _is_over(schedule, today):
            continue
        found = True
        span = _span(schedule)
        for day in _days(schedule):
            week[day].add(span)
    return _written(week) if found else None


def _is_over(schedule: Record, today: date) -> bool:
    for name in ("valid_to", "until"):
        written = schedule.get(name)[:10]
        if written and written < today.isoformat():
            return True
    return schedule.get("valid_from")[:10] > today.isoformat()


def _days(schedule: Record) -> list[str]:
    """Returns the days of the week on which a schedule holds."""
    frequency = schedule.get("freq").upper() or "WEEKLY"
    if schedule.get("count"):
        raise Unclear("it ends after a count")
    if any(schedule.get(name) for name in ("bymonthday", "byyearday", "byweekno")):
        raise Unclear("it is not weekly")
    if schedule.get("interval") not in {"", "1"}:
        raise Unclear("it is not every week")
    if frequency == "DAILY":
        return list(DAYS)
    if frequency != "WEEKLY":
        raise Unclear("it is not weekly")
    written = schedule.get("byday") or schedule.get("weekday")
    days = [part.strip()[:2].capitalize() for part in re.split(r"[;,]", written) if part.strip()]
    if not days or any(day not in DAYS for day in days):
        raise Unclear("its days cannot be read")
    return days


def _span(schedule: Record) -> Span:
    opens, closes = _clock(schedule.get("opens_at")), _clock(schedule.get("closes_at"))
    if opens == "00:00" and closes in {"23:59", "00:00", "24:00"}:
        return _WHOLE_DAY
    if opens == closes:
        raise Unclear("it opens and closes at once")
    return opens, closes


def _clock(written: str) -> str:
    match = _TIME.fullmatch(written)
    if match is None:
        raise Unclear("its times cannot be read")
    hour, minute, half = int(match[1]), int(match[2]), (match[3] or "").lower()
    if half:
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    if hour > 24 or minute > 59:  # noqa: PLR2004 - hours and minutes of a day
        raise Unclear("its times cannot be read")
    return f"{hour:02d}:{minute:02d}"


def _written(week: Mapping[str, set[Span]]) -> str:
    if all(_WHOLE_DAY in spans for spans in week.values()):
        return "24/7"
    rules: dict[str, list[str]] = {}
    for day, spans in week.items():
        kept = [_WHOLE_DAY] if _WHOLE_DAY in spans else sorted(spans)
        if kept:
            rules.setdefault(",".join(f"{a}-{b}" for a, b in kept), []).append(day)
    return "; ".join(f"{','.join(days)} {spans}" for spans, days in rules.items()) or "off"


def schedules_from(hours: str | None) -> Sequence[tuple[tuple[str, ...], str, str]] | None:
    """Returns (days, opens, closes) for hours that HSDS can say; None for those it cannot."""
    if hours is None:
        return None
    if hours == "24/7":
        return [(DAYS, "00:00", "23:59")]
    found = []
    for rule in hours.split(";"):
        match = re.fullmatch(r"([A-Z][A-Za-z,-]*) ((?:\d\d:\d\d-\d\d:\d\d,?)+)", rule.strip())
        days = _named_days(match[1]) if match else None
        if match is None or days is None:
            return None
        for span in match[2].rstrip(",").split(","):
            opens, closes = span.split("-")
            found.append((days, opens, "23:59" if closes == "24:00" else closes))
    return found if _never_twice(found) else None


def _named_days(written: str) -> tuple[str, ...] | None:
    days: list[str] = []
    for part in written.split(","):
        first, _, last = part.partition("-")
        if first not in DAYS or (last or first) not in DAYS:
            return None
        start, end = DAYS.index(first), DAYS.index(last or first)
        if end < start:
            return None
        days += DAYS[start : end + 1]
    return tuple(days)


def _never_twice(found: Sequence[tuple[tuple[str, ...], str, str]]) -> bool:
    # In OSM a later rule for the same day replaces the earlier one; HSDS would add them up.
    groups = {days for days, _, _ in found}
    return sum(len(days) for days in groups) == len({day for days in groups for day in days})
