"""A packet leaves once, to the one she agreed to, and never without her yes at that moment."""

from __future__ import annotations

import threading
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from kernel.db import Database
from kernel.ids import new_id
from referral import editing, need_store, packet_store, step_store, store
from referral.entries import ServiceEntry
from referral.model import (
    Actor,
    Attempt,
    AttemptState,
    Event,
    Grant,
    Moved,
    NoConsent,
    PacketState,
    ValidGrant,
    check_grant,
)
from referral.sending import AlreadySent, NotSendable, Sent, send
from referral.withdrawing import withdraw_attempt
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


def proof(grant: Grant) -> ValidGrant:
    checked = check_grant(grant, grant.recipient_id, grant.valid_from)
    assert isinstance(checked, ValidGrant)
    return checked


def state_of(session: Session, attempt: Attempt) -> tuple[str, str | None]:
    found, packet = store.attempt(session, attempt.id), packet_store.packet_of(session, attempt.id)
    assert found
    return found.state, packet.state if packet else None


def test_it_releases_the_packet_and_starts_the_promise(session: Session) -> None:
    attempt, grant = make_asked(session)
    sent = send(session, attempt.id, proof(grant), NOW)
    assert isinstance(sent, Sent)
    assert sent.attempt.due_at == NOW + timedelta(hours=1)
    packet = packet_store.packet_of(session, attempt.id)
    assert packet
    assert (packet.state, packet.sealed) == (PacketState.RELEASED, SEALED)
    assert step_store.sent_at(session, [attempt.id]) == {attempt.id: NOW}


def test_a_second_time_does_nothing(session: Session) -> None:
    attempt, grant = make_asked(session)
    send(session, attempt.id, proof(grant), NOW)
    store.move(session, attempt.id, Event.ACCEPT, Actor.PROVIDER, NOW)
    again = send(session, attempt.id, proof(grant), NOW)
    assert isinstance(again, AlreadySent)
    assert again.attempt.state is AttemptState.ACCEPTED


def test_a_grant_to_another_sends_nothing(session: Session) -> None:
    attempt, _ = make_asked(session)
    elsewhere = make_grant(session, attempt.need_id, make_organization(session))
    assert send(session, attempt.id, proof(elsewhere), NOW) == NoConsent("wrong_recipient")
    assert state_of(session, attempt) == ("consented", "held")


def test_a_grant_for_another_need_sends_nothing(session: Session) -> None:
    attempt, _ = make_asked(session)
    other = make_grant(session, make_need(session), attempt.organization_id)
    assert send(session, attempt.id, proof(other), NOW) == NoConsent("wrong_recipient")


def test_consent_is_asked_again_at_the_moment_of_sending(session: Session) -> None:
    attempt, grant = make_asked(session)
    old_proof = proof(grant)
    assert send(session, attempt.id, old_proof, grant.expires_at) == NoConsent("expired")
    need_store.end_grant(session, grant.id, NOW)
    assert send(session, attempt.id, old_proof, NOW) == NoConsent("withdrawn")
    assert state_of(session, attempt) == ("consented", "held")


def test_what_stands_in_the_way_has_a_name(session: Session) -> None:
    attempt, grant = make_asked(session)
    store.pause(session, [attempt.need_id])
    assert send(session, attempt.id, proof(grant), NOW) == NotSendable("paused")
    store.pause(session, [attempt.need_id], paused=False)
    late = NOW + timedelta(days=29)
    stale = make_service(session, attempt.organization_id, verified_on=None)
    tried = make_attempt(session, stale, grant, position=2)
    assert send(session, tried.id, proof(grant), late) == NotSendable("service_gone")
    empty = make_attempt(session, attempt.service_id, grant, position=3, packet=False)
    assert send(session, empty.id, proof(grant), NOW) == NotSendable("no_packet")
    drafted = make_attempt(session, attempt.service_id, grant, state=AttemptState.OFFERED)
    assert send(session, drafted.id, proof(grant), NOW) == NotSendable("not_consented")
    store.move(session, attempt.id, Event.RECALL, Actor.WORKER, NOW)
    assert send(session, attempt.id, proof(grant), NOW) == NotSendable("ended")
    assert send(session, new_id(), proof(grant), NOW) == NotSendable("not_consented")


