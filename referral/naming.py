"""Which names may stand in a text: never a confidential service's, never an unverified one's."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from kernel.vocabulary import Category
from referral.directory import may_be_sent
from referral.rows import OfferRow, OrganizationRow


@dataclass(frozen=True)
class PublicPlace:
    """Holds a place that may be named to anybody, with its hours as the directory writes them."""

    name: str
    hours: str


def safe_names(session: Session, service_ids: Sequence[UUID]) -> tuple[str | None, ...]:
    """Returns each service's name for a text, or None where only a person may say it."""
    query = (
        select(OfferRow.service_id, OfferRow.confidential, OrganizationRow.safe_name)
        .join(OrganizationRow, OrganizationRow.id == OfferRow.organization_id)
        .where(OfferRow.service_id.in_(service_ids))
    )
    names: dict[UUID, str | None] = {}
    for service_id, confidential, name in session.execute(query):
        hidden = confidential or names.get(service_id, "") is None
        names[service_id] = None if hidden else name
    return tuple(names.get(service_id) for service_id in service_ids)


def public_place(session: Session, category: Category, now: datetime) -> PublicPlace | None:
    """Returns one open, verified place of a category whose name is safe, by name."""
    query = (
        select(OfferRow.service_id, OfferRow.hours, OrganizationRow.safe_name)
        .join(OrganizationRow, OrganizationRow.id == OfferRow.organization_id)
        .where(
            OfferRow.category == category,
            OfferRow.confidential.is_(False),
            OrganizationRow.safe_name.is_not(None),
        )
        .order_by(OrganizationRow.safe_name)
    )
    for service_id, hours, name in session.execute(query):
        if may_be_sent(session, service_id, now):
            return PublicPlace(name, hours or "")
    return None
