"""Taking back reaches everything in one transaction, or nothing."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from kernel.clock import StoppedClock
from pathway import answering, handover, withdrawal
from pathway.notice import post_of
from referral import link_store
from referral.rows import ConsentGrantRow, NeedRow, PacketRow, ResponderLinkRow
from reporting.cases import store as cases
from tests.pathway.telling import ToldCase, ask, reader, state, tell
from tests.practice import Practice

PLACES = ("Open Roof", "Juniper Rooms", "Lantern House")


@pytest.fixture
def told(practice: Practice) -> ToldCase:
    return tell(practice)


def facts(practice: Practice) -> dict[str, list[object]]:
    with practice.house.database.reading() as session:
        return {
            "grants": [one.withdrawn_at for one in session.scalars(select(ConsentGrantRow))],
            "packets": [(one.state, one.body) for one in session.scalars(select(PacketRow))],
            "links": [one.spent_at for one in session.scalars(select(ResponderLinkRow))],
            "needs": [one.state for one in session.scalars(select(NeedRow))],
        }


def test_it_ends_grants_attempts_packets_and_links(practice: Practice, told: ToldCase) -> None:
    asked = ask(practice, told, *PLACES)
    with practice.house.desk() as desk:
        withdrawal.withdraw_case(desk, told.id)
        now = desk.now
    assert [state(practice, one) for one in asked] == [("withdrawn", "erased")] * 3
    assert facts(practice) == {
        "grants": [now] * 3,
        "packets": [("erased", None)] * 3,
        "links": [now],
        "needs": ["withdrawn"],
    }


def test_it_happens_wholly_or_not_at_all(
    practice: Practice, told: ToldCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ask(practice, told, *PLACES)
    before = facts(practice)

    def fail(*_: object) -> None:
        raise LookupError

    def work() -> None:
        with practice.house.desk() as desk:
            withdrawal.withdraw_case(desk, told.id)

    monkeypatch.setattr(link_store, "close_links", fail)
    with pytest.raises(LookupError):
        work()
    assert facts(practice) == before
    assert [state(practice, one)[0] for one in asked] == ["sent", "consented", "consented"]


def test_nothing_is_sent_afterwards(practice: Practice, told: ToldCase) -> None:
    asked = ask(practice, told, *PLACES)
    with practice.house.desk() as desk:
        withdrawal.withdraw_case(desk, told.id)
        assert handover.release_next(post_of(desk), asked[0].need_id) is None
    assert {state(practice, one)[0] for one in asked} == {"withdrawn"}


def test_an_accepted_request_ends_too(practice: Practice, told: ToldCase) -> None:
    (attempt,) = ask(practice, told, "Juniper Rooms")
    with practice.house.desk() as desk:
        answering.accept(desk, reader(practice, "responder", "Juniper Rooms"), attempt.id)
        withdrawal.withdraw_case(desk, told.id)
    assert state(practice, attempt) == ("withdrawn", "erased")


def test_it_leaves_other_people_s_requests(practice: Practice, told: ToldCase) -> None:
    other = ask(practice, tell(practice), "Juniper Rooms")
    ask(practice, told, "Juniper Rooms")
    with practice.house.desk() as desk:
        withdrawal.withdraw_case(desk, told.id)
    assert state(practice, other[0]) == ("sent", "released")


def test_a_pause_holds_the_next_and_ends_nothing(
    practice: Practice, told: ToldCase, clock: StoppedClock
) -> None:
    asked = ask(practice, told, *PLACES)
    with practice.house.desk() as desk:
        withdrawal.pause_case(desk, told.id)
        case = cases.case(desk.session, told.id)
        assert case is not None
        assert case.due_at == desk.now
    clock.advance(days=2)
    handover.tick(practice.house)
    assert [state(practice, one)[0] for one in asked] == ["expired", "consented", "consented"]
    assert facts(practice)["grants"] == [None] * 3


def test_whether_anything_came_from_a_phone_is_known_inside_only(practice: Practice) -> None:
    tell(practice, token="hers")
    with practice.house.glance() as desk:
        assert withdrawal.was_here(desk, "hers")
        assert not withdrawal.was_here(desk, "nobody's")
