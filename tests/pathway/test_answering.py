"""Responders: the consented fields and nothing else, one yes, and the next place after a no."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from kernel.clock import StoppedClock
from kernel.ids import new_id
from kernel.vocabulary import Role
from pathway import answering, handover
from pathway.answering import Answered, Refused, RequestView
from pathway.desk import Denied
from referral import need_store, store
from referral.model import DECLINE_REASONS, OUTCOMES, Attempt, NeedState
from reporting.cases import store as cases
from staff.signin import Entered
from tests.pathway.telling import HER_PHONE, SAID, ask, queued, reader, state, tell
from tests.practice import Practice

FIRST, SECOND, BY_LINK = "Juniper Rooms", "Lantern House", "Open Roof"


def responder(practice: Practice, organization: str = FIRST) -> Entered:
    return reader(practice, Role.RESPONDER, organization)


def opened(practice: Practice, who: Entered, attempt: Attempt) -> RequestView | Denied:
    with practice.house.desk() as desk:
        return answering.open_request(desk, who, attempt.id)


def accepted(practice: Practice, who: Entered, attempt: Attempt) -> object:
    with practice.house.desk() as desk:
        return answering.accept(desk, who, attempt.id)


def declined(
    practice: Practice, who: Entered, attempt: Attempt, reason: str = "no_capacity"
) -> object:
    with practice.house.desk() as desk:
        return answering.decline(desk, who, attempt.id, reason)


def closed(practice: Practice, who: Entered, attempt: Attempt, outcome: str) -> object:
    with practice.house.desk() as desk:
        return answering.close(desk, who, attempt.id, outcome)


def test_it_shows_the_consented_fields_and_nothing_else(practice: Practice) -> None:
    (attempt,) = ask(practice, tell(practice), FIRST)
    view = opened(practice, responder(practice), attempt)
    assert isinstance(view, RequestView)
    fields = dict(view.fields)
    assert set(fields) == {"what_happened", "when", "area"}
    assert (fields["what_happened"], fields["when"]) == ("physical_assault", "today")
    assert SAID not in repr(view)
    assert HER_PHONE.id not in repr(view)
    assert (view.line.category, view.line.tier) == ("shelter", "U")


def test_opening_says_that_it_was_seen_and_leaves_a_leaf(practice: Practice) -> None:
    (attempt,) = ask(practice, tell(practice), FIRST)
    opened(practice, responder(practice), attempt)
    assert state(practice, attempt) == ("acknowledged", "released")


def test_a_list_holds_what_was_sent_and_not_what_is_held(practice: Practice) -> None:
    first, second = ask(practice, tell(practice), FIRST, SECOND)
    with practice.house.glance() as desk:
        (line,) = answering.requests(desk, responder(practice))
        assert line.code == first.code
        assert line.sent_day == desk.today
        assert answering.requests(desk, responder(practice, SECOND)) == ()
    assert opened(practice, responder(practice, SECOND), second) == Denied("not_allowed")


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.RESPONDER])
def test_nobody_else_answers_for_a_place(practice: Practice, role: Role) -> None:
    (attempt,) = ask(practice, tell(practice), FIRST)
    who = reader(practice, role)
    acts: tuple[Callable[[Practice, Entered, Attempt], object], ...] = (opened, accepted, declined)
    for act in acts:
        assert act(practice, who, attempt) == Denied("not_found")
    with practice.house.glance() as desk:
        assert answering.requests(desk, who) == ()
    assert state(practice, attempt) == ("sent", "released")


def test_another_place_learns_not_even_that_it_is_there(practice: Practice) -> None:
    (attempt,) = ask(practice, tell(practice), FIRST)
    who = responder(practice, SECOND)
    acts: tuple[Callable[[Practice, Entered, Attempt], object], ...] = (opened, accepted, declined)
    for act in acts:
        assert act(practice, who, attempt) == Denied("not_found")
    assert closed(practice, who, attempt, "no_show") == Denied("not_found")
    with practice.house.desk() as desk:
        assert answering.accept(desk, who, new_id()) == Denied("not_found")


def test_a_yes_recalls_the_others_and_calls_the_worker(
    practice: Practice, clock: StoppedClock
) -> None:
    told = tell(practice)
    first, second = ask(practice, told, FIRST, SECOND)
    clock.advance(minutes=5)
    assert accepted(practice, responder(practice), first) == Answered("accepted")
    assert state(practice, first) == ("accepted", "released")
    assert state(practice, second) == ("recalled", "erased")
    with practice.house.glance() as desk:
        case = cases.case(desk.session, told.id)
        assert case is not None
        assert case.due_at == desk.now


def test_of_two_yeses_at_once_one_counts(practice_on_both: Practice) -> None:
    practice = practice_on_both
    (attempt,) = ask(practice, tell(practice), FIRST)
    who = responder(practice)
    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(lambda _: accepted(practice, who, attempt), range(4)))
    assert outcomes.count(Answered("accepted")) == 1
    assert outcomes.count(Refused("not_now")) == 3
    assert state(practice, attempt) == ("accepted", "released")


def test_a_no_erases_the_packet_and_asks_the_next(practice: Practice) -> None:
    first, second, third = ask(practice, tell(practice), FIRST, SECOND, BY_LINK)
    assert declined(practice, responder(practice), first) == Answered("rejected")
    assert state(practice, first) == ("rejected", "erased")
    assert state(practice, second) == ("sent", "released")
    assert state(practice, third) == ("consented", "held")
    declined(practice, responder(practice, SECOND), second, "conflict_of_interest")
    assert state(practice, third) == ("sent", "released")
    assert queued(practice) == [("responder", "queued")]


def test_after_the_last_no_it_is_a_worker_s_task(practice: Practice, clock: StoppedClock) -> None:
    told = tell(practice)
    (attempt,) = ask(practice, told, FIRST)
    clock.advance(minutes=5)
    declined(practice, responder(practice), attempt)
    with practice.house.glance() as desk:
        case = cases.case(desk.session, told.id)
        assert case is not None
        assert case.due_at == desk.now


@pytest.mark.parametrize("reason", ["", "because", "NO_CAPACITY"])
def test_a_reason_has_to_be_one_of_the_list(practice: Practice, reason: str) -> None:
    (attempt,) = ask(practice, tell(practice), FIRST)
    assert declined(practice, responder(practice), attempt, reason) == Refused("unknown_reason")
    assert state(practice, attempt) == ("sent", "released")
    assert reason not in DECLINE_REASONS


def test_an_outcome_closes_what_was_accepted(practice: Practice) -> None:
    (attempt,) = ask(practice, tell(practice), FIRST)
    who = responder(practice)
    assert closed(practice, who, attempt, "service_received") == Refused("not_now")
    accepted(practice, who, attempt)
    assert closed(practice, who, attempt, "vanished") == Refused("unknown_outcome")
    assert closed(practice, who, attempt, "service_received") == Answered("completed")
    assert closed(practice, who, attempt, "service_received") == Refused("not_now")
    with practice.house.glance() as desk:
        need = need_store.need(desk.session, attempt.need_id)
        found = store.attempt(desk.session, attempt.id)
    assert need is not None
    assert need.state is NeedState.MET
    assert found is not None
    assert found.outcome_code == "service_received"


@pytest.mark.parametrize("outcome", [one for one in OUTCOMES if one != "service_received"])
def test_a_bad_outcome_leaves_the_need_open(practice: Practice, outcome: str) -> None:
    (attempt,) = ask(practice, tell(practice), FIRST)
    who = responder(practice)
    accepted(practice, who, attempt)
    assert closed(practice, who, attempt, outcome) == Answered("failed")
    with practice.house.glance() as desk:
        need = need_store.need(desk.session, attempt.need_id)
    assert need is not None
    assert need.state is NeedState.OPEN


def test_on_hold_nothing_more_is_disclosed(practice: Practice) -> None:
    (attempt,) = ask(practice, tell(practice), FIRST)
    with practice.house.desk() as desk:
        store.pause(desk.session, [attempt.need_id])
    view = opened(practice, responder(practice), attempt)
    assert isinstance(view, RequestView)
    assert view.fields == ()


def test_without_an_answer_in_time_the_next_is_asked(
    practice: Practice, clock: StoppedClock
) -> None:
    first, second = ask(practice, tell(practice), FIRST, BY_LINK)
    clock.advance(minutes=59)
    assert handover.tick(practice.house) == 0
    clock.advance(minutes=1)
    assert handover.tick(practice.house) == 1
    assert state(practice, first)[0] == "expired"
    assert state(practice, second) == ("sent", "released")
    assert queued(practice) == [("responder", "queued")]
    clock.advance(days=2)
    assert handover.tick(practice.house) == 1
    assert state(practice, second)[0] == "expired"


def test_an_expired_request_takes_no_yes(practice: Practice, clock: StoppedClock) -> None:
    (attempt,) = ask(practice, tell(practice), FIRST)
    clock.advance(hours=2)
    handover.tick(practice.house)
    assert accepted(practice, responder(practice), attempt) == Refused("not_now")
