"""The page behind an invitation: choose a passphrase, add the code generator, come in."""

from base64 import b32encode

import pyotp
import segno
from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import PasswordField, StringField
from wtforms.validators import InputRequired, Length

from console.labels import later as _l
from console.shell import house
from console.signin import digits, welcome
from staff import store
from staff.access import PUBLIC
from staff.enrolment import Gone, accept_invitation, find_invitation, new_member
from staff.model import Invitation
from staff.passphrases import LONGEST, SHORTEST, Weakness, weakness
from staff.signin import SignedIn, matching_step, take_seat
from vault.derive import derive

blueprint = Blueprint("join", __name__)
_SECRET_BYTES = 20
_LONGEST_CODE = 12


class JoinForm(FlaskForm):
    """Asks for a new passphrase and proof that the code generator works."""

    passphrase = PasswordField(
        _l("New passphrase"), [InputRequired(_l("Choose a passphrase")), Length(max=LONGEST)]
    )
    code = StringField(
        _l("Six-digit code"),
        [InputRequired(_l("Enter the six digits that the app shows")), Length(max=_LONGEST_CODE)],
    )


@blueprint.get("/join/<token>")
@PUBLIC
def page(token: str) -> ResponseReturnValue:
    """Shows the invitation; looking at it uses nothing up."""
    found = _invitation(token)
    if isinstance(found, Gone):
        return _gone()
    return _show(JoinForm(), found, token, 200)


@blueprint.post("/join/<token>")
@PUBLIC
def submit(token: str) -> ResponseReturnValue:
    """Makes the account, once, and signs its owner in."""
    found, form = _invitation(token), JoinForm()
    if isinstance(found, Gone):
        return _gone()
    step = matching_step(_secret(token), house().clock.now(), digits(form.code.data or ""))
    if not _is_well_chosen(form, found, step):
        return _show(form, found, token, 422)
    outcome = _make(found, token, form.passphrase.data or "", step or 0)
    return _gone() if isinstance(outcome, Gone) else welcome(outcome)


def _invitation(token: str) -> Invitation | Gone:
    home = house()
    with home.database.reading() as reading:
        return find_invitation(reading, home.keyring, home.clock.now(), token)


def _is_well_chosen(form: JoinForm, invitation: Invitation, step: int | None) -> bool:
    if not form.validate():
        return False
    weak = weakness(form.passphrase.data or "", invitation.email, invitation.name)
    if weak is not None:
        form.passphrase.errors = [_why(weak)]
    if step is None:
        form.code.errors = [_("That is not the code the app shows now. Wait for the next one.")]
    return weak is None and step is not None


def _make(invitation: Invitation, token: str, passphrase: str, step: int) -> SignedIn | Gone:
    home, now = house(), house().clock.now()
    made = new_member(
        home.keyring, invitation.organization_id, invitation.name, invitation.email,
        invitation.roles, passphrase, _secret(token),
    )  # fmt: skip
    with home.database.unit_of_work() as writing:
        outcome = accept_invitation(writing, now, invitation, made)
        if isinstance(outcome, Gone):
            return outcome
        store.spend_code(writing, outcome.member_id, step)
        return take_seat(writing, home.keyring, now, outcome.account.member, outcome.keys)


def _secret(token: str) -> str:
    # Derived from the link, so that nothing has to be kept between showing and sending the form.
    raw = derive(token.encode(), "one-time codes", pepper=house().keyring.staff_key)
    return b32encode(raw[:_SECRET_BYTES]).decode()


def _show(form: JoinForm, invitation: Invitation, token: str, status: int) -> ResponseReturnValue:
    secret = _secret(token)
    address = pyotp.TOTP(secret).provisioning_uri(name=invitation.email, issuer_name="Undertone")
    picture = segno.make(address, error="m").svg_data_uri(scale=4, dark="#1c2b2f", light="#fff")
    shown = " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
    page = render_template(
        "join.html", form=form, invitation=invitation, picture=picture, secret=shown,
        shortest=SHORTEST,
    )  # fmt: skip
    return page, status


def _gone() -> ResponseReturnValue:
    return render_template("join_gone.html"), 404


def _why(weak: Weakness) -> str:
    return {
        Weakness.TOO_SHORT: _(
            "Choose at least %(count)s characters: a few words work well.", count=SHORTEST
        ),
        Weakness.TOO_LONG: _("Choose a shorter passphrase."),
        Weakness.OFTEN_USED: _("Many people use this one. Choose words nobody would guess."),
        Weakness.ABOUT_HER: _("Leave your name and address out of it."),
    }[weak]
