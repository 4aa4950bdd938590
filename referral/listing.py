"""Reading the whole directory back as entries, for an export."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from referral.entries import LocationEntry, OrganizationEntry, PlaceEntry, ServiceEntry, Terms
from referral.rows import (
    LocationRow,
    OrganizationRow,
    ProviderTermsRow,
    ServiceAreaRow,
    ServiceAtLocationRow,
    ServiceLanguageRow,
    ServiceRow,
)


@dataclass(frozen=True)
class Listing:
    """Holds the directory as entries, with each place's terms and the day it was last checked."""

    organizations: tuple[OrganizationEntry, ...]
    services: tuple[ServiceEntry, ...]
    locations: tuple[LocationEntry, ...]
    places: tuple[PlaceEntry, ...]
    terms: Mapping[UUID, Terms]
    verified: Mapping[UUID, date | None]


def read_listing(session: Session) -> Listing:
    """Returns the whole directory, in the order of its ids."""
    areas = _grouped(session, ServiceAreaRow.area_code)
    languages = _grouped(session, ServiceLanguageRow.language)
    places = list(session.scalars(select(ServiceAtLocationRow).order_by(ServiceAtLocationRow.id)))
    return Listing(
        organizations=tuple(
            OrganizationEntry(row.id, row.name, row.description, row.active, row.parent_id)
            for row in session.scalars(select(OrganizationRow).order_by(OrganizationRow.id))
        ),
        services=tuple(
            _service(row) for row in session.scalars(select(ServiceRow).order_by(ServiceRow.id))
        ),
        locations=tuple(
            LocationEntry(row.id, row.name, row.location_type, row.latitude, row.longitude)
            for row in session.scalars(select(LocationRow).order_by(LocationRow.id))
        ),
        places=tuple(_place(row, areas, languages) for row in places),
        terms={row.service_at_location_id: _terms(row) for row in _every_terms(session)},
        verified={row.id: row.verified_on for row in places},
    )


def _every_terms(session: Session) -> list[ProviderTermsRow]:
    return list(session.scalars(select(ProviderTermsRow)))


def _grouped(
    session: Session, column: InstrumentedAttribute[str]
) -> Mapping[UUID, tuple[str, ...]]:
    kind: Any = column.class_
    found: defaultdict[UUID, tuple[str, ...]] = defaultdict(tuple)
    query = select(kind.service_at_location_id, column).order_by(column)
    for place_id, value in session.execute(query):
        found[place_id] += (value,)
    return found


def _service(row: ServiceRow) -> ServiceEntry:
    return ServiceEntry(
        id=row.id,
        organization_id=row.organization_id,
        name=row.name,
        description=row.description,
        category=row.category,
        status=row.status,
        minimum_age=row.minimum_age,
        maximum_age=row.maximum_age,
        assured_date=row.assured_date,
    )


def _place(
    row: ServiceAtLocationRow,
    areas: Mapping[UUID, tuple[str, ...]],
    languages: Mapping[UUID, tuple[str, ...]],
) -> PlaceEntry:
    return PlaceEntry(
        id=row.id,
        service_id=row.service_id,
        location_id=row.location_id,
        timezone=row.timezone,
        hours=row.hours,
        virtual=row.virtual,
        phone_public=row.phone_public,
        areas=areas.get(row.id, ()),
        languages=languages.get(row.id, ()),
    )


def _terms(row: ProviderTermsRow) -> Terms:
    return Terms(**{name: getattr(row, name) for name in asdict(Terms())})
