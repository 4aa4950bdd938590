"""Only names that are safe on a lock screen stand in a text; the rest a person says."""

from kernel.vocabulary import Category
from referral import naming
from referral.directory import offers_for, organizations
from tests.practice import Practice


def test_a_confidential_service_has_no_name_for_a_text(practice: Practice) -> None:
    with practice.house.database.reading() as session:
        shelters = offers_for(session, Category.SHELTER, "D1")
        hidden = [one.service_id for one in shelters if one.confidential]
        assert hidden
        assert set(naming.safe_names(session, hidden)) == {None}


def test_an_open_service_has_its_organizations_safe_name(practice: Practice) -> None:
    with practice.house.database.reading() as session:
        known = organizations(session)
        for offer in offers_for(session, Category.HEALTH, "D1"):
            if not offer.confidential:
                name = known[offer.organization_id].safe_name
                assert naming.safe_names(session, [offer.service_id]) == (name,)


def test_names_come_in_the_order_they_were_asked(practice: Practice) -> None:
    with practice.house.database.reading() as session:
        ids = [one.service_id for one in offers_for(session, Category.LEGAL, "D2")]
        forwards = naming.safe_names(session, ids)
        assert naming.safe_names(session, ids[::-1]) == forwards[::-1]


def test_anybody_is_told_of_a_verified_open_place_only(practice: Practice) -> None:
    with practice.house.database.reading() as session:
        now = practice.house.clock.now()
        for category in (Category.HEALTH, Category.LEGAL):
            place = naming.public_place(session, category, now)
            assert place is not None
            assert len(place.name) <= 24
        safe = {one.safe_name for one in organizations(session).values()}
        shelter = naming.public_place(session, Category.SHELTER, now)
        assert shelter is None or shelter.name in safe
