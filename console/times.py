"""Moments and waits as people read them, in the programme's zone and the reader's language."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime, format_time, get_day_names
from flask_babel import get_locale, gettext, ngettext

HOUR = 60
DAY = 24 * HOUR


def waited(minutes: int) -> str:
    """Returns a wait in its largest sensible units: 12 min, 3 h 20 min, 2 days."""
    if minutes < 1:
        return gettext("under a minute")
    if minutes < HOUR:
        return gettext("%(minutes)s min", minutes=minutes)
    if minutes < DAY:
        hours, rest = divmod(minutes, HOUR)
        if not rest:
            return gettext("%(hours)s h", hours=hours)
        return gettext("%(hours)s h %(minutes)s min", hours=hours, minutes=rest)
    return ngettext("%(num)s day", "%(num)s days", minutes // DAY)


def moment(at: datetime | None, zone: str, now: datetime) -> str:
    """Returns a moment, with its day only when that is not today."""
    if at is None:
        return ""
    there, today = at.astimezone(ZoneInfo(zone)), now.astimezone(ZoneInfo(zone)).date()
    if there.date() == today:
        clock = format_time(there, "HH:mm", tzinfo=ZoneInfo(zone), locale=get_locale())
        return gettext("today %(clock)s", clock=clock)
    return format_datetime(there, "d MMM, HH:mm", tzinfo=ZoneInfo(zone), locale=get_locale())


def calendar_day(day: date | str | None) -> str:
    """Returns a calendar day in the reader's language."""
    if day is None:
        return ""
    known = date.fromisoformat(day) if isinstance(day, str) else day
    return format_date(known, "d MMM y", locale=get_locale())


def weekday(day: int) -> str:
    """Returns the name of a day of the week, Monday first, in the reader's language."""
    return str(get_day_names("wide", locale=get_locale())[day])


def minutes_until(at: datetime | None, now: datetime) -> int | None:
    """Returns whole minutes until a moment, below zero once it has passed."""
    return None if at is None else int((at - now).total_seconds() // 60)
