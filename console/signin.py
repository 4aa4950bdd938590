"""The way in and out: one form with e-mail, passphrase and code; an end that leaves nothing."""

from typing import assert_never

from flask import Blueprint, current_app, jsonify, redirect, render_template, request, session
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import PasswordField, StringField
from wtforms.validators import InputRequired, Length

from console.guard import cookie_name, wanted_path
from console.labels import later as _l
from console.navigation import start_of
from console.shell import entered, house, identity
from staff.access import PUBLIC, SIGNED_IN
from staff.model import LONGEST
from staff.signin import Refused, SignedIn, TooMany, enter, look_up, prove, sign_out

blueprint = Blueprint("signin", __name__)
_LONGEST_EMAIL = 254
_LONGEST_PASSPHRASE = 512
_LONGEST_CODE = 12


class SignInForm(FlaskForm):
    """Asks for the three things together, so that none can be tried alone."""

    email = StringField(
        _l("E-mail address"),
        [InputRequired(_l("Enter your e-mail address")), Length(max=_LONGEST_EMAIL)],
    )
    passphrase = PasswordField(
        _l("Passphrase"),
        [InputRequired(_l("Enter your passphrase")), Length(max=_LONGEST_PASSPHRASE)],
    )
    code = StringField(
        _l("Six-digit code"),
        [
            InputRequired(_l("Enter the six digits from your authenticator app")),
            Length(max=_LONGEST_CODE),
        ],
    )


@blueprint.get("/signin")
@PUBLIC
def page() -> ResponseReturnValue:
    """Shows the form, or the start page to those who are in already."""
    here = identity()
    if here is not None:
        return redirect(start_of(here), 303)
    return render_template("signin.html", form=SignInForm(), failed=None)


@blueprint.post("/signin")
@PUBLIC
def submit() -> ResponseReturnValue:
    """Lets a member in, or says in one sentence that it was not right."""
    form = SignInForm()
    if not form.validate():
        return _again(form, None, 422)
    outcome = _try(form)
    match outcome:
        case SignedIn():
            return welcome(outcome)
        case TooMany():
            return _again(form, "too_many", 429)
        case Refused():
            return _again(form, "refused", 403)
    assert_never(outcome)


@blueprint.post("/signout")
@SIGNED_IN
def leave() -> ResponseReturnValue:
    """Ends the session and asks the browser to forget everything."""
    with house().database.unit_of_work() as writing:
        sign_out(writing, entered(), house().clock.now())
    session.clear()
    response = redirect("/", 303)
    https = house().settings.is_https
    response.delete_cookie(cookie_name(current_app), secure=https, httponly=True, samesite="Strict")
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response


@blueprint.get("/session")
@SIGNED_IN
def left() -> ResponseReturnValue:
    """Says how many seconds the session has left; asking does not lengthen it."""
    return jsonify(seconds=int(entered().ends_in.total_seconds()))


@blueprint.post("/session/stay")
@SIGNED_IN
def stay() -> ResponseReturnValue:
    """Keeps the session open; the guard has already noted that it is in use."""
    return redirect(start_of(entered().identity), 303)


def _try(form: SignInForm) -> SignedIn | Refused | TooMany:
    home, now = house(), house().clock.now()
    email, passphrase = form.email.data or "", form.passphrase.data or ""
    with home.database.reading() as reading:
        knock = look_up(reading, home.keyring, now, email, request.remote_addr or "")
    proof = prove(home.keyring, now, knock, passphrase, digits(form.code.data or ""))
    if isinstance(proof, TooMany):
        return proof
    with home.database.unit_of_work() as writing:
        return enter(writing, home.keyring, now, proof)


def digits(written: str) -> str:
    """Returns a code as it is compared, however it was spaced."""
    return "".join(written.split()).replace("-", "")


def _again(form: SignInForm, failed: str | None, status: int) -> ResponseReturnValue:
    return render_template("signin.html", form=form, failed=failed), status


def welcome(signed_in: SignedIn) -> ResponseReturnValue:
    """Gives the browser its session and leads to where the visitor was going."""
    # What the visitor gathered before signing in is not carried over, but for her language.
    wanted, language = wanted_path(), session.get("lang")
    session.clear()
    if language:
        session["lang"] = language
    response = redirect(wanted or start_of(signed_in.identity), 303)
    response.set_cookie(
        cookie_name(current_app),
        signed_in.cookie,
        max_age=int(LONGEST.total_seconds()),
        secure=house().settings.is_https,
        httponly=True,
        samesite="Strict",
    )
    return response
