"""How roles, days, languages and moments are called in the reader's language."""

from collections.abc import Iterable
from datetime import datetime

from babel import Locale, UnknownLocaleError
from babel.dates import get_day_names
from flask import current_app
from flask_babel import get_locale, gettext

from console.labels import Words, say
from console.labels import later as _l
from console.times import moment

ROLES: Words = {
    "caseworker": _l("Caseworker"),
    "supervisor": _l("Supervisor"),
    "responder": _l("Responder"),
    "directory_editor": _l("Directory editor"),
    "analyst": _l("Analyst"),
    "steward": _l("Steward"),
    "administrator": _l("Administrator"),
    "auditor": _l("Auditor"),
}
INTENTS: Words = {
    "report": _l("A first conversation"),
    "danger": _l("Help fast"),
    "walk": _l("A safety walk"),
    "responder": _l("A responder’s answer"),
}


def intent_name(intent: str) -> str:
    """Returns what a coded word begins."""
    return say(INTENTS, intent)


def role_name(role: str) -> str:
    """Returns what a role is called."""
    return say(ROLES, role)


def day_name(weekday: int) -> str:
    """Returns the name of a day of the week, Monday being 0."""
    name: str = get_day_names("wide", "stand-alone", locale=get_locale())[weekday]
    return name[:1].upper() + name[1:]


def language_name(code: str) -> str:
    """Returns the name of a language, or its code where CLDR knows none."""
    try:
        name = Locale.parse(code).get_display_name(get_locale())
    except (UnknownLocaleError, ValueError):
        return code
    return (name or code).capitalize()


def in_line(names: Iterable[str]) -> str:
    """Returns names in one line, parted as the reader's language parts a list."""
    # Some names are lazy strings, which only become text when they are shown.
    shown = [str(name) for name in names]
    # NOTE: What stands between two names of a list, with its space.
    return gettext(", ").join(shown)


def local_time(at: datetime | None, zone: str) -> str:
    """Returns a moment in a zone, with its day only when that is not today."""
    return moment(at, zone, current_app.extensions["house"].clock.now())
