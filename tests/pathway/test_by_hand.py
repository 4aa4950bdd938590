"""A worker's hand: needs with every reason, requests with recorded consent, and taking back."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from kernel.clock import StoppedClock
from kernel.ids import new_id
from kernel.vocabulary import Role
from pathway import answering, by_hand, casework
from pathway.answering import RequestView
from pathway.by_hand import AlreadySent, ConsentRecord, NoConsent, Sent
from pathway.desk import Denied
from pathway.views import NeedView
from referral import need_store, store
from staff.signin import Entered
from tests.pathway.telling import ToldCase, queued, reader, services_of, state, tell
from tests.practice import Practice

OUTSIDERS = [role for role in Role if role not in {Role.CASEWORKER, Role.SUPERVISOR}]
YES = ConsentRecord("phone", "survivor", ("when", "area"), "en", 3, "She said yes.")
PLACE = "Juniper Rooms"


def add(practice: Practice, who: Entered, told: ToldCase) -> NeedView | Denied:
    with practice.house.desk() as desk:
        return by_hand.add_need(desk, who, told.id, "shelter")


def need_of(practice: Practice, who: Entered, told: ToldCase) -> UUID:
    found = add(practice, who, told)
    assert isinstance(found, NeedView)
    return found.id


def refer(
    practice: Practice,
    who: Entered,
    told: ToldCase,
    need_id: UUID,
    consent: ConsentRecord = YES,
    organization: str = PLACE,
) -> object:
    (service_id,) = services_of(practice, organization)
    with practice.house.desk() as desk:
        return by_hand.refer(desk, who, told.id, need_id, UUID(service_id), consent)


def test_a_need_shows_why_each_service_was_or_was_not_offered(practice: Practice) -> None:
    told = tell(practice)
    found = add(practice, reader(practice, "caseworker"), told)
    assert isinstance(found, NeedView)
    offered = [line for line in found.lines if line.offered]
    refused = [line for line in found.lines if not line.offered]
    assert offered
    assert refused
    assert all(line.score is not None for line in offered)
    assert all(line.codes and line.score is None for line in refused)
    assert all(line.service and line.organization for line in found.lines)


def test_a_need_of_a_taken_case_lies_under_its_key(practice: Practice) -> None:
    told = tell(practice)
    who = reader(practice, "caseworker")
    with practice.house.desk() as desk:
        casework.take_case(desk, who, told.id)
    need_of(practice, who, told)
    with practice.house.glance() as desk:
        (need,) = need_store.needs_of(desk.session, told.id)
        (run,) = need_store.runs_of(desk.session, need.id)
    assert {need.sealed.held_by, run.sealed.held_by} == {f"case:{told.id}"}


def test_a_request_leaves_with_the_fields_she_named(practice: Practice) -> None:
    told = tell(practice)
    who = reader(practice, "caseworker")
    done = refer(practice, who, told, need_of(practice, who, told))
    assert isinstance(done, Sent)
    assert state(practice, done.attempt) == ("sent", "released")
    with practice.house.desk() as desk:
        responder = reader(practice, Role.RESPONDER, PLACE)
        view = answering.open_request(desk, responder, done.attempt.id)
    assert isinstance(view, RequestView)
    assert set(dict(view.fields)) == {"when", "area"}
    with practice.house.glance() as desk:
        (line,) = by_hand.attempts(desk, who)
    assert (line.case_code, line.organization, line.category) == (told.code, PLACE, "shelter")


@pytest.mark.parametrize(
    "consent",
    [
        replace(YES, fields=()),
        replace(YES, fields=("name", "number")),
        replace(YES, days_valid=0),
        replace(YES, days_valid=-1),
    ],
)
def test_without_a_yes_to_anything_nothing_leaves(
    practice: Practice, consent: ConsentRecord
) -> None:
    told = tell(practice)
    who = reader(practice, "caseworker")
    need_id = need_of(practice, who, told)
    assert refer(practice, who, told, need_id, consent, "Open Roof") == NoConsent("none")
    with practice.house.glance() as desk:
        assert store.attempts_of(desk.session, need_id) == ()
    assert queued(practice) == []


def test_the_same_place_is_asked_once(practice: Practice) -> None:
    told = tell(practice)
    who = reader(practice, "caseworker")
    need_id = need_of(practice, who, told)
    refer(practice, who, told, need_id)
    assert isinstance(refer(practice, who, told, need_id), AlreadySent)
    with practice.house.glance() as desk:
        assert len(store.attempts_of(desk.session, need_id)) == 1


def test_a_need_of_another_case_is_not_found(practice: Practice) -> None:
    told, other = tell(practice), tell(practice)
    who = reader(practice, "caseworker")
    need_id = need_of(practice, who, other)
    assert refer(practice, who, told, need_id) == Denied("not_found")
    assert refer(practice, who, told, new_id()) == Denied("not_found")


def test_her_no_to_a_worker_ends_that_request_only(practice: Practice) -> None:
    told = tell(practice)
    who = reader(practice, "caseworker")
    need_id = need_of(practice, who, told)
    one = refer(practice, who, told, need_id)
    two = refer(practice, who, told, need_id, organization="Lantern House")
    assert isinstance(one, Sent)
    assert isinstance(two, Sent)
    with practice.house.desk() as desk:
        assert by_hand.withdraw(desk, who, one.attempt.id) == one.attempt.id
        assert by_hand.withdraw(desk, who, new_id()) == Denied("not_found")
    assert state(practice, one.attempt) == ("withdrawn", "erased")
    assert state(practice, two.attempt) == ("sent", "released")


def test_a_yes_lasts_as_many_days_as_she_said(practice: Practice, clock: StoppedClock) -> None:
    told = tell(practice)
    who = reader(practice, "caseworker")
    done = refer(practice, who, told, need_of(practice, who, told))
    assert isinstance(done, Sent)
    with practice.house.glance() as desk:
        grant = need_store.grant(desk.session, done.attempt.grant_id)
    assert grant is not None
    assert (grant.expires_at - clock.now()).days == 3


@pytest.mark.parametrize("role", OUTSIDERS)
def test_others_can_ask_and_take_back_nothing(practice: Practice, role: Role) -> None:
    told = tell(practice)
    ana, who = reader(practice, "caseworker"), reader(practice, role)
    need_id = need_of(practice, ana, told)
    done = refer(practice, ana, told, need_id)
    assert isinstance(done, Sent)
    assert isinstance(add(practice, who, told), Denied)
    assert isinstance(refer(practice, who, told, need_id, organization="Lantern House"), Denied)
    with practice.house.desk() as desk:
        assert isinstance(by_hand.withdraw(desk, who, done.attempt.id), Denied)
    assert state(practice, done.attempt) == ("sent", "released")


def test_of_a_case_another_holds_nothing_can_be_asked(practice: Practice) -> None:
    told = tell(practice)
    ana, bea = (reader(practice, "caseworker", nth=n) for n in (0, 1))
    need_id = need_of(practice, ana, told)
    with practice.house.desk() as desk:
        casework.take_case(desk, ana, told.id)
    assert add(practice, bea, told) == Denied("not_yours")
    assert refer(practice, bea, told, need_id) == Denied("not_yours")
