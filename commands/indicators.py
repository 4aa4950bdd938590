"""`flask indicators`: build, approve, list, verify and export releases."""

from datetime import datetime
from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup
from sqlalchemy.orm import Session

from pathway import counting
from pathway.desk import House
from reporting.indicators import store
from reporting.indicators.display import as_csv
from reporting.indicators.model import TABLES
from reporting.indicators.release import Release

indicators = AppGroup("indicators", help="Build and publish the city's protected counts.")

ROLE_SQL = """\
-- The safety unit's own role: it reads releases and nothing else.
-- Run as the owner of the database; set the password with \\password {role}.
CREATE ROLE {role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role};
GRANT USAGE ON SCHEMA public TO {role};
GRANT SELECT ON TABLE "release" TO {role};
ALTER ROLE {role} SET default_transaction_read_only = on;
"""


@indicators.command("build")
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Close the periods that are open on this day early; in practice only.",
)
def build(as_of: datetime | None) -> None:
    """Close what may be closed and write a release. Needs the jobs keyring."""
    match counting.build(_house(), as_of.date() if as_of else None):
        case counting.Refused(reason):
            raise click.ClickException(reason)
        case counting.Built(release, froze):
            click.echo(f"built {release.id}: {froze} tables frozen; next: approve")
            if release.early:
                click.echo("some periods were closed early and will be built again")


@indicators.command("approve")
@click.argument("release_id", required=False)
@click.option("--by", help="E-mail address of the steward or second person who approves.")
def approve(release_id: str | None, by: str | None) -> None:
    """Publish a built release, by default the last one."""
    house = _house()
    with house.database.unit_of_work() as session:
        chosen = release_id or _last_id(session)
        if not store.approve(session, chosen, by, house.clock.now()):
            raise click.ClickException(f"there is no release {chosen} that waits for approval")
    click.echo(f"approved {chosen}")


@indicators.command("list")
def list_releases() -> None:
    """List all releases, newest first."""
    with _house().database.reading() as session:
        for one in store.listed(session):
            early = " early" if one.early else ""
            by = f" by {one.approved_by}" if one.approved_by else ""
            click.echo(f"{one.id}  as of {one.as_of}  {one.state}{by}{early}")


@indicators.command("verify")
def verify() -> None:
    """Check the chain of releases and their signatures. Needs the web keyring."""
    house = _house()
    with house.database.reading() as session:
        found = counting.chain_faults(session, house.keyring.release_verifier)
        number = len(store.listed(session))
    for fault in found:
        click.echo(fault, err=True)
    if found:
        raise click.ClickException("the chain of releases is not whole")
    click.echo(f"{number} releases, chain and signatures whole")


@indicators.command("export")
@click.option("--format", "form", type=click.Choice(["csv"]), default="csv", show_default=True)
@click.option("--release", "release_id", help="By default the latest approved release.")
@click.option("--public", is_flag=True, help="The coarser public edition.")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=Path())
def export(form: str, release_id: str | None, folder: Path, *, public: bool) -> None:
    """Write the tables of an approved release into FOLDER."""
    with _house().database.reading() as session:
        release = _approved(session, release_id)
    folder.mkdir(parents=True, exist_ok=True)
    for table in TABLES:
        path = folder / f"{release.id}-{table.lower()}.{form}"
        path.write_text(as_csv(table, release.cube, public=public), encoding="utf-8", newline="")
        click.echo(str(path))


@indicators.command("role")
@click.argument("name", default="undertone_analyst")
def role(name: str) -> None:
    """Print the SQL of the safety unit's PostgreSQL role."""
    if not name.isidentifier() or not name.isascii():
        raise click.ClickException("a role's name is made of letters, digits and _")
    click.echo(ROLE_SQL.format(role=name), nl=False)


def _house() -> House:
    house: House = current_app.extensions["house"]
    return house


def _last_id(session: Session) -> str:
    last = store.latest(session)
    if last is None:
        raise click.ClickException("no release has been built yet")
    return last.id


def _approved(session: Session, release_id: str | None) -> Release:
    found = (
        store.approved(session, release_id) if release_id else store.latest(session, store.APPROVED)
    )
    if found is None:
        raise click.ClickException("there is no such approved release")
    return found
