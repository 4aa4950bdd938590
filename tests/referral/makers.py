"""Makes offers, needs and a small directory for tests of the referral room."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from kernel.ids import new_code, new_id
from kernel.vocabulary import Category, Tier
from referral import editing, need_store, packet_store, store
from referral.entries import LocationEntry, OrganizationEntry, PlaceEntry, ServiceEntry
from referral.model import Actor, Attempt, AttemptState, Grant, NeedSpec
from referral.offers import Area, Offer
from vault.sealing import Sealed

NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)
TODAY = date(2026, 11, 18)
HERE = Area("D1-N1", "Here", ("C", "D1", "D1-N1"), -25.0, -20.0)
SEALED = Sealed(b"wrap", b"body", "intake/1")

_OFFER = Offer(
    id=UUID(int=1),
    service_at_location_id=UUID(int=2),
    service_id=UUID(int=3),
    location_id=UUID(int=4),
    organization_id=UUID(int=5),
    root_id=UUID(int=6),
    category="health",
    city="C",
    areas=frozenset({"C"}),
    home=("C", "D1", "D1-N2"),
    languages=frozenset({"en", "es"}),
    serves="anyone",
    male_survivors="confirmed",
    trans_survivors="confirmed",
    minimum_age=None,
    maximum_age=None,
    accessibility=frozenset({"step_free"}),
    hours="24/7",
    timezone="UTC",
    status="active",
    verified_on=date(2026, 11, 15),
    capacity_status="open",
    latitude=-25.01,
    longitude=-20.01,
    virtual=False,
    tells_police=False,
    confidential=False,
    mediates=False,
    asks_papers=False,
    fee=False,
)


def make_offer(**given: Any) -> Offer:  # noqa: ANN401 - any field by name
    return replace(_OFFER, **given)


def make_spec(**given: Any) -> NeedSpec:  # noqa: ANN401 - any field by name
    return replace(NeedSpec(Category.HEALTH, "D1-N1"), **given)


def make_organization(session: Session, **given: Any) -> UUID:  # noqa: ANN401 - any field by name
    entry = OrganizationEntry(**{"id": new_id(), "name": "East Side Clinic", **given})
    editing.put_organization(session, entry)
    return entry.id


def make_service(
    session: Session,
    organization_id: UUID,
    *,
    category: Category = Category.HEALTH,
    verified_on: date | None = TODAY,
    hours: str = "24/7",
) -> UUID:
    service, place = new_id(), new_id()
    location = LocationEntry(new_id(), "Room one", latitude=-25.0, longitude=-20.0)
    editing.put_service(session, ServiceEntry(service, organization_id, "Care", category=category))
    editing.put_location(session, location)
    editing.put_place(session, PlaceEntry(place, service, location.id, "UTC", hours=hours))
    editing.verify(session, place, verified_on)
    editing.publish(session, "test", NOW)
    return service


def make_need(session: Session) -> UUID:
    need_id = new_id()
    need_store.save_need(session, need_id, new_id(), SEALED)
    return need_id


def make_grant(session: Session, need_id: UUID, recipient_id: UUID, days: int = 30) -> Grant:
    grant = Grant(new_id(), need_id, recipient_id, NOW, NOW + timedelta(days=days))
    need_store.save_grant(session, grant, SEALED)
    return grant


def make_attempt(
    session: Session,
    service_id: UUID,
    grant: Grant,
    *,
    state: AttemptState = AttemptState.CONSENTED,
    position: int = 1,
    tier: Tier = Tier.URGENT,
    packet: bool = True,
) -> Attempt:
    attempt = Attempt(
        new_id(),
        new_code(),
        grant.need_id,
        grant.recipient_id,
        service_id,
        state,
        tier,
        NOW,
        position,
        grant_id=grant.id,
    )
    store.save_attempt(session, attempt, Actor.SURVIVOR)
    if packet:
        packet_store.hold_packet(session, new_id(), attempt.id, SEALED)
    return attempt


def make_asked(session: Session) -> tuple[Attempt, Grant]:
    """Makes a need with one attempt that she agreed to and whose packet waits."""
    organization = make_organization(session)
    service = make_service(session, organization)
    grant = make_grant(session, make_need(session), organization)
    return make_attempt(session, service, grant), grant
