"""`flask directory`: import and export services as Open Referral HSDS. Needs no keyring."""

from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from kernel.programme import load_programme
from pathway.desk import House
from referral.hsds import Report, import_directory
from referral.hsds_export import Tier, export_tables, write_tables
from referral.hsds_package import Remark
from referral.listing import read_listing

_SHOWN = 40

directory = AppGroup("directory", help="Take services in from, or give them out as, HSDS 3.")


@directory.command("import")
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option("--publisher", help="Who publishes it; keeps ids that are not UUIDs apart.")
def import_(path: Path, publisher: str | None) -> None:
    """Take in a folder, zip or JSON file: all of it, or nothing.

    New services start unverified: nobody is sent there until a person has checked them.
    """
    house = _house()
    console = Console()
    with Progress(console=console, transient=True) as progress:
        task = progress.add_task("Taking in", total=None)
        with house.database.unit_of_work() as session:
            programme = load_programme(session)
            report = import_directory(
                session,
                path,
                house.clock.now(),
                programme.timezone if programme else "UTC",
                publisher=publisher,
                tick=lambda done, total: progress.update(task, completed=done, total=total),
            )
    _print(console, report)
    if not report.loaded:
        raise click.ClickException("nothing was taken in")


@directory.command("export")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--tier", type=click.Choice([tier.value for tier in Tier]), required=True)
def export(path: Path, tier: str) -> None:
    """Write a folder (or a .zip) of CSV tables; confidential places never leave in public."""
    with _house().database.reading() as session:
        tables = export_tables(read_listing(session), Tier(tier))
    write_tables(path, tables)
    services, places = len(tables["services"]), len(tables["service_at_location"])
    click.echo(f"wrote {services} services at {places} places to {path} ({tier})")


def _print(console: Console, report: Report) -> None:
    if report.counts:
        table = Table("", "entries", "how many", box=None)
        for (name, fate), count in sorted(report.counts.items()):
            table.add_row("", f"{name}, {fate}", str(count))
        console.print(table)
    for title, remarks in (("faults", report.faults), ("remarks", report.remarks)):
        for remark in remarks[:_SHOWN]:
            console.print(
                f"{title[:-1]}: {_where(remark)} {remark.text}", markup=False, soft_wrap=True
            )
        if len(remarks) > _SHOWN:
            console.print(f"and {len(remarks) - _SHOWN} more {title}")
    if report.edition:
        console.print(f"This is edition {report.edition} of the directory.")


def _where(remark: Remark) -> str:
    return f"{remark.file}:" if remark.line is None else f"{remark.file}, line {remark.line}:"


def _house() -> House:
    house: House = current_app.extensions["house"]
    return house
