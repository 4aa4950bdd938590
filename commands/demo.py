"""`flask demo`: the practice city. Makes both keyrings, once; a second run changes nothing."""

import json
import os
from pathlib import Path
from typing import Any
from uuid import UUID

import click
import pyotp
from flask import current_app
from flask.cli import with_appcontext

from commands.city.areas import city_areas
from commands.city.keywords import EXIT_WORD, KEYWORDS
from commands.city.load import load_city
from commands.city.people import PEOPLE, MadeUpPerson
from commands.city.phones import put_phones
from commands.city.providers import providers
from commands.city.telling import tell
from commands.founding import AlreadyFounded, Founded, found, seat, staff_always
from commands.history import load_history
from commands.migrating import to_head
from kernel.ids import new_code
from kernel.programme import Programme, load_programme
from kernel.vocabulary import Role
from pathway.desk import House
from staff.enrolment import NewMember, new_member
from vault.keyring import complete_keyrings

PROGRAMME = Programme(
    id="practice",
    name="Marigold practice city",
    line="Marigold Line",
    timezone="UTC",
    languages=("en", "es", "sw", "zu", "fr", "pt", "ar", "hi"),
    emergency="10111",
    child_line="116",
    staffed_hours="Mon-Sun 00:00-24:00",
    practice=True,
    open=True,
    duty_known=True,
    police_on=True,
    ambulance_on=True,
    police_protocol="practice protocol: a drill stands in for the police",
    ambulance_protocol="practice protocol: a drill stands in for the ambulance",
    cover_on=True,
    staff_first_on=True,
    papers_line_on=True,
    pregnancy_words_on=True,
)


@click.command("demo")
@with_appcontext
def demo() -> None:
    """Load the practice city and print how to sign in."""
    house: House = current_app.extensions["house"]
    path = house.settings.var_dir / "demo.json"
    to_head(house.database)
    with house.database.reading() as session:
        known = load_programme(session)
    if known is None:
        _found(house, path)
    elif not known.practice:
        raise click.ClickException("this database belongs to a real programme: demo stays away")
    elif not path.exists():
        raise click.ClickException(
            f"{path} is gone, and with it the practice sign-ins: remove {path.parent} to start anew"
        )
    complete_keyrings(house.settings.web_keyring, house.settings.jobs_keyring)
    told = json.loads(path.read_text(encoding="utf-8")) | _where(house)
    _write(path, told)
    load_history(house)
    tell(told)


def _where(house: House) -> dict[str, Any]:
    """Returns what depends on where the city is found; one made by an older version gains it."""
    url, token = house.settings.public_url, house.keyring.practice_auth_token
    return {"url": url, **(providers(url, token) if token else {})}


def _found(house: House, path: Path) -> None:
    click.echo("Making the practice city: keys, people, services, a year of counts …")
    with house.database.unit_of_work() as session:
        city = load_city(session, house.clock.now(), PROGRAMME.timezone)
    intake = city.organizations["marigold"]
    programme = Programme(**{**vars(PROGRAMME), "intake_organization_id": str(intake)})
    try:
        founded = found(house, programme)
    except AlreadyFounded as error:
        raise click.ClickException(str(error)) from error
    passphrase = f"calm river {new_code().lower()} marigold"
    people = [
        (one, _member(founded, city.organizations[one.slug], one, passphrase)) for one in PEOPLE
    ]
    with house.database.unit_of_work() as session:
        for slug in dict.fromkeys(one.slug for one in PEOPLE):
            members = [member for one, member in people if one.slug == slug]
            seat(session, founded, city.organizations[slug], members, house.clock.now())
        staff_always(session, intake)
        # Coded words belong to another door; the composition root lends its registry.
        current_app.extensions["register_words"](session, KEYWORDS)
        phones = put_phones(session, founded, city.organizations)
    _write(path, _told(house, founded, people, passphrase, phones))


def _member(founded: Founded, organization_id: UUID, one: MadeUpPerson, secret: str) -> NewMember:
    return new_member(
        founded.keys.web, organization_id, one.name, one.email, [Role(one.role)], secret,
        pyotp.random_base32(), officer=one.officer,
    )  # fmt: skip


def _told(
    house: House,
    founded: Founded,
    people: list[tuple[MadeUpPerson, NewMember]],
    passphrase: str,
    phones: list[dict[str, str]],
) -> dict[str, Any]:

    return {
        "url": house.settings.public_url,
        "twilio": {
            "account_sid": "AC" + "0" * 32,
            "auth_token": founded.keys.web.practice_auth_token,
            "sms_from": "+15550190",
            "whatsapp_from": "whatsapp:+15550190",
        },
        "keywords": [
            {"word": one.word, "intent": one.intent, "language": one.language} for one in KEYWORDS
        ],
        "exit_word": EXIT_WORD,
        "people": [_signing_in(one, member, passphrase) for one, member in people],
        "responder_phones": phones,
        "areas": [
            {
                "code": area.code,
                "name": area.name,
                "parent": area.parent or "",
                "typology": area.typology or "",
            }
            for area in city_areas()
        ],
    }


def _signing_in(one: MadeUpPerson, member: NewMember, passphrase: str) -> dict[str, str]:
    return {
        "name": one.name,
        "email": one.email,
        "password": passphrase,
        "totp_secret": member.totp_secret,
        "role": one.role,
        "organization": one.organization,
    }


def _write(path: Path, told: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    waiting = path.with_suffix(".new")
    waiting.unlink(missing_ok=True)
    descriptor = os.open(waiting, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(told, file, indent=2, ensure_ascii=False)
    waiting.replace(path)
