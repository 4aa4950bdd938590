"""Laying out offers: one flat row for each service at a place, so that a match reads one table."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from math import floor
from typing import Any, Final
from uuid import UUID

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from kernel.ids import new_id
from referral.areas import all_areas
from referral.directory import ANYWHERE
from referral.entries import Terms
from referral.places import NamedArea, home_of
from referral.rows import (
    CapacityPoolRow,
    LocationRow,
    OfferRow,
    OrganizationRow,
    ProviderTermsRow,
    ServiceAreaRow,
    ServiceAtLocationRow,
    ServiceLanguageRow,
    ServiceRow,
)

CELL_DEGREES: Final = 0.05
_UNTOLD: Final = Terms()


@dataclass(frozen=True)
class _Lists:
    known: Mapping[UUID, UUID]
    areas: Mapping[UUID, Sequence[str]]
    languages: Mapping[UUID, Sequence[str]]
    capacity: Mapping[UUID, str]
    terms: Mapping[UUID, Terms]
    organizations: Mapping[UUID, OrganizationRow]
    gazetteer: tuple[NamedArea, ...]


def lay_offers(session: Session) -> int:
    """Writes every offer of the directory anew, each keeping its id; returns how many."""
    lists = _read(session)
    query = (
        select(ServiceAtLocationRow, ServiceRow, LocationRow)
        .join(ServiceRow, ServiceRow.id == ServiceAtLocationRow.service_id)
        .join(LocationRow, LocationRow.id == ServiceAtLocationRow.location_id)
        .where(ServiceRow.category.is_not(None))
    )
    laid = [_laid(lists, place, service, at) for place, service, at in session.execute(query)]
    session.execute(delete(OfferRow))
    if laid:
        session.execute(insert(OfferRow), laid)
    return len(laid)


def _read(session: Session) -> _Lists:
    known = select(OfferRow.service_at_location_id, OfferRow.id)
    capacity = select(CapacityPoolRow.service_at_location_id, CapacityPoolRow.status)
    return _Lists(
        known={row[0]: row[1] for row in session.execute(known)},
        areas=_grouped(session, ServiceAreaRow.area_code),
        languages=_grouped(session, ServiceLanguageRow.language),
        capacity={row[0]: row[1] for row in session.execute(capacity)},
        terms={
            row.service_at_location_id: _terms(row)
            for row in session.scalars(select(ProviderTermsRow))
        },
        organizations={row.id: row for row in session.scalars(select(OrganizationRow))},
        gazetteer=all_areas(session),
    )


def _grouped(session: Session, column: InstrumentedAttribute[str]) -> Mapping[UUID, Sequence[str]]:
    kind: Any = column.class_
    found: defaultdict[UUID, list[str]] = defaultdict(list)
    for place_id, value in session.execute(
        select(kind.service_at_location_id, column).order_by(column)
    ):
        found[place_id].append(value)
    return found


def _terms(row: ProviderTermsRow) -> Terms:
    return Terms(**{name: getattr(row, name) for name in asdict(_UNTOLD)})


def _laid(
    lists: _Lists, place: ServiceAtLocationRow, service: ServiceRow, at: LocationRow
) -> dict[str, Any]:
    organization = lists.organizations[service.organization_id]
    return {
        "id": lists.known.get(place.id) or new_id(),
        "service_at_location_id": place.id,
        "service_id": service.id,
        "location_id": at.id,
        "organization_id": organization.id,
        "root_id": _root(lists.organizations, organization),
        "category": service.category,
        "languages": ",".join(lists.languages.get(place.id, ())),
        "minimum_age": service.minimum_age,
        "maximum_age": service.maximum_age,
        "hours": place.hours,
        "timezone": place.timezone,
        "status": service.status if organization.active else "inactive",
        "verified_on": place.verified_on,
        "capacity_status": lists.capacity.get(place.id, "unknown"),
        "virtual": place.virtual,
        **_position(lists, at, lists.areas.get(place.id, ())),
        **asdict(lists.terms.get(place.id, _UNTOLD)),
    }


def _position(lists: _Lists, at: LocationRow, covered: Sequence[str]) -> dict[str, Any]:
    home = ""
    cell: tuple[int, int] | tuple[None, None] = (None, None)
    if at.latitude is not None and at.longitude is not None:
        home = home_of(lists.gazetteer, at.latitude, at.longitude)
        cell = (floor(at.latitude / CELL_DEGREES), floor(at.longitude / CELL_DEGREES))
    paths = {area.code: area.path for area in lists.gazetteer}
    cities = {paths[code].split("/")[0] for code in covered if code in paths}
    if not covered and home:
        cities = {home.split("/")[0]}
    return {
        "areas": ",".join(covered),
        "home": home,
        "city": cities.pop() if len(cities) == 1 else ANYWHERE,
        "latitude": at.latitude,
        "longitude": at.longitude,
        "gy": cell[0],
        "gx": cell[1],
    }


def _root(organizations: Mapping[UUID, OrganizationRow], organization: OrganizationRow) -> UUID:
    seen = {organization.id}
    while organization.parent_id is not None and organization.parent_id not in seen:
        organization = organizations[organization.parent_id]
        seen.add(organization.id)
    return organization.id
