"""A responder without an account says yes or no through a link, with her PIN."""

from typing import assert_never

from flask import Blueprint, Response

from console.forms import LinkForm
from console.pages import UNPROCESSABLE, filled, show
from console.shell import house
from pathway import answer_link
from pathway.answer_link import LinkGone, LinkView, WrongPin
from pathway.answering import Answered, Refused
from pathway.desk import Desk
from staff.access import PUBLIC

blueprint = Blueprint("answer", __name__)

GONE = 410
OPEN_STATES = frozenset({"sent", "acknowledged"})


@blueprint.get("/answer/<token>")
@PUBLIC
def page(token: str) -> Response:
    """Shows what is asked in neutral words; looking spends nothing."""
    with house().glance() as desk:
        return _page(desk, token, LinkForm(formdata=None))


@blueprint.post("/answer/<token>")
@PUBLIC
def decide(token: str) -> Response:
    """Takes the yes or no, if the PIN is right."""
    form = LinkForm()
    if not filled(form):
        with house().glance() as desk:
            return _page(desk, token, form, UNPROCESSABLE)
    with house().desk() as desk:
        return _decide(desk, token, form)


def _decide(desk: Desk, token: str, form: LinkForm) -> Response:
    decision = "accept" if form.decision.data == "accept" else "decline"
    reason = form.reason.data if decision == "decline" else None
    pin = (form.pin.data or "").strip()
    done = answer_link.answer_by_link(desk, token, pin, decision, reason)
    match done:
        case Answered():
            return show(desk, "answer/done.html", accepted=decision == "accept")
        case Refused():
            return _page(desk, token, form, UNPROCESSABLE)
        case WrongPin(tries_left):
            return _page(desk, token, form, UNPROCESSABLE, tries_left=tries_left)
        case LinkGone() | Refused():
            return show(desk, "answer/gone.html", GONE)
        case _:
            assert_never(done)


def _page(
    desk: Desk, token: str, form: LinkForm, status: int = 200, tries_left: int | None = None
) -> Response:
    match answer_link.peek(desk, token):
        case LinkView(state=state) as view if state in OPEN_STATES:
            form.pin.data = ""
            return show(
                desk, "answer/page.html", status, view=view, form=form, tries_left=tries_left
            )
        case LinkView() as view:
            return show(desk, "answer/answered.html", view=view)
        case _:
            return show(desk, "answer/gone.html", GONE)
