"""What every working page shares: its words, its clock, and how it says no."""

from typing import Any

from flask import Response, make_response, render_template, request
from flask_babel import get_locale
from flask_wtf import FlaskForm

from console import contact_words, labels, media_words
from console.times import calendar_day, minutes_until, moment, waited, weekday
from console.told import MARKS, fact, told
from pathway.desk import Desk

UNPROCESSABLE = 422
NOT_FOUND = 404
FORBIDDEN = 403
HIDDEN_REASONS = frozenset({"not_found", "gone"})


def show(desk: Desk, template: str, status: int = 200, **values: object) -> Response:
    """Returns a page with the labels, the clock and the zone at hand."""
    page = render_template(template, **values, **_at_hand(desk))
    return make_response(page, status)


def refuse(desk: Desk, reason: str) -> Response:
    """Returns the page that says in words why something is not opened or done."""
    status = NOT_FOUND if reason in HIDDEN_REASONS else FORBIDDEN
    typed = request.form.get("text", "").strip()
    return show(desk, "cases/refused.html", status, reason=reason, typed=typed)


def filled(form: FlaskForm) -> bool:
    """Says whether the form was sent, is ours, and holds all it asks for."""
    return bool(form.validate_on_submit())


def sent_by_script() -> bool:
    """Says whether the page's own script asks, for a fragment only."""
    return request.headers.get("HX-Request") == "true"


def errors_of(*forms: FlaskForm) -> list[dict[str, str]]:
    """Returns the lines of an error summary, each leading to its field."""
    return [
        {"text": str(field.errors[0]), "href": f"#{field.id}"}
        for form in forms
        for field in form
        if field.errors
    ]


def _at_hand(desk: Desk) -> dict[str, Any]:
    zone, now = desk.programme.timezone, desk.now
    return {
        "labels": labels,
        "say": labels.say,
        "told": told,
        "marks": MARKS,
        "verbs": {**labels.VERBS, **contact_words.VERBS},
        "media_kinds": media_words.KINDS,
        "media_states": media_words.STATES,
        "fact": fact,
        "waited": waited,
        "weekday": weekday,
        "calendar_day": calendar_day,
        "errors_of": errors_of,
        "moment": lambda at: moment(at, zone, now),
        "minutes_until": lambda at: minutes_until(at, now),
        "programme": desk.programme,
        "reading_language": str(get_locale()),
    }
