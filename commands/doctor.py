"""`flask doctor`: one line for each thing that has to be well. Needs the web keyring, if any."""

import json

import click
from flask import current_app
from flask.cli import with_appcontext

from commands import checkup
from pathway import upkeep
from pathway.gate import Lent
from pathway.readiness import Check


@click.command("doctor")
@click.option("--json", "as_json", is_flag=True, help="For a program to read.")
@with_appcontext
def doctor(*, as_json: bool) -> None:
    """Look at settings, database, keys, clock, and all that the line needs before it opens."""
    # Wording and coded words belong to another door; the composition root lends what is known.
    lent: Lent = current_app.extensions["gate"]
    recovery: upkeep.Lent = current_app.extensions["upkeep"]
    checks = checkup.examine(current_app.extensions["house"], lent, recovery)
    if as_json:
        click.echo(json.dumps([vars(check) for check in checks], indent=1))
    else:
        for check in checks:
            click.echo(_line(check))
    if any(check.fault for check in checks):
        raise SystemExit(1)


def _line(check: Check) -> str:
    kind, colour = ("fault", "red") if check.fault else ("ok   ", "green")
    if check.note:
        kind, colour = "note ", "yellow"
    return f"{click.style(kind, fg=colour)}  {check.name}: {check.said}"
