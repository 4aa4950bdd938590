from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

from sqlalchemy.orm import Session

from kernel.clock import StoppedClock
from kernel.db import Database
from kernel.vocabulary import Role
from staff import enrolment, store
from staff.enrolment import NewMember
from staff.model import Shift
from tests.staff.conftest import EMAIL, PASSPHRASE, make_organization
from vault.keyring import NewKeys
from vault.pseudonym import subject_handle


def test_a_code_used_many_times_at_once_is_used_once(
    database: Database, keys: NewKeys, clock: StoppedClock
) -> None:
    with database.unit_of_work() as session:
        organization = make_organization(session)
        ada = enrolment.create_member(
            session, keys.web, clock.now(), organization, "Ada", EMAIL, [Role.AUDITOR], PASSPHRASE
        )

    def spend(_: int) -> bool:
        with database.unit_of_work() as session:
            return store.spend_code(session, ada.member_id, 7)

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(spend, range(40))) == 1


def test_the_journal_shows_the_hour_and_nothing_finer(
    session: Session, keys: NewKeys, clock: StoppedClock, ada: NewMember
) -> None:
    clock.advance(minutes=34, seconds=21)
    subject = subject_handle(keys.web, "case_file", "one")
    store.journal(session, "open_case", ada.member_id, subject, "follow_up", clock.now())
    session.flush()

    (leaf,) = store.leaves(session, subject=subject)

    assert (leaf.verb, leaf.actor, leaf.purpose) == ("open_case", str(ada.member_id), "follow_up")
    assert (leaf.hour.minute, leaf.hour.second) == (0, 0)
    assert store.names(session, [leaf.actor]) == {leaf.actor: "Ada"}
    assert store.leaves(session, subject=subject_handle(keys.web, "case_file", "two")) == ()


def test_leaves_come_latest_first_and_in_pages(session: Session, clock: StoppedClock) -> None:
    for number in range(5):
        store.journal(session, f"act_{number}", "system", None, None, clock.now())
        clock.advance(hours=1)
    session.flush()

    assert [leaf.verb for leaf in store.leaves(session, limit=2)] == ["act_4", "act_3"]
    assert [leaf.verb for leaf in store.leaves(session, skip=3)] == ["act_1", "act_0"]
    assert [leaf.verb for leaf in store.leaves(session, verb="act_2")] == ["act_2"]
    assert store.journal_verbs(session) == tuple(f"act_{number}" for number in range(5))


def test_a_rota_belongs_to_its_organisation(session: Session, organization: UUID) -> None:
    other = make_organization(session)
    store.add_shift(session, organization, Shift(2, "09:00", "17:00"))
    store.add_shift(session, other, Shift(1, "09:00", "17:00"))
    session.flush()

    assert store.shifts_of(session, organization) == (Shift(2, "09:00", "17:00"),)
