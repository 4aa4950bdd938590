"""Without her yes for this recipient, at this moment, nothing leaves and nothing is released."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update

from kernel.clock import StoppedClock
from kernel.ids import new_id
from kernel.vocabulary import Address, Role, Tier
from outbox import practice as phones
from pathway import handover, offering, referring
from pathway.notice import post_of
from pathway.referring import Request, dispatch, packet_place, prepare, send_now
from pathway.told import Told
from referral import directory, need_store, packet_store, store
from referral.model import Actor, Attempt, NoConsent
from referral.rows import AttemptRow, ConsentGrantRow
from referral.sending import AlreadySent, NotSendable, Sent
from staff import store as staff
from staff.rows import IntakeKeyRow
from staff.unlock import intake_private
from tests.pathway.telling import TOLD, ask, queued, reader, services_of, state, tell
from tests.practice import Practice
from vault.keys import new_private_key
from vault.opening import CannotOpen, open_json
from vault.sealing import Sealed

PLACE = "Juniper Rooms"


def prepared(practice: Practice, organization: str = PLACE, **given: Any) -> Attempt:  # noqa: ANN401 - any field by name
    told = tell(practice)
    (service_id,) = services_of(practice, organization)
    with practice.house.desk() as desk:
        need_id = offering.find(desk, told.id, Told(TOLD, "en")).need_id
        service = directory.services(desk.session, [UUID(service_id)])[UUID(service_id)]
        request = Request(
            need_id=need_id,
            organization_id=service.organization_id,
            service_id=service.id,
            tier=Tier.URGENT,
            fields=("when",),
            packet={"when": "today"},
            evidence={"channel": "message", "given_by": "survivor"},
            actor=Actor.SURVIVOR,
        )
        return prepare(desk, replace(request, **given))


def sent(practice: Practice, attempt: Attempt) -> object:
    with practice.house.desk() as desk:
        return send_now(desk, attempt)


def change(practice: Practice, attempt: Attempt, **values: object) -> None:
    with practice.house.desk() as desk:
        own = ConsentGrantRow.id == attempt.grant_id
        desk.session.execute(update(ConsentGrantRow).where(own).values(**values))


def test_a_yes_is_kept_and_its_packet_held(practice: Practice) -> None:
    attempt = prepared(practice)
    assert state(practice, attempt) == ("consented", "held")
    assert attempt.cohort_quarter is None
    assert prepared(practice, counted=True).cohort_quarter == "2026Q4"
    with practice.house.glance() as desk:
        grant = need_store.grant(desk.session, attempt.grant_id)
    assert grant is not None
    assert grant.recipient_id == attempt.organization_id
    assert grant.expires_at - grant.valid_from == referring.GRANT_LIVES


def test_with_it_the_request_leaves_once(practice: Practice) -> None:
    attempt = prepared(practice)
    assert isinstance(sent(practice, attempt), Sent)
    assert state(practice, attempt) == ("sent", "released")
    assert isinstance(sent(practice, attempt), AlreadySent)


REFUSALS = {
    "wrong_recipient": "recipient_id",
    "withdrawn": "withdrawn_at",
    "expired": "expires_at",
    "not_yet": "valid_from",
}


@pytest.mark.parametrize("reason", REFUSALS)
@pytest.mark.parametrize("organization", [PLACE, "Open Roof"])
def test_without_it_nothing_leaves(practice: Practice, reason: str, organization: str) -> None:
    attempt = prepared(practice, organization)
    with practice.house.glance() as desk:
        wrong: dict[str, object] = {
            "recipient_id": desk.intake_id,
            "withdrawn_at": desk.now,
            "expires_at": desk.now,
            "valid_from": desk.now + timedelta(hours=1),
        }
    change(practice, attempt, **{REFUSALS[reason]: wrong[REFUSALS[reason]]})

    assert sent(practice, attempt) == NoConsent(reason)

    assert state(practice, attempt) == ("consented", "held")
    assert queued(practice) == []


def test_an_attempt_without_a_grant_never_leaves(practice: Practice) -> None:
    attempt = prepared(practice)
    assert sent(practice, replace(attempt, grant_id=None)) == NoConsent("none")
    assert sent(practice, replace(attempt, grant_id=new_id())) == NoConsent("none")
    assert state(practice, attempt) == ("consented", "held")


def test_another_place_cannot_ride_on_her_yes(practice: Practice) -> None:
    attempt, other = prepared(practice), prepared(practice, "Open Roof")
    with practice.house.desk() as desk:
        own = AttemptRow.id == other.id
        desk.session.execute(update(AttemptRow).where(own).values(grant_id=attempt.grant_id))
        stored = store.attempt(desk.session, other.id)
        assert stored is not None
    assert sent(practice, stored) == NoConsent("wrong_recipient")
    assert state(practice, other) == ("consented", "held")


def test_a_yes_that_ends_while_it_waits_holds_back_the_next(
    practice: Practice, clock: StoppedClock
) -> None:
    attempts = ask(practice, tell(practice), PLACE, "Open Roof", "Lantern House")
    change(practice, attempts[1], withdrawn_at=clock.now())
    with practice.house.desk() as desk:
        released = handover.release_next(post_of(desk), attempts[0].need_id)
    assert released is not None
    assert released.id == attempts[2].id
    assert state(practice, attempts[1]) == ("expired", "erased")


def test_on_hold_nothing_leaves(practice: Practice) -> None:
    attempt = prepared(practice)
    with practice.house.desk() as desk:
        store.pause(desk.session, [attempt.need_id])
        assert send_now(desk, attempt) == NotSendable("paused")
    assert state(practice, attempt) == ("consented", "held")


def test_a_packet_opens_for_its_recipient_and_nobody_else(practice: Practice) -> None:
    attempt = prepared(practice)
    with practice.house.glance() as desk:
        packet = packet_store.packet_of(desk.session, attempt.id)
        assert packet is not None
        assert packet.sealed is not None
        sealed = packet.sealed
        place = packet_place(desk.keyring.programme, sealed.held_by, packet.id)
        opened = {}
        for role, name in ((Role.RESPONDER, PLACE), (Role.CASEWORKER, "")):
            who = reader(practice, role, name)
            opened[role] = intake_private(
                desk.session,
                desk.keyring,
                attempt.organization_id,
                who.identity.member_id,
                who.keys,
                sealed.held_by,
            )
    recipient = opened[Role.RESPONDER]
    assert opened[Role.CASEWORKER] is None
    assert recipient is not None
    assert open_json(recipient, place, sealed) == {"when": "today"}
    with pytest.raises(CannotOpen):
        open_json(recipient, replace(place, row=str(new_id())), sealed)


@pytest.mark.parametrize("organization", ["Open Roof", PLACE])
def test_without_a_signed_key_of_theirs_our_team_keeps_the_packet(
    practice: Practice, organization: str
) -> None:
    (service_id,) = services_of(practice, organization)
    with practice.house.desk() as desk:
        service = directory.services(desk.session, [UUID(service_id)])[UUID(service_id)]
        own = IntakeKeyRow.organization_id == service.organization_id
        thief = new_private_key("intake:thief").public.raw
        desk.session.execute(update(IntakeKeyRow).where(own).values(public=thief))
    attempt = prepared(practice, organization)
    with practice.house.glance() as desk:
        packet = packet_store.packet_of(desk.session, attempt.id)
        mine = staff.open_intake_key(desk.session, desk.intake_id)
    assert mine is not None
    assert packet is not None
    assert packet.sealed is not None
    assert packet.sealed.held_by == mine.key_id


def test_a_place_without_accounts_is_texted_a_reference_only(practice: Practice) -> None:
    attempt = prepared(practice, "Open Roof")
    with practice.house.desk() as desk:
        assert isinstance(dispatch(post_of(desk), attempt), Sent)
    assert queued(practice) == [("responder", "queued")]
    practice.app.extensions["clockwork"].send()
    told = [one for one in practice.demo["responder_phones"] if one["organization"] == "Open Roof"]
    text = arrived(practice, told[0]["address"])
    assert attempt.code in text
    assert "/answer/" in text
    for hidden in ("today", "shelter", "women", "zanzibar"):
        assert hidden not in text.lower()


def arrived(practice: Practice, address: str) -> str:
    with practice.house.glance() as desk:
        thread = phones.thread(desk.session, desk.keyring, Address.parse(address))
    return thread[-1].body


def test_the_evidence_of_her_yes_is_sealed_to_her_team(practice: Practice) -> None:
    attempt = prepared(practice)
    who = reader(practice, "caseworker")
    with practice.house.desk() as desk:
        row = desk.session.get_one(ConsentGrantRow, attempt.grant_id)
        assert row.held_by.startswith(f"intake:{desk.intake_id}:")
        key = intake_private(
            desk.session,
            desk.keyring,
            desk.intake_id,
            who.identity.member_id,
            who.keys,
            row.held_by,
        )
        assert key is not None
        place = desk.place(desk.intake_id, "consent_grant", row.id)
        kept = open_json(key, place, Sealed(row.wrap, row.body, row.held_by))
    assert kept == {"fields": ["when"], "channel": "message", "given_by": "survivor"}
