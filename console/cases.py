"""Cases: the list, the question why, and the page of one case with its small acts."""

from collections.abc import Callable
from uuid import UUID

from flask import Blueprint, Response, redirect, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response as Answer

from console import purposes
from console.forms import AnswerForm, NeedForm, NoteForm, PurposeForm
from console.lists import Key, listing
from console.pages import UNPROCESSABLE, filled, refuse, sent_by_script, show
from console.shell import entered, house
from pathway import alarms, casework, reading
from pathway.by_hand import add_need
from pathway.desk import Denied, Desk
from pathway.views import CaseLine, CaseView
from staff.access import Action, allow

blueprint = Blueprint("cases", __name__)

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
    return with_case(code, case_page)


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
        return with_case(code, lambda desk, case: case_page(desk, case, note=form))
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
        return with_case(code, lambda desk, case: case_page(desk, case, need=form))
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
            code, lambda desk, case: case_page(desk, case, alarm=form, alarm_id=alarm_id)
        )
    text = str(form.text.data)
    return act(code, lambda desk, _: alarms.answer_alarm(desk, entered(), alarm_id, text), "alarms")


def with_case(code: str, then: Callable[[Desk, CaseView], Response]) -> Response:
    """Opens a case with the purpose given before and shows it, or asks for it, or says no."""
    reader = entered()
    purpose = _purpose(reader.session_id, code)
    if purpose is None:
        with house().glance() as desk:
            return ask_purpose(desk, code, PurposeForm(formdata=None))
    with house().desk() as desk:
        opened = reading.read_case(desk, reader, code, purpose)
    # The page is drawn after the commit: nobody waits at the database for a template.
    if isinstance(opened, Denied):
        return refuse(desk, opened.reason)
    return then(desk, opened)


def act(code: str, do: Callable[[Desk, CaseLine], object], anchor: str) -> Answer:
    """Does one thing to a case and returns to the place on its page."""
    with house().desk() as desk:
        line = find_line(desk, code)
        done = Denied("not_found") if line is None else do(desk, line)
    if isinstance(done, Denied):
        return refuse(desk, done.reason)
    return redirect(url_for("cases.page", code=code, _anchor=anchor), 303)


def _purpose(session_id: UUID, code: str) -> str | None:
    if request.method == "POST":
        return purposes.last(session_id, code)
    return purposes.remembered(session_id, code, house().clock.now())


def ask_purpose(desk: Desk, code: str, form: PurposeForm, status: int = 200) -> Response:
    """Asks why a case is opened, unless the reader has no such case."""
    line = find_line(desk, code)
    if line is None:
        return refuse(desk, "not_found")
    return show(desk, "cases/purpose.html", status, line=line, form=form)


def find_line(desk: Desk, code: str) -> CaseLine | None:
    """Returns the line of a case that the reader's organisation holds."""
    lines = reading.list_cases(desk, entered())
    return next((line for line in lines if line.code == code), None)


def case_page(
    desk: Desk,
    case: CaseView,
    *,
    note: NoteForm | None = None,
    need: NeedForm | None = None,
    alarm: AnswerForm | None = None,
    alarm_id: UUID | None = None,
) -> Response:
    """Returns the page of a case, with any form that has to be looked at again."""
    wrong = [form for form in (note, need, alarm) if form is not None]
    return show(
        desk,
        "cases/page.html",
        UNPROCESSABLE if wrong else 200,
        title=gettext("Case %(code)s", code=case.line.code),
        case=case,
        openings=tuple(dict.fromkeys(case.openings)),
        wrong=wrong,
        note=note or NoteForm(formdata=None),
        need=need or NeedForm(formdata=None),
        alarm=alarm or AnswerForm(formdata=None),
        alarm_id=alarm_id,
    )
