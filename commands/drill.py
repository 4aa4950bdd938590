"""`flask drill`: asks for drills and tells how they went. Running one needs the web keyring."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import click
from flask import current_app
from flask.cli import with_appcontext
from rich.console import Console
from rich.table import Column, Table
from sqlalchemy.orm import Session

from pathway import drill_plans
from pathway.desk import Desk, House
from pathway.drill_plans import NoDrill, Wish
from reporting.drills.model import Drill, Scenario

_WHY = {
    "line_closed": "the line is not open: `flask doctor` says what is missing",
    "nobody_on_shift": "nobody is on shift now: take `--surprise`, or `--at` a staffed time",
    "somebody_real": "somebody real waits to be opened on Today: see to that first",
    "past": "that time is over",
    "too_far": "a drill is planned at most 14 days ahead",
    "nobody_then": "nobody is on shift then",
}


@click.group("drill")
def drill() -> None:
    """Practise: an invented survivor comes through a coded word."""


@drill.command("run")
@click.option("--word", help="The coded word; the one not tried for longest if none is given.")
@click.option(
    "--scenario",
    type=click.Choice([one.value for one in Scenario]),
    default=Scenario.REPORT.value,
    show_default=True,
)
@click.option("--surprise", is_flag=True, help="At a staffed minute that nobody knows.")
@click.option("--within", type=click.IntRange(1), default=1440, show_default=True, help="Minutes.")
@click.option("--at", type=click.DateTime(["%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M"]), help="A time.")
@with_appcontext
def run(
    *, word: str | None, scenario: str, surprise: bool, within: int, at: datetime | None
) -> None:
    """Begin a drill now, or plan one."""
    house: House = current_app.extensions["house"]
    if surprise and at is not None:
        raise click.UsageError("choose --surprise or --at, not both")
    with house.desk() as desk:
        wish = _wish(desk, word, Scenario(scenario))
        if surprise:
            planned = drill_plans.plan_surprise(desk, wish, timedelta(minutes=within))
        elif at is not None:
            zone = ZoneInfo(desk.programme.timezone)
            planned = drill_plans.plan_at(desk, wish, at.replace(tzinfo=zone))
        else:
            planned = drill_plans.plan_now(desk, wish)
    if isinstance(planned, NoDrill):
        raise click.ClickException(_WHY[planned.reason])
    if not (surprise or at):
        current_app.extensions["drill_act"](house, {})
    click.echo(_said(planned, begun=not (surprise or at)))


@drill.command("list")
@with_appcontext
def listed() -> None:
    """Tell how drills went, newest first, and what is planned."""
    house: House = current_app.extensions["house"]
    with house.glance() as desk:
        done, planned = drill_plans.history(desk), drill_plans.planned(desk)
        zone = ZoneInfo(desk.programme.timezone)
    names = ("begun", "word", "scenario", "opened", "answered", "taken on", "outcome")
    table = Table(*(Column(name, no_wrap=True) for name in names), box=None)
    for one in done:
        begun = one.started_at.astimezone(zone) if one.started_at else None
        times = [_minutes(one, name) for name in ("opened_at", "answered_at", "accepted_at")]
        outcome = str(one.outcome or "")
        table.add_row(f"{begun:%Y-%m-%d %H:%M}", one.word, one.scenario.value, *times, outcome)
    if done:
        Console().print(table)
    else:
        click.echo("no drill has ended yet")
    for one in planned:
        when = (
            "at a time nobody knows" if one.surprise else f"{one.due_at.astimezone(zone):%F %H:%M}"
        )
        click.echo(f"planned: {one.word}, {one.scenario.value}, {when}")


def _wish(desk: Desk, word: str | None, scenario: Scenario) -> Wish:
    lent: Callable[[Session], Sequence[tuple[str, str]]] = current_app.extensions["drill_words"]
    known = lent(desk.session)
    if not known:
        raise click.ClickException("there is no coded word in use")
    wanted = known[0][0] if word is None else word.strip().upper()
    for name, language in known:
        if name.upper() == wanted.upper():
            return Wish(name, language, scenario)
    names = ", ".join(name for name, _ in known)
    raise click.ClickException(f"{word} is no coded word in use; choose one of {names}")


def _said(drill: Drill, *, begun: bool) -> str:
    if begun:
        return f"{drill.word}: begun. `flask drill list` tells how it went, in 15 minutes at most."
    when = ", for a staffed minute that nobody knows" if drill.surprise else ""
    return f"{drill.word}: planned{when}."


def _minutes(one: Drill, name: str) -> str:
    minutes = one.minutes_to(getattr(one, name))
    return "–" if minutes is None else f"{minutes:.1f} min"
