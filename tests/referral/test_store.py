"""Attempts at rest: found by who, when and what; every step kept; the funnel sees little."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy.orm import Session

from kernel.ids import new_id, random_bytes
from kernel.vocabulary import Category, Channel
from referral import link_store, need_store, step_store, store
from referral.link_store import Responder
from referral.model import Actor, AttemptState, Event, Moved, NeedState
from referral.moves import Illegal
from tests.referral.makers import (
    NOW,
    SEALED,
    make_asked,
    make_attempt,
    make_grant,
    make_need,
    make_organization,
    make_service,
)

SYSTEM, PROVIDER = Actor.SYSTEM, Actor.PROVIDER


def test_each_step_is_kept(session: Session) -> None:
    attempt, _ = make_asked(session)
    store.move(session, attempt.id, Event.SEND, SYSTEM, NOW)
    later = NOW + timedelta(minutes=5)
    moved = store.move(session, attempt.id, Event.REJECT, PROVIDER, later, "no_capacity")
    assert isinstance(moved, Moved)
    assert (moved.attempt.reason_code, moved.attempt.due_at) == ("no_capacity", None)
    steps = step_store.steps_of(session, attempt.id)
    assert [(step.to_state, step.actor) for step in steps] == [
        ("consented", "survivor"),
        ("sent", "system"),
        ("rejected", "provider"),
    ]
    assert (steps[2].at, steps[2].reason_code) == (later, "no_capacity")


def test_an_illegal_move_changes_nothing(session: Session) -> None:
    attempt, _ = make_asked(session)
    refused = store.move(session, attempt.id, Event.ACCEPT, PROVIDER, NOW)
    assert refused == Illegal(AttemptState.CONSENTED, Event.ACCEPT, PROVIDER)
    assert store.attempt(session, attempt.id) == attempt
    assert len(step_store.steps_of(session, attempt.id)) == 1


def test_the_next_held_is_the_first_in_her_order(session: Session) -> None:
    organization = make_organization(session)
    service = make_service(session, organization)
    grant = make_grant(session, make_need(session), organization)
    third = make_attempt(session, service, grant, position=3)
    second = make_attempt(session, service, grant, position=2)
    make_attempt(session, service, grant, position=1, packet=False)
    assert store.next_held(session, grant.need_id) == second
    store.move(session, second.id, Event.SEND, SYSTEM, NOW)
    assert store.next_held(session, grant.need_id) == third
    assert store.pause(session, [grant.need_id]) == 3
    assert store.next_held(session, grant.need_id) is None


def test_what_is_late_comes_most_overdue_first(session: Session) -> None:
    early, _ = make_asked(session)
    late, _ = make_asked(session)
    make_asked(session)
    store.move(session, early.id, Event.SEND, SYSTEM, NOW - timedelta(minutes=30))
    store.move(session, late.id, Event.SEND, SYSTEM, NOW)
    assert store.due_attempts(session, NOW) == ()
    after = NOW + timedelta(minutes=61)
    assert [one.id for one in store.due_attempts(session, after)] == [early.id, late.id]
    store.move(session, early.id, Event.ACCEPT, PROVIDER, NOW)
    assert [one.id for one in store.due_attempts(session, after)] == [late.id]


def test_an_organization_sees_its_own(session: Session) -> None:
    mine, _ = make_asked(session)
    make_asked(session)
    states = [AttemptState.CONSENTED]
    found = store.attempts_of_organization(session, mine.organization_id, states)
    assert [one.id for one in found] == [mine.id]
    assert store.attempts_of_organization(session, mine.organization_id, []) == ()
    assert store.attempt_by_code(session, f" {mine.code.lower()} ") == mine
    assert store.attempt_by_code(session, "NOBODY") is None


def test_the_load_counts_what_was_sent_and_is_open(session: Session) -> None:
    attempt, _ = make_asked(session)
    assert store.open_load(session, [attempt.service_id]) == {}
    store.move(session, attempt.id, Event.SEND, SYSTEM, NOW)
    assert store.open_load(session, [attempt.service_id]) == {attempt.service_id: 1}


def test_the_funnel_sees_only_what_may_be_counted(session: Session) -> None:
    counted, _ = make_asked(session)
    make_asked(session)
    assert store.cohort_rows(session) == ()
    store.set_cohort(session, [counted.need_id], "2026Q4")
    assert store.cohort_rows(session) == ((AttemptState.CONSENTED, Category.HEALTH, "2026Q4"),)
    store.set_cohort(session, [counted.need_id], None)
    assert store.cohort_rows(session) == ()


def test_needs_and_runs_rest_sealed(session: Session) -> None:
    need_id, case_id = new_id(), new_id()
    need_store.save_need(session, need_id, case_id, SEALED)
    need_store.set_need_state(session, need_id, NeedState.NO_SERVICE)
    run = need_store.SealedRun(new_id(), need_id, 3, "2026-1", NOW.date(), SEALED)
    need_store.save_match_run(session, run)
    session.expire_all()
    (need,) = need_store.needs_of(session, case_id)
    assert (need.id, need.state, need.sealed) == (need_id, NeedState.NO_SERVICE, SEALED)
    assert need_store.runs_of(session, need_id) == (run,)


def test_a_link_has_five_tries_and_one_answer(session: Session) -> None:
    attempt, _ = make_asked(session)
    handle, link_id = random_bytes(32), new_id()
    link_store.save_link(session, link_id, handle, attempt.id, NOW + timedelta(hours=1))
    for _ in range(3):
        link = link_store.link_by_handle(session, handle)
        assert link
        assert (link.tries, link.is_open(NOW)) == (0, True)
        assert not link.is_open(NOW + timedelta(hours=1))
    assert [link_store.count_try(session, link_id) for _ in range(6)] == [4, 3, 2, 1, 0, None]
    tried = link_store.link_by_handle(session, handle)
    assert tried
    assert not tried.is_open(NOW)
    assert [link_store.spend_link(session, link_id, NOW) for _ in range(2)] == [True, False]
    assert link_store.link_by_handle(session, random_bytes(32)) is None


def test_a_responder_phone_is_found_by_its_organization(session: Session) -> None:
    organization = make_organization(session)
    phone = Responder(new_id(), organization, Channel.SMS, b"sealed", b"salt", b"verifier")
    link_store.save_responder(session, phone)
    assert link_store.responders_of(session, organization) == (phone,)
    assert link_store.responders_of(session, make_organization(session)) == ()
