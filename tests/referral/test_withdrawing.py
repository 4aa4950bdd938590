"""Her no ends grants, attempts, packets and links in the transaction that hears it."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from kernel.db import Database
from kernel.ids import new_id, random_bytes
from referral import link_store, need_store, packet_store, step_store, store
from referral.model import (
    TERMINAL,
    Actor,
    AttemptState,
    Event,
    NeedState,
    PacketState,
    ValidGrant,
    check_grant,
)
from referral.sending import Sent, send
from referral.withdrawing import recall_others, withdraw_attempt, withdraw_need
from tests.referral.makers import (
    NOW,
    make_asked,
    make_attempt,
    make_grant,
    make_organization,
    make_service,
)


def sent(session: Session, attempt_id: UUID) -> None:
    attempt = store.attempt(session, attempt_id)
    assert attempt
    proof = check_grant(need_store.grant(session, attempt.grant_id), attempt.organization_id, NOW)
    assert isinstance(proof, ValidGrant)
    assert isinstance(send(session, attempt.id, proof, NOW), Sent)


def test_withdrawing_a_need_ends_everything_asked_for_it(session: Session) -> None:
    first, grant = make_asked(session)
    other = make_organization(session)
    second_grant = make_grant(session, first.need_id, other)
    second = make_attempt(session, make_service(session, other), second_grant, position=2)
    sent(session, first.id)
    handle = random_bytes(32)
    link_store.save_link(session, new_id(), handle, first.id, NOW + timedelta(days=1))

    to_tell = withdraw_need(session, first.need_id, Actor.SURVIVOR, NOW)

    assert [attempt.id for attempt in to_tell] == [first.id]
    for attempt in store.attempts_of(session, first.need_id):
        assert attempt.state is AttemptState.WITHDRAWN
        packet = packet_store.packet_of(session, attempt.id)
        assert packet
        assert (packet.state, packet.sealed) == (PacketState.ERASED, None)
    for one in (grant, second_grant):
        ended = need_store.grant(session, one.id)
        assert ended
        assert ended.withdrawn_at == NOW
    need = need_store.need(session, first.need_id)
    assert need
    assert need.state is NeedState.WITHDRAWN
    link = link_store.link_by_handle(session, handle)
    assert link
    assert not link.is_open(NOW)
    assert step_store.steps_of(session, second.id)[-1].actor is Actor.SURVIVOR


def test_it_is_all_or_nothing(database: Database) -> None:
    with database.unit_of_work() as session:
        attempt, grant = make_asked(session)

    def interrupted() -> None:
        with database.unit_of_work() as session:
            withdraw_need(session, attempt.need_id, Actor.SURVIVOR, NOW)
            message = "the lights went out"
            raise RuntimeError(message)

    with pytest.raises(RuntimeError):
        interrupted()
    with database.reading() as session:
        found, kept = store.attempt(session, attempt.id), need_store.grant(session, grant.id)
        packet = packet_store.packet_of(session, attempt.id)
        assert found
        assert found.state is AttemptState.CONSENTED
        assert kept
        assert kept.withdrawn_at is None
        assert packet
        assert packet.sealed is not None


def test_withdrawing_one_leaves_the_other(session: Session) -> None:
    first, _ = make_asked(session)
    other = make_organization(session)
    grant = make_grant(session, first.need_id, other)
    second = make_attempt(session, make_service(session, other), grant, position=2)
    assert withdraw_attempt(session, first.id, Actor.WORKER, NOW) == ()
    held = store.next_held(session, first.need_id)
    assert held
    assert held.id == second.id
    assert withdraw_attempt(session, new_id(), Actor.WORKER, NOW) == ()


def test_an_ended_attempt_keeps_its_end_but_not_its_packet(session: Session) -> None:
    attempt, _ = make_asked(session)
    sent(session, attempt.id)
    store.move(session, attempt.id, Event.REJECT, Actor.PROVIDER, NOW, "no_capacity")
    assert withdraw_need(session, attempt.need_id, Actor.SURVIVOR, NOW) == ()
    found = store.attempt(session, attempt.id)
    packet = packet_store.packet_of(session, attempt.id)
    assert found
    assert packet
    assert (found.state, packet.sealed) == (AttemptState.REJECTED, None)


def test_the_first_acceptance_recalls_the_rest(session: Session) -> None:
    first, grant = make_asked(session)
    second = make_attempt(session, first.service_id, grant, position=2)
    sent(session, first.id)
    store.move(session, first.id, Event.ACCEPT, Actor.PROVIDER, NOW)
    assert recall_others(session, first, NOW) == ()
    states = [attempt.state for attempt in store.attempts_of(session, first.need_id)]
    assert states == [AttemptState.ACCEPTED, AttemptState.RECALLED]
    assert store.next_held(session, first.need_id) is None
    packet = packet_store.packet_of(session, second.id)
    assert packet
    assert packet.state is PacketState.ERASED
    assert AttemptState.RECALLED in TERMINAL
