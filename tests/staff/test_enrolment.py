from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from kernel.clock import StoppedClock
from kernel.ids import new_id
from kernel.vocabulary import Role
from staff import directory, enrolment, grants, store
from staff.directory import NoIntakeKeyError, intake_public, intake_readers
from staff.enrolment import Gone, NewMember, accept_invitation, find_invitation, new_member
from staff.model import Invitation
from staff.rows import IntakeKeyRow
from staff.signin import Entered
from staff.unlock import intake_private
from tests.staff.conftest import EMAIL, PASSPHRASE, make_organization
from vault.keyring import NewKeys
from vault.opening import open_sealed
from vault.sealing import Place, seal

TODAY = date(2026, 11, 18)
PLACE = Place("practice", "organization", "disclosure", "row", "body")


def open_epoch(session: Session, keys: NewKeys, organization: UUID, epoch: str = "2026-11") -> None:
    enrolment.open_intake_epoch(session, keys.web, keys.root_signer, organization, epoch, TODAY)


def colleague(
    session: Session, keys: NewKeys, clock: StoppedClock, organization: UUID, role: Role
) -> NewMember:
    return enrolment.create_member(
        session, keys.web, clock.now(), organization, "Bo", f"{new_id()}@example.org", [role],
        PASSPHRASE,
    )  # fmt: skip


def here(made: NewMember, clock: StoppedClock) -> Entered:
    left = clock.now() - clock.now()
    return Entered(made.account.member.identity, made.keys, new_id(), left, stale=False)


def test_what_is_sealed_to_intake_opens_for_those_on_triage(
    session: Session, keys: NewKeys, organization: UUID, ada: NewMember
) -> None:
    open_epoch(session, keys, organization)
    sealed = seal(intake_public(session, organization, keys.web), PLACE, b"said")

    private = intake_private(
        session, keys.web, organization, ada.member_id, ada.keys, sealed.held_by
    )

    assert private is not None
    assert open_sealed(private, PLACE, sealed) == b"said"


def test_a_member_without_triage_gets_no_intake_key(
    session: Session, keys: NewKeys, clock: StoppedClock, organization: UUID, ada: NewMember
) -> None:
    analyst = colleague(session, keys, clock, organization, Role.ANALYST)
    open_epoch(session, keys, organization)
    key_id = intake_public(session, organization, keys.web).id

    assert [one.id for one in intake_readers(session, organization)] == [ada.member_id]
    assert (
        intake_private(session, keys.web, organization, analyst.member_id, analyst.keys, key_id)
        is None
    )


def test_intake_without_a_key_is_refused(
    session: Session, keys: NewKeys, organization: UUID
) -> None:
    with pytest.raises(NoIntakeKeyError):
        intake_public(session, organization, keys.web)


def test_a_key_swapped_in_the_database_is_refused(
    session: Session, keys: NewKeys, organization: UUID, ada: NewMember
) -> None:
    open_epoch(session, keys, organization)
    session.execute(update(IntakeKeyRow).values(public=ada.keys.seal_public.raw))
    session.expire_all()

    with pytest.raises(NoIntakeKeyError):
        intake_public(session, organization, keys.web)


def test_a_signature_holds_for_its_own_organisation_and_epoch_only(
    session: Session, keys: NewKeys, organization: UUID, ada: NewMember
) -> None:
    del ada
    open_epoch(session, keys, organization)
    key = store.open_intake_key(session, organization)
    assert key is not None
    assert directory.is_certified(keys.web, key)

    assert not directory.is_certified(keys.web, replace(key, organization_id=new_id()))
    assert not directory.is_certified(keys.web, replace(key, epoch="2027-01"))


def test_a_new_epoch_closes_the_old_one_which_still_opens(
    session: Session, keys: NewKeys, organization: UUID, ada: NewMember
) -> None:
    open_epoch(session, keys, organization, "2026-11")
    old = intake_public(session, organization, keys.web)
    open_epoch(session, keys, organization, "2026-12")

    assert intake_public(session, organization, keys.web).id != old.id
    assert intake_private(session, keys.web, organization, ada.member_id, ada.keys, old.id)


