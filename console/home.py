"""The neutral front page, and the two questions that machines ask."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from console.shell import house
from pathway.readiness import ready
from staff.access import PUBLIC

blueprint = Blueprint("home", __name__)


@blueprint.get("/")
@PUBLIC
def page() -> str:
    """Shows a page that tells a passer-by nothing."""
    return render_template("home.html")


@blueprint.get("/healthz")
@PUBLIC
def alive() -> ResponseReturnValue:
    """Says that the process answers; touches nothing."""
    return "ok\n", {"Content-Type": "text/plain"}


@blueprint.get("/readyz")
@PUBLIC
def is_ready() -> ResponseReturnValue:
    """Says whether database, migrations and keys are in place, and no more."""
    text, status = ("ok\n", 200) if ready(house()) else ("not ready\n", 503)
    return text, status, {"Content-Type": "text/plain"}
