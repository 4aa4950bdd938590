"""The directory gives a match all it needs, and says kinds and names that a text may carry."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from kernel.ids import new_id
from kernel.segments import measure
from kernel.vocabulary import Category
from referral import directory, editing
from referral.areas import place_of
from referral.entries import OrganizationEntry, PlaceEntry, Terms
from referral.listing import read_listing
from referral.places import NamedArea
from tests.referral.makers import NOW, make_organization, make_service

SHAPE = {
    "type": "Polygon",
    "coordinates": [[[-21, -26], [-19, -26], [-19, -24], [-21, -24], [-21, -26]]],
}


@pytest.mark.parametrize("language", ["en", "es", "xx"])
@pytest.mark.parametrize("category", list(Category))
def test_a_kind_of_place_fits_a_text_and_says_little(category: Category, language: str) -> None:
    kind = directory.safe_kind(category, language)
    assert len(kind) <= 24
    assert measure(kind).encoding == "GSM-7"
    for word in ("violen", "abus", "rape", "viola", "refug", "victim"):
        assert word not in kind.lower()


def test_an_offer_carries_everything(session: Session) -> None:
    editing.put_area(session, NamedArea("C", "City", None, "city", None, "C", SHAPE))
    parent = make_organization(session, name="Parent")
    child = make_organization(session, name="Child", parent_id=parent)
    service = make_service(session, child)
    place = read_listing(session).places[0]
    entry = PlaceEntry(
        place.id, service, place.location_id, "UTC", "24/7", areas=("C",), languages=("en", "es")
    )
    editing.put_place(session, entry)
    editing.put_terms(session, place.id, Terms(serves="women", tells_police=True))
    editing.set_capacity(session, place.id, "full", "phone", NOW)
    editing.publish(session, "test", NOW)
    (offer,) = directory.offers_for(session, Category.HEALTH, "C")
    assert (offer.root_id, offer.organization_id, offer.service_id) == (parent, child, service)
    assert (offer.city, offer.areas, offer.home) == ("C", frozenset({"C"}), ("C",))
    assert (offer.languages, offer.hours) == (frozenset({"en", "es"}), "24/7")
    assert (offer.serves, offer.tells_police, offer.capacity_status) == ("women", True, "full")
    assert directory.offers_for(session, Category.LEGAL, "C").items == ()


def test_another_citys_offers_are_not_read(session: Session) -> None:
    for code in ("C", "K"):
        editing.put_area(session, NamedArea(code, code * 4, None, "city", None, code, SHAPE))
        service = make_service(session, make_organization(session))
        place = next(one for one in read_listing(session).places if one.service_id == service)
        covered = PlaceEntry(place.id, service, place.location_id, "UTC", "24/7", areas=(code,))
        editing.put_place(session, covered)
    editing.publish(session, "test", NOW)
    found = directory.offers_for(session, Category.HEALTH, "K")
    assert [offer.areas for offer in found] == [frozenset({"K"})]
    assert len(directory.offers_for(session, Category.HEALTH, None)) == 2
    assert len(directory.offers_for(session, Category.HEALTH, "unknown")) == 2
    assert place_of(session, "unknown") is None


def test_reading_offers_takes_three_statements(session: Session) -> None:
    editing.put_area(session, NamedArea("C", "City", None, "city", None, "C", SHAPE))
    make_service(session, make_organization(session))
    statements: list[str] = []
    engine = session.get_bind()

    def note(*happened: object) -> None:
        statements.append(str(happened[2]))

    event.listen(engine, "before_cursor_execute", note)
    directory.offers_for(session, Category.HEALTH, "C")
    event.remove(engine, "before_cursor_execute", note)
    assert len(statements) == 3


def test_an_inactive_organization_offers_nothing(session: Session) -> None:
    organization = make_organization(session)
    service = make_service(session, organization)
    assert directory.may_be_sent(session, service, NOW)
    editing.put_organization(session, OrganizationEntry(organization, "Gone", active=False))
    editing.publish(session, "test", NOW)
    assert not directory.may_be_sent(session, service, NOW)
    (offer,) = directory.offers_for(session, Category.HEALTH, None)
    assert offer.status == "inactive"


def test_a_check_goes_stale(session: Session) -> None:
    service = make_service(session, make_organization(session))
    assert directory.may_be_sent(session, service, NOW + timedelta(days=90))
    assert not directory.may_be_sent(session, service, NOW + timedelta(days=91))
    assert not directory.may_be_sent(session, new_id(), NOW)


def test_who_is_who(session: Session) -> None:
    organization = make_organization(session, name="East Side Clinic")
    service = make_service(session, organization)
    editing.set_answering(session, organization, "link", "East Side Clinic")
    found = directory.organization(session, organization)
    assert found == directory.Organization(
        organization, "East Side Clinic", "East Side Clinic", "link", active=True
    )
    assert directory.organization(session, new_id()) is None
    assert directory.services(session, [service])[service].organization == "East Side Clinic"


def test_each_change_is_an_edition(session: Session) -> None:
    assert directory.edition(session) == 0
    make_service(session, make_organization(session))
    assert directory.edition(session) == 1
    (offer,) = directory.offers_for(session, Category.HEALTH, None)
    assert editing.publish(session, "again", NOW) == 2
    assert directory.offers_for(session, Category.HEALTH, None).items == (offer,)
