"""The form on which a worker writes down how and when she may be written to first."""

import re
import unicodedata
from datetime import date, time, timedelta
from typing import Final

from flask_babel import gettext
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import DataRequired, InputRequired, Length, ValidationError

from console.contact_words import PROVIDERS, ROADS
from console.forms import OneOf
from console.labels import choices, say
from console.labels import later as _l
from console.shell import house
from console.times import calendar_day, weekday
from console.told import language_name
from kernel.vocabulary import Address, Channel
from outbox.ways import ways
from pathway.desk import Desk
from pathway.safe_contact import Wish
from reporting.cases.agreed import DAYS

LONGEST_WORDS: Final = 500
_NUMBER: Final = re.compile(r"\+[1-9]\d{6,14}")
# WhatsApp may name a person without a number.
_USER: Final = re.compile(r"[A-Z]{2}\.[A-Za-z0-9]{1,128}")
_HALVES: Final = [f"{hour:02}:{minute:02}" for hour in range(24) for minute in (0, 30)]
_STARTS: Final = [(one, one) for one in _HALVES]
_ENDS: Final = [*_STARTS[1:], ("23:59", "23:59")]
# Only "choose one" and the line itself.
_ONE_LINE: Final = 2
_BETWEEN: Final = frozenset(" -().\u00a0\u200e\u200f\u202a\u202c")


class ReachForm(FlaskForm):
    """Takes down what she said about being written to first."""

    road = OneOf(
        _l("How may we write to her?"),
        _l("Choose how we may write to her"),
        choices=choices(ROADS),
        default="tel",
    )
    number = StringField(
        _l("Her number"),
        validators=[
            DataRequired(_l("Write the number she wants to be written to on")),
            Length(max=140, message=_l("That is too long for a number")),
        ],
    )
    via = SelectField(_l("Which of our lines does she write to?"), choices=[], default="")
    weekdays = SelectMultipleField(
        _l("On which days?"),
        coerce=int,
        validators=[InputRequired(_l("Choose at least one day of the week"))],
    )
    starts = SelectField(_l("Not before"), choices=_STARTS, default="09:00")
    ends = SelectField(_l("Not after"), choices=_ENDS, default="12:00")
    until = SelectField(_l("Until which day?"))
    language = SelectField(_l("In which language?"))
    words = TextAreaField(
        _l("What did she say about it? (optional)"),
        validators=[Length(max=LONGEST_WORDS, message=_l("Too long: at most 500 characters"))],
    )
    checked = BooleanField(_l("I spoke with her and know it is her"))

    def validate_number(self, field: StringField) -> None:
        """Refuses what no text could reach."""
        del field
        if self._address() is None:
            raise ValidationError(_l("Write the number with its country code, such as +15550100"))

    def validate_ends(self, field: SelectField) -> None:
        """Refuses hours that end before they begin."""
        if str(self.starts.data) >= str(field.data):
            raise ValidationError(_l("The end must be later than the beginning"))

    def validate_via(self, field: SelectField) -> None:
        """Refuses a line that cannot write that way; asks which only where several can."""
        fit = self._fit()
        if not fit:
            raise ValidationError(_l("None of our lines can write to her that way"))
        if len(fit) > 1 and field.data not in fit:
            raise ValidationError(_l("Choose the line she writes to"))

    def asks_via(self) -> bool:
        """Says whether there is more than one line to choose from."""
        return len(list(self.via.iter_choices())) > _ONE_LINE

    def wish(self) -> Wish:
        """Returns what was written down, once the form holds all it asks for."""
        address, fit = self._address(), self._fit()
        if address is None or not fit:
            raise ValueError("the form was not looked at")
        return Wish(
            address=address,
            via=self.via.data if self.via.data in fit else fit[0],
            language=str(self.language.data),
            weekdays=tuple(sorted(self.weekdays.data or [])),
            starts=time.fromisoformat(str(self.starts.data)),
            ends=time.fromisoformat(str(self.ends.data)),
            until=date.fromisoformat(str(self.until.data)),
            checked=bool(self.checked.data),
            words=str(self.words.data or "").strip(),
        )

    def _address(self) -> Address | None:
        scheme, typed = str(self.road.data), (self.number.data or "").strip()
        if scheme == "whatsapp" and _USER.fullmatch(typed):
            return Address(scheme, typed)
        digits = "".join(_plain(one) for one in typed if one not in _BETWEEN)
        digits = f"+{digits[2:]}" if digits.startswith("00") else digits
        return Address(scheme, digits) if _NUMBER.fullmatch(digits) else None

    def _fit(self) -> tuple[str, ...]:
        channel = Channel.WHATSAPP if self.road.data == "whatsapp" else Channel.SMS
        return ways(house().settings, channel)


def reach_form(desk: Desk, *, sent: bool = False) -> ReachForm:
    """Returns the form with what can be chosen here and now."""
    form = ReachForm() if sent else ReachForm(formdata=None)
    settings = house().settings
    lines = {one: None for road in (Channel.SMS, Channel.WHATSAPP) for one in ways(settings, road)}
    named = [(one, say(PROVIDERS, one)) for one in lines]
    form.via.choices = [("", gettext("Choose one")), *named]
    form.weekdays.choices = [(day, weekday(day)) for day in range(7)]
    days = [desk.today + timedelta(days=more) for more in range(DAYS.days + 1)]
    form.until.choices = [(day.isoformat(), calendar_day(day)) for day in days]
    form.language.choices = [(code, language_name(code)) for code in desk.programme.languages]
    if not sent:
        form.until.data = days[-1].isoformat()
        form.language.data = desk.programme.default_language
    return form


def _plain(sign: str) -> str:
    """Returns a digit of any script as a plain one."""
    return str(unicodedata.digit(sign)) if sign.isdigit() else sign
