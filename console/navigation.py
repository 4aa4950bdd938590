"""One navigation for everybody: each entry shows to those who may enter there."""

from dataclasses import dataclass

from flask import request
from flask_babel import gettext as _

from staff.access import Action, Identity, may


@dataclass(frozen=True)
class Entry:
    """Holds one entry of the navigation."""

    text: str
    href: str
    current: bool


def entries(identity: Identity | None) -> list[Entry]:
    """Returns the entries this person may enter, in their fixed order."""
    here = request.path
    return [
        Entry(text, href, here == href or here.startswith(f"{href}/"))
        for action, text, href in _places(identity)
        if may(identity, action)
    ]


def start_of(identity: Identity) -> str:
    """Returns the page a person begins with."""
    return next(
        href
        for action, _text, href in _places(identity)
        if may(identity, action) and action is not Action.RUN_DRILLS
    )


def _places(identity: Identity | None) -> tuple[tuple[Action, str, str], ...]:
    # The same page from its two ends: who asks speaks of referrals, who answers of requests.
    asks = may(identity, Action.SEND_REFERRALS)
    return (
        (Action.SEE_TODAY, _("Today"), "/today"),
        (Action.READ_CASES, _("Cases"), "/cases"),
        (Action.SEE_REFERRALS, _("Referrals") if asks else _("Requests"), "/referrals"),
        (Action.READ_INDICATORS, _("Indicators"), "/indicators"),
        (Action.READ_JOURNAL, _("Journal"), "/audit"),
        (Action.READ_DIRECTORY, _("Directory"), "/directory"),
        (Action.RUN_DRILLS, _("Practise"), "/practise"),
        (Action.OWN_ACCOUNT, _("Settings"), "/settings"),
    )
