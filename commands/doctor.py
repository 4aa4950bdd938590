"""`flask doctor`: one line for each thing that has to be well. Needs the web keyring, if any."""

import json
from collections.abc import Callable, Iterable

import click
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy.orm import Session

from commands import checkup
from commands.keywords import Objection
from pathway.readiness import Check


@click.command("doctor")
@click.option("--json", "as_json", is_flag=True, help="For a program to read.")
@with_appcontext
def doctor(*, as_json: bool) -> None:
    """Look at settings, database, keys, clock, readers, rota and coded words."""
    checks = checkup.examine(current_app.extensions["house"], _keyword_faults)
    if as_json:
        click.echo(json.dumps([vars(check) for check in checks], indent=1))
    else:
        for check in checks:
            click.echo(_line(check))
    if any(check.fault for check in checks):
        raise SystemExit(1)


def _line(check: Check) -> str:
    mark = click.style("fault", fg="red") if check.fault else click.style("ok   ", fg="green")
    return f"{mark}  {check.name}: {check.said}"


def _keyword_faults(session: Session) -> Iterable[str]:
    # Coded words belong to another door; the composition root lends its check.
    lent: Callable[[Session], Iterable[tuple[str, Objection]]]
    lent = current_app.extensions.get("keyword_findings", lambda _session: ())
    for word, objection in lent(session):
        if objection.level == "error":
            yield f"{word}: {objection.reason} {objection.other}".strip()
