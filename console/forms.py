"""The forms of the working pages: what they ask, and what they say when something is missing."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.form import BaseForm
from wtforms.validators import DataRequired, InputRequired, Length, ValidationError

from console import labels
from console.labels import choices
from console.labels import later as _l

LONGEST_NOTE = 8000
LONGEST_ANSWER = 600
LONGEST_CONSENT = 2000
USUAL_DAYS = "7"
DAYS_VALID = (("1", _l("1 day")), ("7", _l("7 days")), ("30", _l("30 days")), ("90", _l("90 days")))


class OneOf(RadioField):
    """Asks for one of several, and says the same when none or an unknown one comes."""

    def __init__(self, label: str, missing: str, **kept: Any) -> None:  # noqa: ANN401 - as RadioField
        super().__init__(label, **kept)
        self.missing = missing

    def pre_validate(self, form: BaseForm) -> None:
        """Refuses what was not offered."""
        del form
        if self.data not in [value for value, *_ in self.iter_choices()]:
            raise ValidationError(self.missing)


class PurposeForm(FlaskForm):
    """Asks why a case is opened."""

    purpose = OneOf(
        _l("Why are you opening this?"),
        _l("Choose why you are opening this case"),
        choices=choices(labels.PURPOSES),
    )


class NoteForm(FlaskForm):
    """Takes a note for the team."""

    text = TextAreaField(
        _l("Write a note"),
        validators=[
            DataRequired(_l("Write the note first")),
            Length(max=LONGEST_NOTE, message=_l("The note is too long: at most 8,000 characters")),
        ],
    )


class AnswerForm(FlaskForm):
    """Takes the words she will hear when she comes back."""

    text = TextAreaField(
        _l("What do you want to tell her?"),
        validators=[
            DataRequired(_l("Write what you want to tell her")),
            Length(max=LONGEST_ANSWER, message=_l("Too long: at most 600 characters")),
        ],
    )


class NeedForm(FlaskForm):
    """Adds a need to a case."""

    category = SelectField(
        _l("What does she need?"),
        choices=[("", _l("Choose one")), *choices(labels.CATEGORIES)],
        validators=[DataRequired(_l("Choose what she needs"))],
    )


class ReferForm(FlaskForm):
    """Gathers a referral by hand: whom to ask, what they see, and how she agreed."""

    service = OneOf(
        _l("Which service did she choose?"),
        _l("Choose the service she chose"),
    )
    share = SelectMultipleField(
        _l("What did she say they may see?"),
        choices=choices(labels.FIELDS),
        validators=[InputRequired(_l("Choose at least one thing they may see"))],
    )
    channel = OneOf(
        _l("How did she say yes?"),
        _l("Choose how she said yes"),
        choices=choices(labels.CONSENT_CHANNELS),
    )
    language = SelectField(_l("In which language did you explain it?"))
    words = TextAreaField(
        _l("What did you ask, and what did she answer?"),
        validators=[
            DataRequired(_l("Write down what you asked and what she answered")),
            Length(max=LONGEST_CONSENT, message=_l("Too long: at most 2,000 characters")),
        ],
    )
    days_valid = OneOf(
        _l("How long does her yes last?"),
        _l("Choose how long her yes lasts"),
        choices=list(DAYS_VALID),
        default=USUAL_DAYS,
    )
    told = BooleanField(
        _l("She knows who will see this, and that she can take her yes back at any time"),
        validators=[InputRequired(_l("Tell her this first, then tick the box"))],
    )


class DeclineForm(FlaskForm):
    """Takes a responder's no with its reason."""

    reason = OneOf(
        _l("Why can you not take it?"),
        _l("Choose a reason"),
        choices=choices(labels.DECLINE_REASONS),
    )


class CloseForm(FlaskForm):
    """Takes the outcome of a request."""

    outcome = OneOf(
        _l("How did it end?"),
        _l("Choose how it ended"),
        choices=choices(labels.OUTCOMES),
    )


def _reason_with_no(form: "LinkForm", field: SelectField) -> None:
    if form.decision.data == "decline" and not field.data:
        raise ValidationError(_l("Choose why you cannot take it"))


class LinkForm(FlaskForm):
    """Takes a responder's answer through a link, with the PIN."""

    pin = StringField(
        _l("Your PIN"),
        validators=[
            DataRequired(_l("Type your PIN")),
            Length(max=32, message=_l("That is too long for a PIN")),
        ],
    )
    decision = OneOf(
        _l("Can you take it?"),
        _l("Choose yes or no"),
        choices=[("accept", _l("Yes, we can")), ("decline", _l("No, we cannot"))],
    )
    reason = SelectField(
        _l("If no, why?"),
        choices=[("", _l("Choose a reason")), *choices(labels.DECLINE_REASONS)],
        validators=[_reason_with_no],
    )
