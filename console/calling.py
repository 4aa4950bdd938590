"""The part of settings where a member says where she is called, and the words of a call."""

from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from babel.support import NullTranslations, Translations
from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_wtf import FlaskForm
from wtforms import StringField
from wtforms.validators import InputRequired, Length

from console import labels
from console.forms import OneOf
from console.i18n import LANGUAGES
from console.labels import later as _l
from console.naming import language_name
from console.pages import UNPROCESSABLE, errors_of, filled
from console.shell import entered, house
from kernel.vocabulary import Channel
from pathway import calling
from pathway.calling import Given, NotTaken
from pathway.desk import Desk
from staff import call_store
from staff.access import Action, allow

blueprint = Blueprint("calling", __name__, url_prefix="/settings/calling")
_LOCALES: Final = Path(__file__).resolve().parent.parent / "locales"
_LONGEST: Final = 24


def N_(text: str) -> str:  # noqa: N802 - the name that the extraction of messages looks for
    """Marks words that a catalogue has and that are said outside any page."""
    return text


# Read over a shoulder it tells nothing: no code, no kind, no hurry of somebody's.
_CALL: Final = N_("%(line)s: please look at Today.")

CHANNELS: labels.Words = {
    "sms": _l("Text message"),
    "whatsapp": _l("WhatsApp, if the programme has a template in your language"),
}
REFUSALS: labels.Words = {
    "not_a_number": _l("Write the whole number with its country code, such as +15550142"),
    "not_invented": _l("Practice takes invented numbers only, such as +15550142"),
    "the_line": _l("This is the line’s own number. Give one that rings with you"),
    "not_allowed": _l("Only who reads red items is called"),
    "no_number": _l("Give a number first"),
    "too_soon": _l("A test text was sent just now. Wait a minute"),
}


class CallForm(FlaskForm):
    """Asks where a member is called, by which road and in which language."""

    number = StringField(
        _l("Your number"),
        [
            InputRequired(_l("Write the number you are called on")),
            Length(max=_LONGEST, message=_l("That is too long for a number")),
        ],
    )
    channel = OneOf(
        _l("How should it come?"),
        _l("Choose how it should come"),
        choices=labels.choices(CHANNELS),
        default=Channel.SMS.value,
    )
    spoken = OneOf(_l("In which language?"), _l("Choose a language"))


@blueprint.get("")
@allow(Action.SEE_TODAY)
def page() -> ResponseReturnValue:
    """Shows where this member is called, and the form to change it."""
    return _page(_empty())


@blueprint.post("")
@allow(Action.SEE_TODAY)
def give() -> ResponseReturnValue:
    """Keeps the number."""
    form = _speaking(CallForm())
    if not filled(form):
        return _page(form)
    channel = Channel(form.channel.data)
    with house().desk() as desk:
        outcome = calling.give_number(
            desk, house().settings, entered().identity, form.number.data or "", channel,
            form.spoken.data,
        )  # fmt: skip
    if isinstance(outcome, NotTaken):
        form.number.errors = [labels.say(REFUSALS, outcome.reason)]
        return _page(form)
    return redirect(url_for("calling.page"), 303)


@blueprint.post("/try")
@allow(Action.SEE_TODAY)
def try_it() -> ResponseReturnValue:
    """Sends a test text to the number."""
    with house().desk() as desk:
        outcome = calling.try_number(desk, house().settings, entered().identity, call_text)
    match outcome:
        case Given():
            return _page(_empty(), tried=True)
        case NotTaken():
            form = _empty()
            form.number.errors = [labels.say(REFUSALS, outcome.reason)]
            return _page(form)


@blueprint.post("/forget")
@allow(Action.SEE_TODAY)
def forget() -> ResponseReturnValue:
    """Erases the number."""
    with house().desk() as desk:
        calling.take_back(desk, entered().identity)
    return redirect(url_for("calling.page"), 303)


def call_text(line: str, language: str) -> str:
    """Returns what a call says, in a language of the pages; it needs no page to be under way."""
    return _catalogue(language).gettext(_CALL) % {"line": line}


def standing(desk: Desk) -> dict[str, Any]:
    """Returns for the page of settings whether, and where, this member is called."""
    identity = entered().identity
    if not calling.may_be_called(identity):
        return {"called": None}
    return {"called": {"number": call_store.number_of(desk.session, identity.member_id)}}


def _empty() -> CallForm:
    return _speaking(CallForm(formdata=None, spoken=str(get_locale())))


def _speaking(form: CallForm) -> CallForm:
    form.spoken.choices = [(code, language_name(code)) for code in LANGUAGES]
    return form


def _page(form: CallForm, *, tried: bool = False) -> ResponseReturnValue:
    with house().glance() as desk:
        number = call_store.number_of(desk.session, entered().identity.member_id)
        programme = desk.programme
    language = number.language if number else str(get_locale())
    shown = render_template(
        "settings/calling.html",
        form=form,
        number=number,
        programme=programme,
        text=call_text(programme.line, language),
        tried=tried,
        errors_of=errors_of,
        language_name=language_name,
    )
    return shown, UNPROCESSABLE if errors_of(form) else 200


@lru_cache(maxsize=16)
def _catalogue(language: str) -> NullTranslations:
    return Translations.load(str(_LOCALES), [language], "web")
