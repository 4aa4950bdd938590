"""Reading the directory: what is offered near an area, who is who, and how to say it in a text."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row as Record
from sqlalchemy import bindparam, func, or_, select
from sqlalchemy.orm import Session

from kernel.vocabulary import Category
from referral.areas import place_of
from referral.constraints import is_stale
from referral.offers import RULES, Offer, Offers, Ruleset
from referral.rows import DirectoryEditionRow, OfferRow, OrganizationRow, ServiceRow

_SAFE_KINDS: Final[dict[str, dict[Category, str]]] = {
    "en": {
        Category.SHELTER: "a place to stay",
        Category.HEALTH: "a clinic near you",
        Category.POLICE: "a police desk",
        Category.LEGAL: "a legal adviser",
        Category.PSYCHOSOCIAL: "a counsellor",
        Category.LIVELIHOODS: "a work and money desk",
        Category.CHILD_PROTECTION: "a child helper",
    },
    "es": {
        Category.SHELTER: "un lugar para quedarse",
        Category.HEALTH: "un centro de salud",
        Category.POLICE: "una oficina policial",
        Category.LEGAL: "ayuda legal",
        Category.PSYCHOSOCIAL: "apoyo emocional",
        Category.LIVELIHOODS: "apoyo de trabajo",
        Category.CHILD_PROTECTION: "ayuda para menores",
    },
}
ANYWHERE: Final = "*"
_OFFER = OfferRow.__table__.c
# Built once: putting a statement together costs more than running it.
_OFFERS_ANYWHERE: Final = select(OfferRow.__table__).where(_OFFER.category == bindparam("category"))
_OFFERS_IN_CITY: Final = _OFFERS_ANYWHERE.where(
    or_(_OFFER.city == bindparam("city"), _OFFER.city == ANYWHERE)
)
_EDITION: Final = select(func.max(DirectoryEditionRow.number))


@dataclass(frozen=True)
class Organization:
    """Holds who answers for services, and whether signed in or by a link."""

    id: UUID
    name: str
    safe_name: str | None
    answers_by: str
    active: bool


@dataclass(frozen=True)
class Service:
    """Holds one service by its names."""

    id: UUID
    name: str
    category: str | None
    organization_id: UUID
    organization: str


def offers_for(session: Session, category: Category, area_code: str | None) -> Offers:
    """Returns every offer of a category in the area's city; constraints are judged elsewhere."""
    area = place_of(session, area_code)
    asked = {"category": str(category), "city": area.path[0] if area else None}
    records = session.execute(_OFFERS_IN_CITY if area else _OFFERS_ANYWHERE, asked)
    return Offers(area, tuple(_offer(record) for record in records), edition(session))


def edition(session: Session) -> int:
    """Returns the number of the newest edition of the directory; 0 while it is empty."""
    return session.execute(_EDITION).scalar_one() or 0


def organization(session: Session, organization_id: UUID) -> Organization | None:
    """Returns an organization by its id."""
    found = organizations(session, [organization_id])
    return found.get(organization_id)


def organizations(
    session: Session, ids: Collection[UUID] | None = None
) -> dict[UUID, Organization]:
    """Returns organizations by id: these, or all of them."""
    query = select(OrganizationRow).order_by(OrganizationRow.name)
    if ids is not None:
        query = query.where(OrganizationRow.id.in_(ids))
    return {
        row.id: Organization(row.id, row.name, row.safe_name, row.answers_by, row.active)
        for row in session.scalars(query)
    }


def services(session: Session, ids: Collection[UUID] | None = None) -> dict[UUID, Service]:
    """Returns services by id with their organization's name: these, or all of them."""
    query = select(ServiceRow, OrganizationRow.name).join(
        OrganizationRow, OrganizationRow.id == ServiceRow.organization_id
    )
    if ids is not None:
        query = query.where(ServiceRow.id.in_(ids))
    return {
        row.id: Service(row.id, row.name, row.category, row.organization_id, name)
        for row, name in session.execute(query.order_by(ServiceRow.name))
    }


def may_be_sent(session: Session, service_id: UUID, now: datetime, rules: Ruleset = RULES) -> bool:
    """Says whether a service is still active and freshly verified somewhere (H1), at send time."""
    query = select(OfferRow.__table__).where(_OFFER.service_id == service_id)
    offers = (_offer(record) for record in session.execute(query))
    return any(not is_stale(offer, now.date(), rules) for offer in offers)


def safe_kind(category: Category, language: str) -> str:
    """Returns a kind of place in words that are safe on a lock screen, in at most 24 characters."""
    return _SAFE_KINDS.get(language, _SAFE_KINDS["en"])[category]


def _split(joined: str) -> frozenset[str]:
    return frozenset(joined.split(",")) if joined else frozenset()


def _offer(record: Record[Any]) -> Offer:
    return Offer(
        id=record.id,
        service_at_location_id=record.service_at_location_id,
        service_id=record.service_id,
        location_id=record.location_id,
        organization_id=record.organization_id,
        root_id=record.root_id,
        category=record.category,
        city=record.city,
        areas=_split(record.areas),
        home=tuple(record.home.split("/")) if record.home else (),
        languages=_split(record.languages),
        serves=record.serves,
        male_survivors=record.male_survivors,
        trans_survivors=record.trans_survivors,
        minimum_age=record.minimum_age,
        maximum_age=record.maximum_age,
        accessibility=_split(record.accessibility),
        hours=record.hours,
        timezone=record.timezone,
        status=record.status,
        verified_on=record.verified_on,
        capacity_status=record.capacity_status,
        latitude=record.latitude,
        longitude=record.longitude,
        virtual=record.virtual,
        tells_police=record.tells_police,
        confidential=record.confidential,
        mediates=record.mediates,
        asks_papers=record.asks_papers,
        fee=record.fee,
    )
