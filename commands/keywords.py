"""`flask keywords`: what stands against the registered coded words. Needs no keyring."""

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
    "everyday": "an everyday word, which people send without meaning it",
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
def check() -> None:
    """Names each word that collides, is reserved, too short or too common; exit 1 on a fault."""
    house: House = current_app.extensions["house"]
    # Coded words belong to another door; the composition root lends its check.
    lent: Callable[[Session], Iterable[tuple[str, Objection]]]
    lent = current_app.extensions["keyword_findings"]
    with house.database.reading() as session:
        found = list(lent(session))
    for word, objection in found:
        other = f" ({objection.other})" if objection.other else ""
        reason = _REASONS.get(objection.reason, objection.reason)
        click.echo(f"{objection.level}: {word}: {reason}{other}")
    if any(objection.level == "error" for _, objection in found):
        raise SystemExit(1)
    click.echo("Every coded word can be told from every other.")