def test_a_colleague_reads_after_a_reader_lets_her(
    session: Session, keys: NewKeys, clock: StoppedClock, organization: UUID, ada: NewMember
) -> None:
    open_epoch(session, keys, organization)
    late = colleague(session, keys, clock, organization, Role.CASEWORKER)
    key_id = intake_public(session, organization, keys.web).id
    assert [one.id for one in grants.waiting(session, organization)] == [late.member_id]

    given = grants.give(session, keys.web, clock.now(), here(ada, clock), late.member_id)
    session.flush()

    assert given == grants.Given()
    assert intake_private(session, keys.web, organization, late.member_id, late.keys, key_id)
    assert grants.waiting(session, organization) == ()


def test_nobody_gives_a_key_she_does_not_hold_or_to_another_organisation(
    session: Session, keys: NewKeys, clock: StoppedClock, organization: UUID, ada: NewMember
) -> None:
    open_epoch(session, keys, organization)
    late = colleague(session, keys, clock, organization, Role.CASEWORKER)
    elsewhere = colleague(session, keys, clock, make_organization(session), Role.CASEWORKER)
    now = clock.now()

    assert grants.give(session, keys.web, now, here(late, clock), late.member_id) == (
        grants.NotGiven()
    )
    assert grants.give(session, keys.web, now, here(ada, clock), elsewhere.member_id) == (
        grants.NotGiven()
    )


def invited(
    session: Session, keys: NewKeys, clock: StoppedClock, organization: UUID
) -> tuple[str, Invitation]:
    token = enrolment.invite(
        session, keys.web, clock.now(), organization, "Ada", EMAIL, [Role.CASEWORKER]
    )
    session.flush()
    found = find_invitation(session, keys.web, clock.now(), token)
    assert isinstance(found, Invitation)
    return token, found


def test_an_invitation_makes_one_account(
    session: Session, keys: NewKeys, clock: StoppedClock, organization: UUID
) -> None:
    token, invitation = invited(session, keys, clock, organization)
    made = [
        new_member(keys.web, organization, "Ada", EMAIL, invitation.roles, PASSPHRASE)
        for _ in range(2)
    ]

    assert accept_invitation(session, clock.now(), invitation, made[0]) == made[0]
    assert accept_invitation(session, clock.now(), invitation, made[1]) == Gone()
    session.expire_all()
    assert find_invitation(session, keys.web, clock.now(), token) == Gone()


def test_an_invitation_is_over_after_two_days(
    session: Session, keys: NewKeys, clock: StoppedClock, organization: UUID
) -> None:
    token, _ = invited(session, keys, clock, organization)

    clock.advance(hours=48)

    assert find_invitation(session, keys.web, clock.now(), token) == Gone()


def test_a_second_invitation_replaces_the_first(
    session: Session, keys: NewKeys, clock: StoppedClock, organization: UUID
) -> None:
    first, _ = invited(session, keys, clock, organization)
    second, _ = invited(session, keys, clock, organization)

    assert find_invitation(session, keys.web, clock.now(), first) == Gone()
    assert find_invitation(session, keys.web, clock.now(), second) != Gone()


def test_joining_again_retires_the_old_account_and_its_keys(
    session: Session, keys: NewKeys, clock: StoppedClock, organization: UUID, ada: NewMember
) -> None:
    open_epoch(session, keys, organization)
    _, invitation = invited(session, keys, clock, organization)
    anew = new_member(keys.web, organization, "Ada", EMAIL, invitation.roles, PASSPHRASE)

    assert accept_invitation(session, clock.now(), invitation, anew) == anew
    session.expire_all()

    old = store.member(session, ada.member_id)
    assert old is not None
    assert not old.active
    assert intake_readers(session, organization) == ()
    account = store.account_by_email(session, EMAIL)
    assert account is not None
    assert account.member.id == anew.member_id
