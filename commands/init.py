"""`flask init`: founds a real programme. Makes both keyrings; prints the root key once."""

from base64 import b32encode
from typing import Final
from zoneinfo import available_timezones

import click
from flask import current_app
from flask.cli import with_appcontext

from commands.founding import AlreadyFounded, found
from commands.migrating import to_head
from kernel.ids import new_id
from kernel.programme import Programme, save_programme
from kernel.vocabulary import Role
from pathway import choices, gate, gate_words
from pathway.choices import Unfit
from pathway.desk import House
from pathway.gate import Lent
from referral import editing
from referral.entries import OrganizationEntry
from staff.enrolment import invite

_UNFIT: Final = {
    "empty": "it cannot be empty",
    "letters": "use plain letters, digits and marks: it stands in text messages",
    "telephone": "write a telephone number: digits only",
    "too_long": "it has room for {} characters in a text message",
}


@click.command("init")
@click.option("--name", prompt="Name of the programme", help="The programme's own name.")
@click.option("--line", prompt="Neutral name of the line (at most 18 letters)")
@click.option("--timezone", prompt="Time zone, such as Africa/Johannesburg")
@click.option("--emergency", prompt="Emergency number people call here")
@click.option("--admin-name", prompt="First administrator's name")
@click.option("--admin-email", prompt="First administrator's e-mail")
@with_appcontext
def init(
    *, name: str, line: str, timezone: str, emergency: str, admin_name: str, admin_email: str
) -> None:
    """Found a programme: keys, database, first administrator."""
    house: House = current_app.extensions["house"]
    _fits("line", "--line", line)
    _fits("emergency", "--emergency", emergency)
    _is_zone(timezone)
    to_head(house.database)
    programme = Programme(
        id=str(new_id()), name=name, line=line.strip(), timezone=timezone,
        emergency=emergency.strip(),
    )  # fmt: skip
    try:
        founded = found(house, programme)
    except AlreadyFounded as error:
        raise click.ClickException(str(error)) from error
    organization_id, now = new_id(), house.clock.now()
    with house.database.unit_of_work() as session:
        editing.put_organization(session, OrganizationEntry(organization_id, line, ""))
        session.flush()
        token = invite(
            session, founded.keys.web, now, organization_id, admin_name, admin_email,
            [Role.ADMINISTRATOR],
        )  # fmt: skip
        save_programme(session, _with_intake(programme, str(organization_id)))
    root = b32encode(founded.keys.root_signer).decode()
    click.echo("The offline root key. Write it down, keep it away from this machine;")
    click.echo("it is not stored and is shown this once:")
    click.echo(f"  {root}")
    click.echo(f"First administrator, within 48 hours: {house.settings.public_url}/join/{token}")
    click.echo(
        "The line stays closed until nothing of this is missing; `flask doctor` says it again:"
    )
    for line_missing in _missing(house):
        click.echo(f"  {line_missing}")


def _missing(house: House) -> list[str]:
    # Wording and coded words belong to another door; the composition root lends what is known.
    lent: Lent = current_app.extensions["gate"]
    with house.glance() as desk:
        found = gate.faults(desk, lent)
    return [f"{gate_words.NAMES[one.name]}: {gate_words.in_english(one)}" for one in found]


def _fits(name: str, option: str, typed: str) -> None:
    value = choices.read(choices.BY_NAME[name], (typed,))
    if isinstance(value, Unfit):
        said = _UNFIT[value.reason].format(value.detail)
        raise click.BadParameter(said, param_hint=option)


def _is_zone(timezone: str) -> None:
    if timezone not in available_timezones():
        said = f"there is no time zone {timezone}; write one such as Africa/Johannesburg"
        raise click.BadParameter(said, param_hint="--timezone")


def _with_intake(programme: Programme, organization_id: str) -> Programme:
    return programme.changed(intake_organization_id=organization_id)
