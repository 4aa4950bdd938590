"""The form that asks for a drill."""

from collections.abc import Mapping, Sequence
from typing import Any

from flask_wtf import FlaskForm
from wtforms import DateTimeLocalField, SelectField
from wtforms.validators import Optional

from console import practise_words as words
from console.forms import OneOf
from console.labels import choices
from console.labels import later as _l

USUAL_HOURS = "24"


class DrillForm(FlaskForm):
    """Asks which word, what happens, and when."""

    word = SelectField(_l("Coded word"))
    scenario = OneOf(
        _l("What happens"),
        _l("Choose what happens"),
        choices=choices(words.SCENARIOS),
        default="report",
    )
    when = OneOf(
        _l("When"), _l("Choose when it begins"), choices=choices(words.WHEN), default="now"
    )
    at = DateTimeLocalField(_l("Day and time"), validators=[Optional()])
    within = SelectField(_l("Some time within"), choices=choices(words.WITHIN), default=USUAL_HOURS)

    def validate(self, extra_validators: Mapping[str, Sequence[Any]] | None = None) -> bool:
        """Asks for a day and a time, in words, only where they are needed."""
        sound = bool(super().validate(extra_validators))
        if self.when.data != "at":
            return sound or set(self.errors) <= {"at"}
        if self.at.data is None:
            self.at.errors = [words.NO_TIME]
            return False
        return sound
