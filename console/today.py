"""Today: what needs a person now, danger first; codes and counts, never stories."""

from flask import Blueprint, Response

from console.pages import show
from console.shell import entered, house
from pathway.today import today
from pathway.views import CaseLine
from staff.access import Action, allow

blueprint = Blueprint("today", __name__)


@blueprint.get("/today")
@allow(Action.SEE_TODAY)
def page() -> Response:
    """Shows what waits, in the order in which it should be taken up."""
    with house().glance() as desk:
        seen = today(desk, entered())
    waiting = sorted(seen.new_cases, key=_pressing)
    late = sum(line.overdue for line in (*seen.new_cases, *seen.mine))
    return show(desk, "today/page.html", today=seen, waiting=waiting, late=late)


@blueprint.get("/today/alarms")
@allow(Action.READ_CASES)
def alarms() -> Response:
    """Shows the alarms alone; the page asks for them again every few seconds."""
    with house().glance() as desk:
        seen = today(desk, entered())
    return show(desk, "today/_alarms.html", today=seen)


def _pressing(line: CaseLine) -> tuple[bool, int, str]:
    return not line.overdue, "EUN".find(line.tier), line.code
