"""`flask keywords`: what stands against the registered coded words. Needs no keyring."""

import json
from collections.abc import Callable, Iterable
from typing import Protocol

import click
from flask import current_app
from flask.cli import AppGroup
from sqlalchemy.orm import Session

from pathway.desk import House

_REASONS = {
    "too_near": "fewer than two edits from another word",
    "reserved": "equal to a reserved word, or one edit from it",
    "danger": "an expression of danger",
    "too_short": "shorter than four letters",
    "too_long": "longer than forty characters",
    "read_as_answer": "read as an answer, not as a word",
    "read_as_receipt": "twelve digits, read as a receipt",
    "one_picture": "more than one emoji; one alone is told apart best",
    "emergency_number": "a number that the line tells people to call",
    "language_off": "of a language that this programme does not speak",
    "hours_unreadable": 'staffed hours that cannot be read; write "Mon-Sat 08:00-20:00"',
    "everyday": "an everyday word, which people send without meaning it",
    "rota_gap": "nobody is on shift in its staffed hours from",
    "rotate_soon": "due for rotation",
    "rotate_past": "past its rotation date",
}


class Objection(Protocol):
    """Is what the bot's own check says against a word."""

    @property
    def level(self) -> str:
        """Is "error" or "warning"."""

    @property
    def reason(self) -> str:
        """Names the rule."""

    @property
    def other(self) -> str:
        """Is the word it collides with, or nothing."""


keywords = AppGroup("keywords", help="Check the coded words.")


@keywords.command("check")
@click.option("--json", "as_json", is_flag=True, help="For a program to read.")
def check(*, as_json: bool) -> None:
    """Names each word that collides, is reserved, too short or too common; exit 1 on a fault."""
    house: House = current_app.extensions["house"]
    # Coded words belong to another door; the composition root lends its check.
    lent: Callable[[Session], Iterable[tuple[str, Objection]]]
    lent = current_app.extensions["keyword_findings"]
    with house.database.reading() as session:
        found = list(lent(session))
    failed = any(objection.level == "error" for _, objection in found)
    if as_json:
        click.echo(json.dumps([_told(*one) for one in found], ensure_ascii=False, indent=1))
    else:
        for word, objection in found:
            click.echo(_line(word, objection))
        if not failed:
            click.echo("Every coded word can be told from every other.")
    if failed:
        raise SystemExit(1)


def _line(word: str, objection: Objection) -> str:
    other = f" ({objection.other})" if objection.other else ""
    reason = _REASONS.get(objection.reason, objection.reason)
    return f"{objection.level}: {word}: {reason}{other}"


def _told(word: str, objection: Objection) -> dict[str, str]:
    return {
        "word": word,
        "level": objection.level,
        "reason": objection.reason,
        "other": objection.other,
    }
