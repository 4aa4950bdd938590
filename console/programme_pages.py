"""The programme's settings: what each means, what it is now, and deciding it otherwise."""

from collections.abc import Mapping
from datetime import date

from flask import Blueprint, abort, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from console import labels, programme_words
from console.lent import gate_lent
from console.naming import in_line, language_name
from console.shell import entered, house
from pathway import deciding
from pathway.choices import BY_NAME, Setting, Value
from pathway.deciding import Decided, Refused, Signing
from pathway.desk import Desk
from staff.access import Action, allow

blueprint = Blueprint("programme", __name__, url_prefix="/settings/programme")
_UNPROCESSABLE = 422
_PARTS: Mapping[str, str] = {
    "who": "who", "future": "day", "protocol": "text", "long": "who", "reason": "text",
}  # fmt: skip


@blueprint.get("")
@allow(Action.READ_PROGRAMME)
def page() -> str:
    """Shows every setting with what it means and how it stands."""
    with house().glance() as desk:
        programme = desk.programme
    return render_template(
        "programme/page.html",
        programme=programme,
        groups=programme_words.GROUPS,
        words=programme_words,
        settings=BY_NAME,
        shown=shown,
        is_safe=lambda one: getattr(programme, one.name) == one.safe,
        say=labels.say,
    )


@blueprint.route("/<name>", methods=["GET", "POST"])
@allow(Action.DECIDE_PROGRAMME)
def setting(name: str) -> ResponseReturnValue:
    """Decides one setting."""
    one = BY_NAME.get(name)
    if one is None:
        abort(404)
    if request.method == "GET":
        return _form(one, None)
    given = tuple(request.form.getlist(name))
    with house().desk() as desk:
        actor = entered().identity.member_id
        outcome = deciding.decide(desk, gate_lent(), actor, name, given, signing_in_form())
    match outcome:
        case Decided():
            return redirect(url_for("programme.page", _anchor=name), 303)
        case Refused():
            return _form(one, outcome)


def signing_in_form() -> Signing:
    """Reads who signs what from the form that was sent."""
    try:
        day: date | None = date.fromisoformat(request.form.get("day", ""))
    except ValueError:
        day = None
    return Signing(request.form.get("who", ""), day, request.form.get("text", ""))


def refusal(refused: Refused) -> str:
    """Says why something was not decided, in the reader's language."""
    return str(programme_words.REFUSALS[refused.reason]) % {"detail": refused.detail}


def shown(one: Setting, value: Value) -> str:
    """Says how a setting stands."""
    match value:
        case bool():
            return str(programme_words.YES_NO["yes" if value else "no"])
        case tuple():
            return in_line(language_name(code) for code in value)
        case _ if one.kind == "language":
            return language_name(str(value))
        case _:
            return str(value) or "–"


def _form(one: Setting, refused: Refused | None) -> ResponseReturnValue:
    with house().glance() as desk:
        programme = desk.programme
        page = render_template(
            "programme/setting.html",
            setting=one,
            programme=programme,
            words=programme_words,
            typed=_typed(one, desk),
            offered=_offered(one, desk),
            signed=programme.signature_on(one.signs) if one.signs else None,
            agreement=getattr(programme, one.agreement) if one.agreement else "",
            today=desk.today.isoformat(),
            error=refusal(refused) if refused else "",
            at=_PARTS.get(refused.reason, one.name) if refused else "",
            safe=shown(one, one.safe),
            say=labels.say,
        )
    return make_response(page, _UNPROCESSABLE if refused else 200)


def _typed(one: Setting, desk: Desk) -> list[str]:
    """Returns what stands in the form: what was sent, or how it stands now."""
    if request.method == "POST":
        return request.form.getlist(one.name)
    value: Value = getattr(desk.programme, one.name)
    if isinstance(value, tuple):
        return list(value)
    return [("yes" if value else "no") if isinstance(value, bool) else str(value)]


def _offered(one: Setting, desk: Desk) -> list[tuple[str, str]]:
    if one.kind == "languages":
        return [(code, language_name(code)) for code in gate_lent().languages()]
    if one.kind == "language":
        return [(code, language_name(code)) for code in desk.programme.languages]
    return []
