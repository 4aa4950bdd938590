"""The coded words: the list, adding, changing and retiring one, and trying a text out."""

from uuid import UUID

from flask import Blueprint, abort, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bots import registry
from bots.pages import word_says
from bots.pages.here import entered, house
from bots.pages.word_form import WordForm, form_of
from bots.pages.word_trial import Trial, try_out
from bots.prompts import language_name
from bots.registry import Draft, Entry, Ground
from bots.words import Finding
from pathway.desk import Desk
from staff import store
from staff.access import Action, allow

blueprint = Blueprint("words", __name__, url_prefix="/settings/words")
_UNPROCESSABLE, _LONGEST_TRIAL = 422, 320


@blueprint.get("")
@allow(Action.READ_PROGRAMME)
def index() -> ResponseReturnValue:
    """Lists the coded words with what stands against each."""
    return _list()


@blueprint.post("/try")
@allow(Action.READ_PROGRAMME)
def trial() -> ResponseReturnValue:
    """Says what the line would take a text for; nothing of it is kept."""
    text = request.form.get("text", "")[:_LONGEST_TRIAL]
    with house().glance() as desk:
        tried = try_out(text, registry.entries(desk.session), desk.programme.languages)
    return _list(text, tried)


@blueprint.route("/new", methods=["GET", "POST"])
@allow(Action.DECIDE_PROGRAMME)
def new() -> ResponseReturnValue:
    """Adds a coded word, once nothing stands against it."""
    return _write(None)


@blueprint.route("/<uuid:word_id>", methods=["GET", "POST"])
@allow(Action.DECIDE_PROGRAMME)
def edit(word_id: UUID) -> ResponseReturnValue:
    """Changes a coded word, once nothing stands against it."""
    with house().glance() as desk:
        found = registry.entry(desk.session, word_id)
    if found is None:
        abort(404)
    return _write(found)


@blueprint.post("/<uuid:word_id>/retire")
@allow(Action.DECIDE_PROGRAMME)
def retire(word_id: UUID) -> ResponseReturnValue:
    """Takes a word out of use; posters live on, so it opens for thirty days more."""
    with house().desk() as desk:
        if not registry.retire(desk.session, word_id, desk.today):
            abort(404)
        _note(desk, "word.retired")
    return redirect(url_for("words.index"), 303)


@blueprint.post("/<uuid:word_id>/use-again")
@allow(Action.DECIDE_PROGRAMME)
def use_again(word_id: UUID) -> ResponseReturnValue:
    """Puts a retired word back into use, unless something stands against it by now."""
    with house().desk() as desk:
        found = registry.entry(desk.session, word_id)
        if found is None:
            abort(404)
        if _errors(registry.objections(desk.session, found, _ground(desk), word_id)):
            return redirect(url_for("words.edit", word_id=word_id), 303)
        registry.use_again(desk.session, word_id)
        _note(desk, "word.used_again")
    return redirect(url_for("words.index"), 303)


def _list(text: str = "", tried: Trial | None = None) -> ResponseReturnValue:
    with house().glance() as desk:
        among, found = _ground(desk), registry.entries(desk.session)
        against = {
            one.id: registry.objections(desk.session, one, among, one.id)
            for one in found
            if one.retired_on is None
        }
    return render_template(
        "words/index.html",
        entries=found,
        against=against,
        says=word_says.says,
        rules=word_says.RULES,
        matched=word_says.matched,
        orders=word_says.ORDERS,
        text=text,
        tried=tried,
    )


def _write(found: Entry | None) -> ResponseReturnValue:
    word_id = found.id if found else None
    with house().desk() as desk:
        form = form_of(found, [(code, language_name(code)) for code in desk.programme.languages])
        sent = form.validate_on_submit()
        draft = form.draft() if sent else None
        against = _objections(desk, draft, found, word_id)
        if draft is not None and not _stops(against, form):
            registry.save(desk.session, draft, word_id)
            _note(desk, "word.changed" if found else "word.added")
            return redirect(url_for("words.index"), 303)
    return _form(form, found, against)


def _objections(
    desk: Desk, draft: Draft | None, found: Entry | None, word_id: UUID | None
) -> list[Finding]:
    looked_at = draft or found
    if looked_at is None:
        return []
    return registry.objections(desk.session, looked_at, _ground(desk), word_id)


def _stops(against: list[Finding], form: WordForm) -> bool:
    everyday = any(one.reason == "everyday" for one in against)
    return bool(_errors(against)) or (everyday and not form.everyday.data)


def _form(form: WordForm, found: Entry | None, against: list[Finding]) -> ResponseReturnValue:
    posted = request.method == "POST"
    if posted:
        _put_beside_fields(form, against)
    page = render_template(
        "words/edit.html",
        form=form,
        entry=found,
        summary=[
            {"text": str(error), "href": f"#{field.id}"} for field in form for error in field.errors
        ],
        warnings=[one for one in against if one.level == "warning"],
        ask_everyday=any(one.reason == "everyday" for one in against),
        says=word_says.says,
    )
    return make_response(page, _UNPROCESSABLE if posted else 200)


def _put_beside_fields(form: WordForm, against: list[Finding]) -> None:
    unticked = [one for one in against if one.reason == "everyday" and not form.everyday.data]
    for one in (*_errors(against), *unticked):
        field = form[word_says.anchor(one)]
        field.errors = (*field.errors, word_says.says(one))


def _errors(against: list[Finding]) -> list[Finding]:
    return [one for one in against if one.level == "error"]


def _ground(desk: Desk) -> Ground:
    return registry.ground(desk.session, desk.programme, desk.now)


def _note(desk: Desk, verb: str) -> None:
    store.journal(desk.session, verb, entered().identity.member_id, None, None, desk.now)
