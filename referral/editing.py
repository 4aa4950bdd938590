"""Writing the directory: entries are put, then offers are laid out anew as the next edition."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from kernel.ids import new_id
from kernel.rows import Row
from referral.directory import edition
from referral.entries import LocationEntry, OrganizationEntry, PlaceEntry, ServiceEntry, Terms
from referral.laying import lay_offers
from referral.places import NamedArea, middle_of
from referral.rows import (
    AreaRow,
    CapacityPoolRow,
    DirectoryEditionRow,
    LocationRow,
    OrganizationRow,
    ProviderTermsRow,
    ServiceAreaRow,
    ServiceAtLocationRow,
    ServiceLanguageRow,
    ServiceRow,
)

NEW: Final = "new"
CHANGED: Final = "changed"
SAME: Final = "same"
HELD: Final = "held back"


def put_organization(session: Session, entry: OrganizationEntry) -> bool:
    """Writes an organization; how it answers is left as it was. Says whether anything changed."""
    return _put(session, OrganizationRow, entry.id, asdict(entry))


def set_answering(
    session: Session, organization_id: UUID, answers_by: str, safe_name: str | None
) -> bool:
    """Writes how an organization answers and by what name a text may call it."""
    values: dict[str, Any] = {"answers_by": answers_by, "safe_name": safe_name}
    return _put(session, OrganizationRow, organization_id, values)


def put_service(session: Session, entry: ServiceEntry) -> bool:
    """Writes a service; says whether anything changed."""
    return _put(session, ServiceRow, entry.id, asdict(entry))


def put_location(session: Session, entry: LocationEntry) -> bool:
    """Writes a location; says whether anything changed."""
    return _put(session, LocationRow, entry.id, asdict(entry))


def put_place(session: Session, entry: PlaceEntry) -> bool:
    """Writes a service at a location; a new one is unverified. Says whether anything changed."""
    values = asdict(entry)
    areas, languages = values.pop("areas"), values.pop("languages")
    changed = _put(session, ServiceAtLocationRow, entry.id, values)
    changed |= _put_list(session, ServiceAreaRow.area_code, entry.id, areas)
    spoken = ServiceLanguageRow.language
    return _put_list(session, spoken, entry.id, languages) or changed


def put_terms(session: Session, place_id: UUID, terms: Terms) -> bool:
    """Writes a provider's terms for one service at a location; says whether anything changed."""
    return _put(session, ProviderTermsRow, place_id, asdict(terms))


def put_area(session: Session, area: NamedArea) -> bool:
    """Writes an area with the middle of its polygon; says whether anything changed."""
    latitude, longitude = middle_of(area.polygon)
    values = {**asdict(area), "latitude": latitude, "longitude": longitude}
    return _put(session, AreaRow, values.pop("code"), values)


def take_organization(session: Session, entry: OrganizationEntry) -> str:
    """Takes an organization from an import: of a known one only its name and description."""
    if session.get(OrganizationRow, entry.id) is None:
        put_organization(session, entry)
        return NEW
    values: dict[str, Any] = {"name": entry.name, "description": entry.description}
    return _fate(_put(session, OrganizationRow, entry.id, values))


def take_service(session: Session, entry: ServiceEntry) -> str:
    """Takes a service from an import; it never passes to another organization that way."""
    row = session.get(ServiceRow, entry.id)
    if row is None:
        put_service(session, entry)
        return NEW
    if row.organization_id != entry.organization_id:
        return HELD
    if row.category != entry.category:
        for place_id in _places_of(session, entry.id):
            verify(session, place_id, None)
    return _fate(put_service(session, entry))


def take_location(session: Session, entry: LocationEntry) -> str:
    """Takes a location from an import."""
    known = session.get(LocationRow, entry.id) is not None
    changed = put_location(session, entry)
    return _fate(changed) if known else NEW


def take_place(session: Session, entry: PlaceEntry) -> str:
    """Takes a service at a location from an import; it stays with its service and location."""
    row = session.get(ServiceAtLocationRow, entry.id)
    if row is None:
        pair = (
            ServiceAtLocationRow.service_id == entry.service_id,
            ServiceAtLocationRow.location_id == entry.location_id,
        )
        if session.scalars(select(ServiceAtLocationRow.id).where(*pair)).first():
            return HELD
        put_place(session, entry)
        return NEW
    if (row.service_id, row.location_id) != (entry.service_id, entry.location_id):
        return HELD
    return _fate(put_place(session, entry))


def verify(session: Session, place_id: UUID, on: date | None) -> bool:
    """Writes on which day a person last checked a service at a location."""
    return _put(session, ServiceAtLocationRow, place_id, {"verified_on": on})


def set_capacity(session: Session, place_id: UUID, status: str, source: str, now: datetime) -> bool:
    """Writes what a place says about room, and when it said so; says whether it is news."""
    query = select(CapacityPoolRow).where(CapacityPoolRow.service_at_location_id == place_id)
    row = session.scalars(query).first()
    if row is None:
        row = CapacityPoolRow(id=new_id(), service_at_location_id=place_id, status="")
        session.add(row)
    changed = row.status != status
    row.status, row.source, row.updated_at = status, source, now
    session.flush()
    return changed


def publish(session: Session, source: str, now: datetime) -> int:
    """Lays every offer out anew from the entries and returns the number of the new edition."""
    session.flush()
    lay_offers(session)
    number = edition(session) + 1
    session.add(DirectoryEditionRow(number=number, made_at=now, source=source))
    session.flush()
    return number


def _fate(changed: bool) -> str:  # noqa: FBT001 - a name for an answer
    return CHANGED if changed else SAME


def _places_of(session: Session, service_id: UUID) -> list[UUID]:
    mine = ServiceAtLocationRow.service_id == service_id
    return list(session.scalars(select(ServiceAtLocationRow.id).where(mine)))


def _put(session: Session, kind: type[Row], key: UUID | str, values: dict[str, Any]) -> bool:
    row = session.get(kind, key)
    if row is None:
        name = str(kind.__mapper__.primary_key[0].key)
        session.add(kind(**(values | {name: key})))
        session.flush()
        return True
    changes = {name: value for name, value in values.items() if getattr(row, name) != value}
    for name, value in changes.items():
        setattr(row, name, value)
    return bool(changes)


def _put_list(
    session: Session,
    column: InstrumentedAttribute[str],
    place_id: UUID,
    wanted: tuple[str, ...],
) -> bool:
    kind: Any = column.class_
    mine = kind.service_at_location_id == place_id
    found = set(session.scalars(select(column).where(mine)))
    if found == set(wanted):
        return False
    session.execute(delete(kind).where(mine, column.not_in(wanted)))
    for value in set(wanted) - found:
        session.add(kind(id=new_id(), service_at_location_id=place_id, **{column.key: value}))
    session.flush()
    return True
