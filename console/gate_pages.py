"""The gate of the line: what is ready, what is missing, who signed, and opening it."""

from collections.abc import Callable
from uuid import UUID

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from console import gate_words, labels, programme_words
from console.lent import gate_lent
from console.programme_pages import refusal, signing_in_form
from console.shell import entered, house
from pathway import deciding, gate
from pathway.deciding import Decided, Refused
from pathway.desk import Desk
from pathway.gate import NotReady, Opened, Point
from staff.access import Action, allow

blueprint = Blueprint("gate", __name__, url_prefix="/settings/line")
_UNPROCESSABLE = 422
Done = Decided | Refused


@blueprint.get("")
@allow(Action.READ_PROGRAMME)
def page() -> ResponseReturnValue:
    """Shows whether the line is open, and all that it needs."""
    return _page()


@blueprint.post("/open")
@allow(Action.DECIDE_PROGRAMME)
def open_line() -> ResponseReturnValue:
    """Opens the line, unless something is missing."""
    with house().desk() as desk:
        outcome = gate.open_line(desk, gate_lent(), entered().identity.member_id)
    match outcome:
        case Opened():
            return redirect(url_for("gate.page"), 303)
        case NotReady():
            return _page(missing=True)


@blueprint.post("/close")
@allow(Action.DECIDE_PROGRAMME)
def close_line() -> ResponseReturnValue:
    """Closes the line at once."""
    with house().desk() as desk:
        gate.close_line(desk, entered().identity.member_id)
    return redirect(url_for("gate.page"), 303)


@blueprint.post("/topics")
@allow(Action.DECIDE_PROGRAMME)
def topics() -> ResponseReturnValue:
    """Records who stands for the topics of the first texts."""
    return _sign("topics", lambda desk: deciding.sign_topics(desk, _actor(), signing_in_form()))


@blueprint.post("/counsel/<language>")
@allow(Action.DECIDE_PROGRAMME)
def counsel(language: str) -> ResponseReturnValue:
    """Records counsel's signature over a language as it is worded now."""
    return _sign(
        f"counsel-{language}",
        lambda desk: deciding.sign_counsel(
            desk, gate_lent(), _actor(), language, signing_in_form()
        ),
    )


@blueprint.post("/unreviewed/<language>")
@allow(Action.DECIDE_PROGRAMME)
def unreviewed(language: str) -> ResponseReturnValue:
    """Records who lets a language speak before its review is done, and why."""
    return _sign(
        f"unreviewed-{language}",
        lambda desk: deciding.allow_unreviewed(
            desk, gate_lent(), _actor(), language, signing_in_form()
        ),
    )


@blueprint.post("/take-back")
@allow(Action.DECIDE_PROGRAMME)
def take_back() -> ResponseReturnValue:
    """Takes a signature back; outside practice an open line is closed by it."""
    kind, subject = request.form.get("kind", ""), request.form.get("subject", "")
    return _sign("page", lambda desk: deciding.take_back(desk, _actor(), kind, subject))


def _sign(part: str, act: Callable[[Desk], Done]) -> ResponseReturnValue:
    with house().desk() as desk:
        outcome = act(desk)
    match outcome:
        case Decided():
            return redirect(url_for("gate.page"), 303)
        case Refused():
            return _page(part, refusal(outcome))


def _page(part: str = "", error: str = "", *, missing: bool = False) -> ResponseReturnValue:
    lent = gate_lent()
    with house().glance() as desk:
        points = gate.points(desk, lent)
        programme, today = desk.programme, desk.today.isoformat()
    wordings = [lent.wording(code) for code in lent.languages()]
    shown = render_template(
        "programme/gate.html",
        points=points,
        programme=programme,
        wordings=wordings,
        today=today,
        part=part,
        error=error,
        missing=missing,
        statements=programme_words.STATEMENTS,
        names=gate_words.NAMES,
        said=_said,
        say=labels.say,
    )
    return make_response(shown, _UNPROCESSABLE if error or missing else 200)


def _said(point: Point) -> str:
    return str(gate_words.SAYS[f"{point.name}.{point.code}"]) % {"detail": point.detail}


def _actor() -> UUID:
    return entered().identity.member_id