def test_a_service_that_closed_meanwhile_is_not_asked(session: Session) -> None:
    attempt, grant = make_asked(session)
    editing.put_service(
        session,
        ServiceEntry(attempt.service_id, attempt.organization_id, "Care", status="inactive"),
    )
    editing.publish(session, "test", NOW)
    assert send(session, attempt.id, proof(grant), NOW) == NotSendable("service_gone")


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    valid_days=st.integers(1, 3),
    moment=st.integers(-2, 5),
    withdrawn=st.booleans(),
    same=st.booleans(),
)
def test_nothing_leaves_without_a_grant_that_holds(
    session: Session, *, valid_days: int, moment: int, withdrawn: bool, same: bool
) -> None:
    organization = make_organization(session)
    service = make_service(session, organization)
    need = make_need(session)
    grant = make_grant(session, need, organization, days=valid_days)
    attempt = make_attempt(session, service, grant)
    shown = grant if same else make_grant(session, need, make_organization(session))
    if withdrawn:
        need_store.end_grant(session, grant.id, NOW)
    outcome = send(session, attempt.id, proof(shown), NOW + timedelta(days=moment))
    allowed = same and not withdrawn and 0 <= moment < valid_days
    assert isinstance(outcome, Sent if allowed else NoConsent)
    released = packet_store.packet_of(session, attempt.id)
    assert released
    assert (released.state is PacketState.RELEASED) == allowed


def test_of_many_at_once_one_sends(database: Database) -> None:
    with database.unit_of_work() as session:
        attempt, grant = make_asked(session)
    outcomes: list[object] = []
    start = threading.Barrier(6)

    def race() -> None:
        start.wait()
        with database.unit_of_work() as session:
            outcomes.append(send(session, attempt.id, proof(grant), NOW))

    threads = [threading.Thread(target=race) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["AlreadySent"] * 5 + ["Sent"]
    with database.reading() as session:
        assert [step.to_state for step in step_store.steps_of(session, attempt.id)] == [
            AttemptState.CONSENTED,
            AttemptState.SENT,
        ]


def test_sending_and_withdrawing_at_once_never_leaves_a_packet_open(database: Database) -> None:
    for _ in range(8):
        with database.unit_of_work() as session:
            attempt, grant = make_asked(session)
        start = threading.Barrier(2)
        _race(database, start, attempt, grant)
        with database.reading() as session:
            assert state_of(session, attempt) == ("withdrawn", "erased")


def _race(database: Database, start: threading.Barrier, attempt: Attempt, grant: Grant) -> None:
    def sender() -> None:
        start.wait()
        with database.unit_of_work() as session:
            send(session, attempt.id, proof(grant), NOW)

    def withdrawer() -> None:
        start.wait()
        with database.unit_of_work() as session:
            withdraw_attempt(session, attempt.id, Actor.SURVIVOR, NOW)

    threads = [threading.Thread(target=sender), threading.Thread(target=withdrawer)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_accepting_and_rejecting_at_once_has_one_answer(database: Database) -> None:
    with database.unit_of_work() as session:
        attempt, grant = make_asked(session)
        send(session, attempt.id, proof(grant), NOW)
    outcomes: list[object] = []
    start = threading.Barrier(2)

    def answer(event: Event) -> None:
        start.wait()
        with database.unit_of_work() as session:
            outcomes.append(store.move(session, attempt.id, event, Actor.PROVIDER, NOW))

    threads = [
        threading.Thread(target=answer, args=(event,)) for event in (Event.ACCEPT, Event.REJECT)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(isinstance(outcome, Moved) for outcome in outcomes) == 1
