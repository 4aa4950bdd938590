"""What every page of a case needs: the reason why, the opened case, the way back after an act."""

from collections.abc import Callable
from uuid import UUID

from flask import Blueprint, Response, redirect, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response as Answer

from console import contact_words, purposes
from console.contact_form import ReachForm, reach_form
from console.forms import AnswerForm, NeedForm, NoteForm, PurposeForm
from console.pages import UNPROCESSABLE, refuse, show
from console.shell import entered, house
from pathway import reading
from pathway.desk import Denied, Desk
from pathway.views import CaseLine, CaseView

blueprint = Blueprint("cases", __name__)


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
    # A report nobody has read is opened to be read; the reader can still choose another reason.
    if line.state == "new" and not form.errors:
        form.purpose.data = form.purpose.data or "new_report"
    return show(desk, "cases/purpose.html", status, line=line, form=form)


def find_line(desk: Desk, code: str) -> CaseLine | None:
    """Returns the line of a case that the reader's organisation holds."""
    return reading.line_of(desk, entered(), code)


def show_case(
    desk: Desk,
    case: CaseView,
    *,
    note: NoteForm | None = None,
    need: NeedForm | None = None,
    alarm: AnswerForm | None = None,
    alarm_id: UUID | None = None,
    reach: ReachForm | None = None,
    number: str = "",
    forbidden: str = "",
) -> Response:
    """Returns the page of a case, with any form that has to be looked at again."""
    wrong = [form for form in (note, need, alarm, reach) if form is not None]
    return show(
        desk,
        "cases/page.html",
        UNPROCESSABLE if wrong or forbidden else 200,
        title=gettext("Case %(code)s", code=case.line.code),
        case=case,
        openings=tuple(dict.fromkeys(case.openings)),
        wrong=wrong,
        note=note or NoteForm(formdata=None),
        need=need or NeedForm(formdata=None),
        alarm=alarm or AnswerForm(formdata=None),
        alarm_id=alarm_id,
        reach=reach or reach_form(desk),
        reach_wrong=reach is not None,
        number=number,
        forbidden=forbidden,
        contact_words=contact_words,
    )
