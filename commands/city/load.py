"""Loading the practice city: the same city each time, its services freshly checked."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b
from uuid import UUID

from sqlalchemy.orm import Session

from commands.city import shapes
from commands.city.areas import CITY_CODE, city_areas
from commands.city.organizations import INTAKE, ORGANIZATIONS, MadeUp
from commands.city.services import SERVICES, MadeUpService
from kernel.clock import local_day
from referral import directory, editing
from referral.entries import LocationEntry, OrganizationEntry, PlaceEntry, ServiceEntry, Terms


@dataclass(frozen=True)
class City:
    """Holds what a demo needs to know of the loaded city."""

    code: str
    intake_id: UUID
    organizations: dict[str, UUID]
    edition: int


def load_city(session: Session, now: datetime, timezone: str = "UTC") -> City:
    """Writes the practice city and its directory; a second time only what has changed."""
    changed = [editing.put_area(session, area) for area in city_areas()]
    changed += [_put_organization(session, made) for made in ORGANIZATIONS]
    changed += [_put_service(session, made, now, timezone) for made in SERVICES]
    session.flush()
    if any(changed):
        editing.publish(session, "practice city", now)
    organizations = {made.slug: made_up_id("organization", made.slug) for made in ORGANIZATIONS}
    return City(CITY_CODE, organizations[INTAKE], organizations, directory.edition(session))


def made_up_id(kind: str, slug: str) -> UUID:
    """Returns the id that an invented thing has in every practice database."""
    digest = blake2b(f"practice city/{kind}/{slug}".encode(), digest_size=16).digest()
    return UUID(bytes=digest, version=4)


def _put_organization(session: Session, made: MadeUp) -> bool:
    organization_id = made_up_id("organization", made.slug)
    changed = editing.put_organization(
        session, OrganizationEntry(organization_id, made.name, made.about)
    )
    answering = editing.set_answering(session, organization_id, made.answers_by, made.safe_name)
    return changed or answering


def _put_service(session: Session, made: MadeUpService, now: datetime, timezone: str) -> bool:
    place = _place(made, timezone)
    checked = local_day(now, timezone) - timedelta(days=made.checked or 0)
    return any(
        [
            editing.put_service(session, _service(made)),
            editing.put_location(session, _location(made)),
            editing.put_place(session, place),
            editing.put_terms(session, place.id, _terms(made)),
            editing.verify(session, place.id, None if made.checked is None else checked),
            editing.set_capacity(session, place.id, made.capacity, "practice", now),
        ]
    )


def _service(made: MadeUpService) -> ServiceEntry:
    return ServiceEntry(
        id=made_up_id("service", made.slug),
        organization_id=made_up_id("organization", made.organization),
        name=made.name,
        category=made.category,
        status=made.status,
        minimum_age=made.ages[0],
        maximum_age=made.ages[1],
    )


def _location(made: MadeUpService) -> LocationEntry:
    location_id = made_up_id("location", made.slug)
    if not made.home:
        return LocationEntry(location_id, made.name, "virtual")
    district, neighbourhood = made.home.split("-")
    latitude, longitude = shapes.point_in(int(district[1:]), int(neighbourhood[1:]))
    return LocationEntry(location_id, made.name, "physical", latitude, longitude)


def _place(made: MadeUpService, timezone: str) -> PlaceEntry:
    return PlaceEntry(
        id=made_up_id("place", made.slug),
        service_id=made_up_id("service", made.slug),
        location_id=made_up_id("location", made.slug),
        timezone=timezone,
        hours=made.hours,
        virtual=not made.home,
        areas=made.areas,
        languages=made.languages,
    )


def _terms(made: MadeUpService) -> Terms:
    return Terms(
        serves=made.serves,
        male_survivors=made.male,
        trans_survivors=made.trans,
        accessibility=made.accessibility,
        tells_police=made.tells_police,
        confidential=made.confidential,
        mediates=made.mediates,
        asks_papers=made.asks_papers,
        fee=made.fee,
    )
