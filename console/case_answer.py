"""Leaving an answer in a case: the words, and exactly what she will see of them."""

from dataclasses import dataclass

from flask import Response, request
from werkzeug.wrappers import Response as Answer

from console.case_page import act, blueprint, with_case
from console.forms import AnswerForm
from console.pages import UNPROCESSABLE, filled, show
from console.shell import entered, house
from kernel.segments import Measure, measure
from pathway import casework
from pathway.desk import Desk
from pathway.views import CaseView
from staff.access import Action, allow

LOCK_SCREEN = 110


@dataclass(frozen=True)
class Preview:
    """What her phone shows of a text: its size, and its first words on a locked screen."""

    text: str
    size: Measure
    first_words: str


def preview_of(text: str) -> Preview | None:
    """Measures a text as her phone receives it; nothing for an empty one."""
    plain = text.strip()
    if not plain:
        return None
    first = plain if len(plain) <= LOCK_SCREEN else f"{plain[:LOCK_SCREEN].rstrip()}…"
    return Preview(plain, measure(plain), first)


@blueprint.get("/cases/<code>/answer")
@allow(Action.WORK_CASES)
def answer(code: str) -> Response:
    """Shows the form for an answer, or says in words why none can be left."""
    return with_case(code, lambda desk, case: _form(desk, case, AnswerForm(formdata=None)))


@blueprint.post("/cases/<code>/answer")
@allow(Action.WORK_CASES)
def leave_answer(code: str) -> Answer:
    """Shows the answer as she will see it, or leaves it for her."""
    form = AnswerForm()
    if not filled(form):
        return with_case(code, lambda desk, case: _form(desk, case, form, UNPROCESSABLE))
    text = str(form.text.data).strip()
    if request.form.get("go") != "leave":
        return with_case(code, lambda desk, case: _form(desk, case, form))
    return act(
        code, lambda desk, line: casework.leave_answer(desk, entered(), line.id, text), "answers"
    )


@blueprint.post("/cases/answer/preview")
@allow(Action.WORK_CASES)
def preview() -> Response:
    """Shows a text as a phone would, while it is being written; keeps nothing."""
    with house().glance() as desk:
        text = request.form.get("text", "")
        return show(desk, "cases/_preview.html", preview=preview_of(text))


def _form(desk: Desk, case: CaseView, form: AnswerForm, status: int = 200) -> Response:
    shown = preview_of(form.text.data or "")
    return show(desk, "cases/answer.html", status, case=case, form=form, preview=shown)
