"""A worker's acts on a case: taking it, noting, and leaving an answer that only she can open."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest
from sqlalchemy import update

from kernel.ids import new_id
from kernel.vocabulary import Category, Role
from pathway import casework, offering, reading
from pathway.desk import Denied
from pathway.told import Told
from pathway.views import CaseView
from referral import need_store
from reporting.cases import store as cases
from reporting.cases.model import WaitingAnswer
from staff import store as staff
from staff.directory import NoIntakeKeyError
from staff.rows import IntakeKeyRow
from staff.signin import Entered
from tests.pathway.telling import TOLD, ToldCase, reader, tell
from tests.practice import Practice
from vault.keys import new_private_key

OUTSIDERS = [role for role in Role if role not in {Role.CASEWORKER, Role.SUPERVISOR}]


def take(practice: Practice, who: Entered, case_id: UUID) -> object:
    with practice.house.desk() as desk:
        return casework.take_case(desk, who, case_id)


def note(practice: Practice, who: Entered, told: ToldCase, text: str) -> object:
    with practice.house.desk() as desk:
        return casework.write_note(desk, who, told.id, text)


def leave(practice: Practice, who: Entered, told: ToldCase, text: str) -> WaitingAnswer | Denied:
    with practice.house.desk() as desk:
        return casework.leave_answer(desk, who, told.id, text)


def view(practice: Practice, who: Entered, told: ToldCase) -> CaseView:
    with practice.house.desk() as desk:
        found = reading.read_case(desk, who, told.code, "follow_up")
    assert isinstance(found, CaseView), found
    return found


def test_taking_hands_the_key_to_her_and_the_supervisors_only(practice: Practice) -> None:
    told = tell(practice)
    ana = reader(practice, "caseworker")
    ruth = reader(practice, "supervisor")
    assert not isinstance(take(practice, ana, told.id), Denied)
    with practice.house.glance() as desk:
        case = cases.case(desk.session, told.id)
        wanted = {ana.identity.member_id, ruth.identity.member_id}
        assert cases.holders(desk.session, told.id) == wanted
    assert case is not None
    assert (case.owner_id, case.link.held_by) == (ana.identity.member_id, f"case:{told.id}")
    assert case.due_at is None


def test_taking_hands_notes_and_needs_on_with_the_case(practice: Practice) -> None:
    told = tell(practice)
    ana, bea = (reader(practice, "caseworker", nth=n) for n in (0, 1))
    note(practice, bea, told, "called back")
    with practice.house.desk() as desk:
        offering.find(desk, told.id, Told(TOLD, "en"))
    take(practice, ana, told.id)
    own = f"case:{told.id}"
    with practice.house.glance() as desk:
        (need,) = need_store.needs_of(desk.session, told.id)
        (run,) = need_store.runs_of(desk.session, need.id)
        (kept,) = cases.notes(desk.session, told.id)
    assert {need.sealed.held_by, run.sealed.held_by, kept.held.held_by} == {own}
    seen = view(practice, ana, told)
    assert [one.text for one in seen.notes] == ["called back"]
    assert [one.category for one in seen.needs] == [Category.SHELTER]
    assert any(line.offered for line in seen.needs[0].lines)


def test_a_supervisor_can_take_it_over(practice: Practice) -> None:
    told = tell(practice)
    ana, bea = (reader(practice, "caseworker", nth=n) for n in (0, 1))
    ruth = reader(practice, "supervisor")
    take(practice, ana, told.id)
    assert take(practice, bea, told.id) == Denied("not_yours")
    assert not isinstance(take(practice, ruth, told.id), Denied)
    assert view(practice, ruth, told).mine
    assert not view(practice, ana, told).mine


def test_two_who_take_it_at_once_leave_it_readable(practice_on_both: Practice) -> None:
    practice = practice_on_both
    told = tell(practice)
    both = [reader(practice, "caseworker", nth=n) for n in (0, 1)]

    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(lambda who: take(practice, who, told.id), both))

    took = [not isinstance(one, Denied) for one in outcomes]
    assert sum(took) == 1, outcomes
    assert Denied("not_yours") in outcomes
    owner, other = both if took[0] else reversed(both)
    assert view(practice, owner, told).mine
    with practice.house.desk() as desk:
        denied = reading.read_case(desk, other, told.code, "follow_up")
    assert denied == Denied("not_yours")
    assert view(practice, reader(practice, "supervisor"), told).conversation


def test_notes_are_read_by_holders_in_order(practice: Practice) -> None:
    told = tell(practice)
    ana = reader(practice, "caseworker")
    take(practice, ana, told.id)
    note(practice, ana, told, "called the shelter quetzal")
    with practice.house.glance() as desk:
        (kept,) = cases.notes(desk.session, told.id)
    assert kept.held.held_by == f"case:{told.id}"
    assert b"quetzal" not in kept.held.body
    (shown,) = view(practice, reader(practice, "supervisor"), told).notes
    assert (shown.text, shown.author) == ("called the shelter quetzal", ana.identity.name)


def test_a_note_is_not_sealed_to_a_key_nobody_signed(practice: Practice) -> None:
    told = tell(practice)
    who = reader(practice, "caseworker")
    with practice.house.desk() as desk:
        key = staff.open_intake_key(desk.session, desk.intake_id)
        assert key is not None
        thief = new_private_key(key.key_id)
    own = IntakeKeyRow.id == key.id
    with practice.house.database.unit_of_work() as session:
        session.execute(update(IntakeKeyRow).where(own).values(public=thief.public.raw))
    with pytest.raises(NoIntakeKeyError):
        note(practice, who, told, "called the shelter")


@pytest.mark.parametrize("role", OUTSIDERS)
def test_others_can_do_nothing_with_a_case(practice: Practice, role: Role) -> None:
    told = tell(practice)
    who = reader(practice, role)
    for outcome in (
        take(practice, who, told.id),
        note(practice, who, told, "x"),
        leave(practice, who, told, "x"),
    ):
        assert isinstance(outcome, Denied)
    with practice.house.glance() as desk:
        case = cases.case(desk.session, told.id)
        assert case is not None
        assert case.owner_id is None
        assert cases.notes(desk.session, told.id) == ()
        assert cases.answers(desk.session, told.id) == ()
        assert cases.holders(desk.session, told.id) == frozenset()


def test_a_case_that_is_not_there_is_not_found(practice: Practice) -> None:
    who = reader(practice, "caseworker")
    assert take(practice, who, new_id()) == Denied("not_found")
