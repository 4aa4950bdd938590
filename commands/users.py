"""`flask users`: accounts by invitation, never by passphrase. Needs the web keyring."""

import json

import click
from flask import current_app
from flask.cli import with_appcontext
from rich.console import Console
from rich.table import Table
from sqlalchemy.orm import Session

from kernel.vocabulary import Role
from pathway.desk import House
from staff import store
from staff.enrolment import invite as make_invitation
from staff.enrolment import retire
from staff.model import INVITED_FOR, Member, written_roles


def house() -> House:
    """Returns the wired house of this application."""
    wired: House = current_app.extensions["house"]
    return wired


@click.group("users")
def users() -> None:
    """Invite, list and reset the people who sign in."""


@users.command()
@click.option("--email", required=True, help="Where they are reached; their sign-in name.")
@click.option("--name", required=True, help="What colleagues call them.")
@click.option(
    "--role",
    "roles",
    multiple=True,
    required=True,
    type=click.Choice([role.value for role in Role]),
)
@click.option("--like", default=None, metavar="EMAIL", help="Same organisation as this member.")
@with_appcontext
def invite(email: str, name: str, roles: tuple[str, ...], like: str | None) -> None:
    """Print a link that makes one account, once, within two days."""
    with house().desk() as desk:
        organization_id = desk.intake_id
        if like is not None:
            organization_id = _existing(desk.session, like).organization_id
        wanted = [Role(role) for role in roles]
        token = make_invitation(
            desk.session, desk.keyring, desk.now, organization_id, name, email, wanted
        )
    _print_link(token)


@users.command("list")
@click.option("--json", "as_json", is_flag=True, help="For a program to read.")
@with_appcontext
def list_members(*, as_json: bool) -> None:
    """List everybody with an account."""
    with house().glance() as desk:
        members = store.members(desk.session)
    if as_json:
        click.echo(json.dumps([_as_json(member) for member in members], indent=1))
        return
    table = Table("Name", "E-mail", "Roles", "Account", "Reads new reports")
    for member in members:
        account = "open" if member.active else "closed"
        triage = "yes" if member.triage else ""
        table.add_row(member.name, member.email, written_roles(member.roles), account, triage)
    Console().print(table)


@users.command()
@click.argument("email")
@click.option("--close", is_flag=True, help="Close the account; invite nobody.")
@click.confirmation_option(
    prompt="The account's keys are lost for good and its sessions end now. Go on?"
)
@with_appcontext
def reset(email: str, *, close: bool) -> None:
    """End an account's sessions and keys, and print a link that makes it anew."""
    with house().desk() as desk:
        member = _existing(desk.session, email)
        retire(desk.session, member)
        store.journal(desk.session, "account_reset", "command", None, None, desk.now)
        if close:
            click.echo("Closed.")
            return
        token = make_invitation(
            desk.session, desk.keyring, desk.now, member.organization_id, member.name,
            member.email, member.roles,
        )  # fmt: skip
    _print_link(token)
    if member.triage:
        click.echo("A supervisor has to let them read new reports again: Settings, Colleagues.")


def _existing(session: Session, email: str) -> Member:
    account = store.account_by_email(session, email)
    if account is None:
        raise click.ClickException("there is no open account with that e-mail address")
    return account.member


def _as_json(member: Member) -> dict[str, object]:
    return {
        "id": str(member.id),
        "name": member.name,
        "email": member.email,
        "roles": sorted(member.roles),
        "active": member.active,
        "reads_new_reports": member.triage,
    }


def _print_link(token: str) -> None:
    hours = int(INVITED_FOR.total_seconds() // 3600)
    click.echo(f"{house().settings.public_url.rstrip('/')}/join/{token}")
    click.echo(f"Hand it over yourself. It works once, within {hours} hours.", err=True)
