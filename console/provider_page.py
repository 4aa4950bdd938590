"""What providers still hold of our messages, what was made good, and what is on its way."""

from typing import cast

from flask import Blueprint, current_app, render_template

from console.labels import Words
from console.labels import later as _l
from console.shell import house
from console.times import moment
from pathway import media, upkeep
from staff.access import Action, allow

blueprint = Blueprint("provider", __name__)
_TEXTS: Words = {
    "B0x": _l("When we cannot answer, to danger alone"),
    "B26": _l("To STOP"),
    "B26h": _l("To HELP"),
}


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
            texts=lent.texts(desk.programme),
            what=_TEXTS,
            moment=lambda at: moment(at, zone, now),
        )
