"""Browsing the directory: who helps with what, is it open, and can it be offered at all."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from kernel.vocabulary import Category
from pathway.desk import Desk
from referral.areas import all_areas
from referral.directory import Service, offers_for, services
from referral.offers import RULES, Offer
from referral.opening import is_sound


@dataclass(frozen=True)
class Listed:
    """Holds one service at one place as a page shows it; never where a hidden place is."""

    offer: Offer
    service: str
    organization: str
    freshness: str
    days_since: int | None
    opening: str
    opens_at: datetime | None
    areas: tuple[str, ...]

    @property
    def can_be_offered(self) -> bool:
        """Says whether matching may offer it to anyone at all."""
        return self.freshness in {"fresh", "due"} and self.offer.capacity_status != "full"


def browse(desk: Desk) -> tuple[Listed, ...]:
    """Returns every service at every place, by name."""
    named = services(desk.session)
    places = {area.code: area.name for area in all_areas(desk.session)}
    found = [
        _listed(desk, offer, named[offer.service_id], places)
        for category in Category
        for offer in offers_for(desk.session, category, None)
        if offer.service_id in named
    ]
    return tuple(sorted(found, key=lambda listed: (listed.service, listed.organization)))


def places_of(desk: Desk, service_id: UUID) -> tuple[Listed, ...]:
    """Returns one service at each of its places; none if there is no such service."""
    return tuple(listed for listed in browse(desk) if listed.offer.service_id == service_id)


def review_by(listed: Listed) -> date | None:
    """Returns the last day on which a service may be offered without a new check."""
    checked = listed.offer.verified_on
    return None if checked is None else checked + timedelta(days=RULES.verified_days)


def area_choices(desk: Desk) -> list[tuple[str, str]]:
    """Returns every area with its name, the city first, then each district with its parts."""
    return [(area.code, area.name) for area in all_areas(desk.session)]


def _listed(desk: Desk, offer: Offer, service: Service, places: Mapping[str, str]) -> Listed:
    opens_at = offer.opening(desk.now)
    checked = offer.verified_on
    return Listed(
        offer,
        service.name,
        service.organization,
        _freshness(offer, desk.today),
        None if checked is None else (desk.today - checked).days,
        _opening(offer, opens_at, desk.now),
        opens_at,
        tuple(places.get(code, code) for code in sorted(offer.areas)),
    )


def _opening(offer: Offer, opens_at: datetime | None, now: datetime) -> str:
    if opens_at is not None:
        return "open" if opens_at <= now else "closed"
    return "unreadable" if offer.hours and not is_sound(offer.hours, offer.timezone) else "unknown"


def _freshness(offer: Offer, today: date) -> str:
    """Names how far its last check can be trusted: fresh, due soon, stale, never, or inactive."""
    if offer.status != "active":
        return "inactive"
    if offer.verified_on is None:
        return "never"
    age = (today - offer.verified_on).days
    if age > RULES.verified_days:
        return "stale"
    return "due" if age > RULES.verified_days * 3 // 4 else "fresh"
