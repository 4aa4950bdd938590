"""Where a page is: the house, who asks, and words that turn into her language when shown."""

from typing import cast

from flask import current_app, g
from flask_babel import lazy_gettext

from pathway.desk import House
from staff.signin import Entered


def house() -> House:
    """Returns the wired house of this application."""
    wired: House = current_app.extensions["house"]
    return wired


def entered() -> Entered:
    """Returns who is signed in; only behind a permission."""
    here: Entered = g.entered
    return here


def later(text: str) -> str:
    """Returns words that turn into the reader's language only when they are shown."""
    return cast("str", lazy_gettext(text))
