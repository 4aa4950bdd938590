"""Founding a programme: keyrings, the settings decided, the first members and their keys."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from kernel.clock import local_day, month_of
from kernel.programme import Programme, load_programme, save_programme
from pathway.desk import House
from staff.enrolment import NewMember, admit, open_intake_epoch
from staff.model import Shift
from staff.store import add_shift
from vault.keyring import NewKeys, create_keyrings


class AlreadyFounded(Exception):
    """Says that this database or these keyrings belong to a programme already."""


@dataclass(frozen=True)
class Founded:
    """Holds a new programme and the root key that is shown once."""

    programme: Programme
    keys: NewKeys


def found(house: House, programme: Programme) -> Founded:
    """Makes the keyrings and writes the programme; refuses to touch what is there."""
    settings = house.settings
    with house.database.reading() as session:
        if load_programme(session) is not None:
            raise AlreadyFounded("this database has a programme already")
    if settings.web_keyring.exists() or settings.jobs_keyring.exists():
        raise AlreadyFounded(
            f"{settings.web_keyring} or {settings.jobs_keyring} is there already, but the "
            "database is empty: move the keyrings away, or bring their database back"
        )
    keys = create_keyrings(programme.id, practice=programme.practice)
    keys.web.save(settings.web_keyring)
    keys.jobs.save(settings.jobs_keyring)
    with house.database.unit_of_work() as session:
        save_programme(session, programme)
    return Founded(programme, keys)


def seat(
    session: Session,
    founded: Founded,
    organization_id: UUID,
    members: list[NewMember],
    now: datetime,
) -> None:
    """Admits an organization's first members and opens its first intake key to them."""
    for member in members:
        admit(session, member, now)
    session.flush()
    day = local_day(now, founded.programme.timezone)
    readers = [one.account.member for one in members]
    open_intake_epoch(
        session, founded.keys.web, founded.keys.root_signer, organization_id, month_of(day), day,
        readers,
    )  # fmt: skip


def staff_always(session: Session, organization_id: UUID) -> None:
    """Puts somebody on shift at every hour of the week."""
    for weekday in range(7):
        add_shift(session, organization_id, Shift(weekday, "00:00", "00:00"))
