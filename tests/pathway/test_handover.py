"""A yes by text goes out or is owned as not gone; what nobody answered is shown no more."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from kernel.clock import StoppedClock
from pathway import handover, offering
from pathway.told import Told
from referral import store
from referral.rows import OfferRow
from tests.pathway.telling import TOLD, ask, services_of, state, tell
from tests.practice import Practice

PLACES = ("Open Roof", "Juniper Rooms")


def close_down(practice: Practice, *organizations: str) -> None:
    """Makes what these organizations offer too long unverified to be sent anybody."""
    ids = [one.replace("-", "") for one in services_of(practice, *organizations)]
    with practice.house.desk() as desk:
        offers = desk.session.query(OfferRow).all()
        gone = [one.id for one in offers if one.service_id.hex in ids]
        assert gone
        changed = update(OfferRow).where(OfferRow.id.in_(gone))
        desk.session.execute(changed.values(status="defunct"))


def asked_when_gone(practice: Practice, *gone: str) -> tuple[int, list[str]]:
    told = tell(practice)
    with practice.house.desk() as desk:
        need = offering.find(desk, told.id, Told(TOLD, "en")).need_id
    wanted = services_of(practice, *PLACES)
    close_down(practice, *gone)
    with practice.house.desk() as desk:
        asked = handover.ask_by_text(desk, need, wanted, Told(TOLD, "en"), "B10")
        return asked, [one.state.value for one in store.attempts_of(desk.session, need)]


def test_the_next_is_asked_when_the_first_cannot_be(practice: Practice) -> None:
    assert asked_when_gone(practice, PLACES[0]) == (2, ["expired", "sent"])


def test_none_is_promised_when_none_can_be_asked(practice: Practice) -> None:
    assert asked_when_gone(practice, *PLACES) == (0, ["expired", "expired"])


@pytest.mark.parametrize("place", PLACES)
def test_an_unanswered_request_is_shown_no_more(
    practice: Practice, clock: StoppedClock, place: str
) -> None:
    attempt = ask(practice, tell(practice), place)[0]
    assert state(practice, attempt) == ("sent", "released")
    clock.advance(days=2)
    handover.tick(practice.house)
    assert state(practice, attempt) == ("expired", "erased")
