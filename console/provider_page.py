"""What providers still hold of our messages, what was made good, and what is on its way."""

from typing import cast

from flask import Blueprint, current_app, render_template

from console.shell import house
from console.times import moment
from pathway import media, upkeep
from staff.access import Action, allow

blueprint = Blueprint("provider", __name__)


@blueprint.get("/settings/provider")
@allow(Action.READ_PROGRAMME)
def page() -> str:
    """Shows counts, never a message."""
    lent = cast("upkeep.Lent", current_app.extensions["upkeep"])
    spooled, aside = lent.spool(house())
    with house().glance() as desk:
        zone, now = desk.programme.timezone, desk.now
        waiting, _ = media.waits(desk.session)
        return render_template(
            "settings/provider.html",
            copies=lent.copies(desk.session),
            spooled=spooled,
            aside=aside,
            media_waiting=waiting,
            moment=lambda at: moment(at, zone, now),
        )
