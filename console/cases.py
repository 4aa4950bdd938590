"""Cases: the list, the question why, and the page of one case with its small acts."""

from uuid import UUID

from flask import Response, redirect, request, url_for
from werkzeug.wrappers import Response as Answer

from console import (  # noqa: F401 - four bring routes
    case_answer,
    case_contact,
    case_media,
    case_page,
    case_referral,
    purposes,
)
from console.case_page import act, ask_purpose, with_case
from console.forms import AnswerForm, NeedForm, NoteForm, PurposeForm
from console.lists import Key, listing
from console.pages import UNPROCESSABLE, filled, sent_by_script, show
from console.shell import entered, house
from pathway import alarms, casework, reading
from pathway.by_hand import add_need
from pathway.views import CaseLine
from staff.access import Action, allow

blueprint = case_page.blueprint

COLUMNS: dict[str, Key[CaseLine]] = {
    "due": lambda line: (line.due_at is None, line.due_at, line.code),
    "opened": lambda line: (line.opened_day, line.code),
    "tier": lambda line: ("EUN".find(line.tier), line.code),
    "state": lambda line: (line.state, line.code),
    "code": lambda line: line.code,
}


@blueprint.get("/cases")
@allow(Action.READ_CASES)
def index() -> Response:
    """Lists the cases of the organisation by code, state and date."""
    state, mine = request.args.get("state", ""), request.args.get("mine") == "1"
    wanted = request.args.get("q", "").strip().upper()
    with house().glance() as desk:
        lines = reading.list_cases(desk, entered(), state=state or None, mine=mine)
        found = tuple(line for line in lines if wanted in line.code.upper())
        kept = {"state": state, "mine": "1" if mine else "", "q": wanted}
        kept = {name: value for name, value in kept.items() if value}
        table = listing(found, COLUMNS, request.args, "due")
        body = "cases/_table.html" if sent_by_script() else "cases/index.html"
        return show(desk, body, listing=table, kept=kept)


@blueprint.get("/cases/<code>")
@allow(Action.READ_CASES)
def page(code: str) -> Response:
    """Shows a case to whoever has said why; asks for the purpose first."""
    return with_case(code, case_page.show_case)


@blueprint.post("/cases/<code>/open")
@allow(Action.READ_CASES)
def open_case(code: str) -> Answer:
    """Takes the purpose, keeps it for a while, and leads on to the case."""
    form, reader, now = PurposeForm(), entered(), house().clock.now()
    if filled(form):
        purposes.remember(reader.session_id, code, str(form.purpose.data), now)
        return redirect(url_for("cases.page", code=code), 303)
    with house().glance() as desk:
        return ask_purpose(desk, code, form, UNPROCESSABLE)


@blueprint.post("/cases/<code>/take")
@allow(Action.WORK_CASES)
def take(code: str) -> Answer:
    """Makes the reader the one who works on this case."""
    return act(code, lambda desk, line: casework.take_case(desk, entered(), line.id), "top")


@blueprint.post("/cases/<code>/notes")
@allow(Action.WORK_CASES)
def note(code: str) -> Answer:
    """Adds a note for the team."""
    form = NoteForm()
    if not filled(form):
        return with_case(code, lambda desk, case: case_page.show_case(desk, case, note=form))
    text = str(form.text.data)
    return act(
        code, lambda desk, line: casework.write_note(desk, entered(), line.id, text), "notes"
    )


@blueprint.post("/cases/<code>/needs")
@allow(Action.WORK_CASES)
def need(code: str) -> Answer:
    """Adds a need and looks for services that fit it."""
    form = NeedForm()
    if not filled(form):
        return with_case(code, lambda desk, case: case_page.show_case(desk, case, need=form))
    category = str(form.category.data)
    return act(code, lambda desk, line: add_need(desk, entered(), line.id, category), "needs")


@blueprint.post("/cases/<code>/alarms/<uuid:alarm_id>/<any(open, close):step>")
@allow(Action.WORK_CASES)
def alarm(code: str, alarm_id: UUID, step: str) -> Answer:
    """Opens or closes an alarm of this case."""
    do = alarms.open_alarm if step == "open" else alarms.close_alarm
    return act(code, lambda desk, _: do(desk, entered(), alarm_id), "alarms")


@blueprint.post("/cases/<code>/alarms/<uuid:alarm_id>/answer")
@allow(Action.WORK_CASES)
def answer_alarm(code: str, alarm_id: UUID) -> Answer:
    """Sends the words of a person to someone who waits on the danger path."""
    form = AnswerForm()
    if not filled(form):
        return with_case(
            code, lambda desk, case: case_page.show_case(desk, case, alarm=form, alarm_id=alarm_id)
        )
    text = str(form.text.data)
    return act(code, lambda desk, _: alarms.answer_alarm(desk, entered(), alarm_id, text), "alarms")
