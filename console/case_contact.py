"""How she may be reached: what was agreed with her, and the one neutral text that may go first."""

from collections.abc import Callable
from functools import partial

from flask import redirect, url_for
from werkzeug.wrappers import Response as Answer

from console import purposes
from console.case_page import blueprint, find_line, show_case, with_case
from console.contact_form import ReachForm, reach_form
from console.contact_words import WHY_NOT
from console.labels import say
from console.lent import first_line
from console.pages import filled, refuse
from console.shell import entered, house
from pathway import safe_contact
from pathway.desk import Denied, Desk
from pathway.views import CaseLine
from staff.access import Action, allow

# Where on the form a refusal belongs.
_FIELDS = {"not_proven": "checked", "too_long": "until"}


@blueprint.post("/cases/<code>/contact")
@allow(Action.WORK_CASES)
def agree(code: str) -> Answer:
    """Writes down what she agreed to."""
    with house().glance() as desk:
        form = reach_form(desk, sent=True)
    if not filled(form):
        return with_case(code, partial(show_case, reach=form))
    wish = form.wish()
    safe_contact.warm(wish.address)
    return _done(code, lambda desk, line: safe_contact.agree(desk, entered(), line.id, wish), form)


@blueprint.post("/cases/<code>/contact/text")
@allow(Action.WORK_CASES)
def text_now(code: str) -> Answer:
    """Sends the neutral first line, if this is a moment she agreed to."""

    def send(desk: Desk, line: CaseLine) -> object:
        words = partial(first_line(), desk.programme)
        return safe_contact.text_now(desk, entered(), line.id, words)

    return _done(code, send)


@blueprint.post("/cases/<code>/contact/end")
@allow(Action.WORK_CASES)
def end(code: str) -> Answer:
    """Ends what was agreed: only she writes."""
    return _done(code, lambda desk, line: safe_contact.end_by_worker(desk, entered(), line.id))


@blueprint.post("/cases/<code>/contact/show")
@allow(Action.WORK_CASES)
def show_number(code: str) -> Answer:
    """Shows the number in full, once; it is journalled with the reason why the case is open."""
    reader = entered()
    purpose = purposes.last(reader.session_id, code) or ""
    with house().desk() as desk:
        line = find_line(desk, code)
        found = safe_contact.reveal(desk, reader, line.id, purpose) if line else None
    if not isinstance(found, str):
        return _back(code, found)
    return with_case(code, partial(show_case, number=found))


def _done(
    code: str, do: Callable[[Desk, CaseLine], object], form: ReachForm | None = None
) -> Answer:
    with house().desk() as desk:
        line = find_line(desk, code)
        done = Denied("not_found") if line is None else do(desk, line)
    return _back(code, done if isinstance(done, Denied) else None, form)


def _back(code: str, denied: Denied | None, form: ReachForm | None = None) -> Answer:
    if denied is None:
        return redirect(url_for("cases.page", code=code, _anchor="reach"), 303)
    if denied.reason not in WHY_NOT:
        with house().glance() as desk:
            return refuse(desk, denied.reason)
    words = say(WHY_NOT, denied.reason)
    if form is None:
        return with_case(code, partial(show_case, forbidden=words))
    field = form[_FIELDS.get(denied.reason, "number")]
    field.errors = [*field.errors, words]
    return with_case(code, partial(show_case, reach=form))
