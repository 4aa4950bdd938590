"""Referrals: a caseworker follows what she sent; a responder answers what came to her."""

from collections.abc import Callable
from uuid import UUID

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as Answer

from console.forms import CloseForm, DeclineForm
from console.lists import Key, listing
from console.pages import UNPROCESSABLE, filled, refuse, show
from console.shell import entered, house
from pathway import answering, by_hand
from pathway.answering import Refused, RequestLine, RequestView
from pathway.by_hand import SentLine
from pathway.desk import Denied, Desk
from staff.access import Action, allow, may

blueprint = Blueprint("referrals", __name__)

WAITING = frozenset({"sent", "acknowledged"})
UNDER_WAY = frozenset({"accepted", "waitlisted", "in_progress"})

REQUEST_COLUMNS: dict[str, Key[RequestLine]] = {
    "due": lambda line: (line.state not in WAITING, line.due_at is None, line.due_at, line.code),
    "code": lambda line: line.code,
    "kind": lambda line: (line.category, line.code),
    "tier": lambda line: ("EUN".find(line.tier), line.code),
    "state": lambda line: (line.state, line.code),
    "sent": lambda line: (str(line.sent_day), line.code),
}
SENT_COLUMNS: dict[str, Key[SentLine]] = {
    "due": lambda line: (line.state not in WAITING, line.due_at is None, line.due_at, line.code),
    "code": lambda line: line.code,
    "case": lambda line: (line.case_code, line.code),
    "organization": lambda line: (line.organization, line.code),
    "tier": lambda line: ("EUN".find(line.tier), line.code),
    "state": lambda line: (line.state, line.code),
}


@blueprint.get("/referrals")
@allow(Action.SEE_REFERRALS)
def index() -> Response:
    """Lists requests to answer for a responder, and attempts to follow for a caseworker."""
    reader, state = entered(), request.args.get("state", "")
    kept = {"state": state} if state else {}
    with house().glance() as desk:
        if may(reader.identity, Action.ANSWER_REQUESTS):
            asked = [r for r in answering.requests(desk, reader) if state in ("", r.state)]
            table = listing(asked, REQUEST_COLUMNS, request.args, "due")
            return show(desk, "referrals/requests.html", listing=table, kept=kept)
        sent = [line for line in by_hand.attempts(desk, reader) if state in ("", line.state)]
        followed = listing(sent, SENT_COLUMNS, request.args, "due")
        return show(desk, "referrals/sent.html", listing=followed, kept=kept)


@blueprint.get("/referrals/<uuid:attempt_id>")
@allow(Action.ANSWER_REQUESTS)
def page(attempt_id: UUID) -> Response:
    """Shows a request with the fields she agreed to, and nothing else."""
    return _with_request(attempt_id, _page)


@blueprint.post("/referrals/<uuid:attempt_id>/accept")
@allow(Action.ANSWER_REQUESTS)
def accept(attempt_id: UUID) -> Answer:
    """Says yes to a request."""
    return _answer(attempt_id, lambda desk: answering.accept(desk, entered(), attempt_id))


@blueprint.post("/referrals/<uuid:attempt_id>/decline")
@allow(Action.ANSWER_REQUESTS)
def decline(attempt_id: UUID) -> Answer:
    """Says no to a request, with a reason."""
    form = DeclineForm()
    if not filled(form):
        return _with_request(attempt_id, lambda desk, view: _page(desk, view, decline=form))
    reason = str(form.reason.data)
    return _answer(attempt_id, lambda desk: answering.decline(desk, entered(), attempt_id, reason))


@blueprint.post("/referrals/<uuid:attempt_id>/close")
@allow(Action.ANSWER_REQUESTS)
def close(attempt_id: UUID) -> Answer:
    """Closes a request with its outcome."""
    form = CloseForm()
    if not filled(form):
        return _with_request(attempt_id, lambda desk, view: _page(desk, view, close=form))
    outcome = str(form.outcome.data)
    return _answer(attempt_id, lambda desk: answering.close(desk, entered(), attempt_id, outcome))


def _with_request(attempt_id: UUID, then: Callable[[Desk, RequestView], Response]) -> Response:
    with house().desk() as desk:
        opened = answering.open_request(desk, entered(), attempt_id)
    return refuse(desk, opened.reason) if isinstance(opened, Denied) else then(desk, opened)


def _answer(attempt_id: UUID, do: Callable[[Desk], object]) -> Answer:
    with house().desk() as desk:
        done = do(desk)
    if isinstance(done, Refused | Denied):
        return refuse(desk, done.reason)
    return redirect(url_for("referrals.page", attempt_id=attempt_id), 303)


def _page(
    desk: Desk,
    view: RequestView,
    *,
    decline: DeclineForm | None = None,
    close: CloseForm | None = None,
) -> Response:
    wrong = [form for form in (decline, close) if form is not None]
    return show(
        desk,
        "referrals/page.html",
        UNPROCESSABLE if wrong else 200,
        view=view,
        wrong=wrong,
        waiting=view.line.state in WAITING,
        under_way=view.line.state in UNDER_WAY,
        decline=decline or DeclineForm(formdata=None),
        close=close or CloseForm(formdata=None),
    )
