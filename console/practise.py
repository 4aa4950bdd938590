"""Practise: an invented survivor comes through a coded word, and the answer is timed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from flask import Blueprint, Response, current_app, redirect, request, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response as Answer

from console import practise_words as words
from console.pages import UNPROCESSABLE, filled, show
from console.practise_chart import after, chart_of, typical
from console.practise_form import DrillForm
from console.shell import entered, house
from pathway import drill_plans
from pathway.desk import Desk
from pathway.drill_plans import NoDrill, Wish
from reporting.drills.model import Drill, Scenario, outcome_of
from staff.access import Action, allow

blueprint = Blueprint("practise", __name__, url_prefix="/practise")


@dataclass(frozen=True)
class DrillWord:
    """Holds a coded word that a drill can go through."""

    word: str
    language: str


@blueprint.get("")
@allow(Action.RUN_DRILLS)
def page() -> Response:
    """Shows how drills went, what is planned, and the form for another one."""
    with house().glance() as desk:
        return _page(desk, _form(desk, fresh=True))


@blueprint.post("")
@allow(Action.RUN_DRILLS)
def ask() -> Answer:
    """Plans a drill: now, at a time, or by surprise."""
    with house().desk() as desk:
        form = _form(desk)
        planned = _plan(desk, form) if filled(form) else None
        if not isinstance(planned, Drill):
            if isinstance(planned, NoDrill):
                form.when.errors = [words.REFUSALS[planned.reason]]
            return _page(desk, form, UNPROCESSABLE)
    # The first text goes at once; the clock's process sees to the rest.
    current_app.extensions["drill_act"](house(), {})
    return redirect(url_for("practise.page", _anchor="planned"), 303)


@blueprint.post("/<uuid:drill_id>/cancel")
@allow(Action.RUN_DRILLS)
def cancel(drill_id: UUID) -> Answer:
    """Calls off a drill that has not begun."""
    with house().desk() as desk:
        drill_plans.cancel(desk, drill_id, str(entered().identity.member_id))
    return redirect(url_for("practise.page", _anchor="planned"), 303)


@blueprint.post("/partners")
@allow(Action.RUN_DRILLS)
def partners() -> Answer:
    """Writes which partners have agreed to be asked in drills."""
    chosen = frozenset(UUID(one) for one in request.form.getlist("partner") if _is_id(one))
    with house().desk() as desk:
        drill_plans.let_take_part(desk, chosen, str(entered().identity.member_id))
    return redirect(url_for("practise.page", _anchor="partners"), 303)


def _page(desk: Desk, form: DrillForm, status: int = 200) -> Response:
    done = drill_plans.history(desk)
    mine = entered().identity.member_id
    return show(
        desk,
        "practise/page.html",
        status,
        form=form,
        words=words,
        history=done,
        chart=chart_of(done, desk.programme.timezone),
        typical=typical(done),
        planned=drill_plans.planned(desk),
        under_way=[one for one in drill_plans.running(desk) if one.asked_by == mine],
        partners=drill_plans.partners(desk),
        after=after,
        outcome_of=lambda drill: str(drill.outcome or outcome_of(drill)),
    )


def _form(desk: Desk, *, fresh: bool = False) -> DrillForm:
    form = DrillForm(formdata=None) if fresh else DrillForm()
    form.word.choices = [(one.word, one.word) for one in _words(desk)]
    return form


def _plan(desk: Desk, form: DrillForm) -> Drill | NoDrill:
    language = next((one.language for one in _words(desk) if one.word == form.word.data), "")
    member = entered().identity.member_id
    wish = Wish(str(form.word.data), language, Scenario(form.scenario.data), member)
    match form.when.data:
        case "surprise":
            return drill_plans.plan_surprise(desk, wish, timedelta(hours=int(form.within.data)))
        case "at":
            return drill_plans.plan_at(desk, wish, _instant(desk, form.at.data))
    return drill_plans.plan_now(desk, wish)


def _instant(desk: Desk, at: datetime | None) -> datetime:
    return (at or desk.now).replace(tzinfo=ZoneInfo(desk.programme.timezone))


def _words(desk: Desk) -> Sequence[DrillWord]:
    # Coded words belong to another door; the composition root lends a way to list them.
    lent: Callable[[Session], Sequence[tuple[str, str]]] = current_app.extensions["drill_words"]
    return [DrillWord(*one) for one in lent(desk.session)]


def _is_id(written: str) -> bool:
    try:
        UUID(written)
    except ValueError:
        return False
    return True
