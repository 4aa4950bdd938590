"""The form of a coded word."""

from datetime import date

from flask_wtf import FlaskForm
from wtforms import BooleanField, DateField, RadioField, SelectField, StringField
from wtforms.validators import DataRequired, Length, Optional

from bots.pages.here import later as _l
from bots.pages.word_says import RULES
from bots.registry import Draft, Entry

INTENTS = (
    ("report", _l("A first conversation")),
    ("danger", _l("Help fast")),
    ("walk", _l("A safety walk")),
    ("responder", _l("A responder’s answer")),
)
USUAL_HOURS = "24/7"


class WordForm(FlaskForm):
    """Takes a coded word and where, when and how it may be used."""

    word = StringField(
        _l("Word, phrase, number or one emoji"),
        validators=[
            DataRequired(_l("Write the word")),
            Length(max=40, message=_l("Too long: at most 40 characters")),
        ],
    )
    intent = RadioField(
        _l("What does it begin?"),
        choices=INTENTS,
        default="report",
        validators=[DataRequired(_l("Choose what it begins"))],
    )
    language = SelectField(_l("Language of the conversation"))
    rule = RadioField(
        _l("When does it count?"),
        choices=list(RULES.items()),
        default="first",
        validators=[DataRequired(_l("Choose when it counts"))],
    )
    place = StringField(
        _l("Where is it spread?"),
        validators=[
            DataRequired(_l("Write down where it is spread")),
            Length(max=80, message=_l("Too long: at most 80 characters")),
        ],
    )
    hours = StringField(
        _l("When is it answered?"),
        default=USUAL_HOURS,
        validators=[
            DataRequired(_l("Write down when it is answered")),
            Length(max=40, message=_l("Too long: at most 40 characters")),
        ],
    )
    rotate_on = DateField(_l("Change it by"), validators=[Optional()])
    everyday = BooleanField(_l("It is an everyday word, and I want it all the same"))

    def draft(self) -> Draft:
        """Returns what was written down."""
        day: date | None = self.rotate_on.data
        return Draft(
            word=" ".join((self.word.data or "").split()),
            intent=str(self.intent.data),
            language=str(self.language.data),
            rule=str(self.rule.data),
            place=(self.place.data or "").strip(),
            hours=(self.hours.data or "").strip(),
            rotate_on=day,
        )


def form_of(entry: Entry | None, languages: list[tuple[str, str]]) -> WordForm:
    """Returns the form of a word, or an empty one."""
    form = WordForm(obj=entry)
    form.language.choices = languages
    return form
