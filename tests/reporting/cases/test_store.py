"""Cases, notes and left answers at rest, on both kinds of database."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from kernel.ids import new_id
from kernel.vocabulary import Tier
from reporting.cases import store
from reporting.cases.model import READ_WITHIN, Case, CaseState, Held, Note, WaitingAnswer
from tests.conftest import NOON
from tests.reporting.makers import HELD, TODAY, make_case, make_member, make_organization

HOUR = timedelta(hours=1)


def now(session: Session, case: Case) -> Case:
    session.expire_all()
    found = store.case(session, case.id)
    assert found is not None
    return found


def test_a_case_comes_back_by_id_and_code(session: Session) -> None:
    case = make_case(session, make_organization(session))
    assert store.case(session, case.id) == case
    assert store.case_by_code(session, case.code.lower()) == case
    assert store.case(session, new_id()) is None
    assert store.case_by_code(session, "NOWHERE1") is None


def test_lists_are_the_organization_s_own_and_most_pressing_first(session: Session) -> None:
    mine, other = make_organization(session), make_organization(session)
    make_case(session, other)
    done = make_case(session, mine, due_at=None, state=CaseState.CLOSED)
    late, soon = make_case(session, mine, due_at=NOON + HOUR), make_case(session, mine)
    assert store.cases(session, mine) == (soon, late, done)
    assert store.cases(session, mine, state="closed") == (done,)
    assert store.unread(session, mine) == 3


def test_a_taken_case_is_its_owner_s(session: Session) -> None:
    mine = make_organization(session)
    ada, bea = make_member(session, mine), make_member(session, mine)
    case, other = make_case(session, mine), make_case(session, mine)
    link = Held(b"new wrap", b"body", case.key_id)
    store.lock_case(session, case.id)
    store.take(session, case.id, ada, b"public", link)
    found = now(session, case)
    assert (found.owner_id, found.key_public, found.link) == (ada, b"public", link)
    assert (found.due_at, found.state) == (None, CaseState.CONSENTED)
    assert store.cases(session, mine, owner_id=ada) == (found,)
    assert store.unread(session, mine) == 1
    store.set_owner(session, case.id, bea)
    assert now(session, case).owner_id == bea
    assert now(session, other).owner_id is None


@pytest.mark.parametrize(
    ("was", "said", "becomes"),
    [("N", "U", "U"), ("N", "E", "E"), ("U", "E", "E"), ("E", "N", "E"), ("U", "N", "U")],
)
def test_a_case_only_becomes_more_pressing(
    session: Session, was: str, said: str, becomes: str
) -> None:
    case = make_case(session, make_organization(session), tier=Tier(was))
    store.raise_tier(session, case.id, Tier(said), NOON + HOUR)
    found = now(session, case)
    assert (found.tier, found.due_at) == (Tier(becomes), NOON)
    store.raise_tier(session, case.id, Tier(said), NOON - HOUR)
    assert now(session, case).due_at == NOON - HOUR


def test_a_taken_case_gets_no_reading_time_again(session: Session) -> None:
    mine = make_organization(session)
    case = make_case(session, mine, owner_id=make_member(session, mine), due_at=None)
    store.raise_tier(session, case.id, Tier.EMERGENCY, NOON)
    found = now(session, case)
    assert (found.tier, found.due_at) == (Tier.EMERGENCY, None)


def test_a_key_is_handed_to_a_member_once(session: Session) -> None:
    mine = make_organization(session)
    case, ada = make_case(session, mine), make_member(session, mine)
    wrap_id = new_id()
    store.add_key_wrap(session, wrap_id, case.id, ada, b"wrap")
    session.flush()
    assert store.key_wrap(session, case.id, ada) == (wrap_id, b"wrap")
    assert store.key_wrap(session, case.id, new_id()) is None
    assert store.holders(session, case.id) == {ada}
    store.add_key_wrap(session, new_id(), case.id, ada, b"other")
    with pytest.raises(IntegrityError):
        session.flush()
    session.rollback()


def test_notes_come_back_and_get_another_holder(session: Session) -> None:
    mine = make_organization(session)
    case, ada = make_case(session, mine), make_member(session, mine)
    note = Note(new_id(), case.id, ada, "team", TODAY, HELD)
    store.add_note(session, note)
    session.flush()
    assert store.notes(session, case.id) == (note,)
    store.hold_note(session, note.id, b"new", case.key_id)
    session.expire_all()
    (found,) = store.notes(session, case.id)
    assert found.held == Held(b"new", b"body", case.key_id)


def test_a_newer_answer_takes_the_place_of_one_not_heard(session: Session) -> None:
    mine = make_organization(session)
    case, ada = make_case(session, mine), make_member(session, mine)
    first, second = (
        WaitingAnswer(new_id(), case.id, ada, "waiting", TODAY, HELD) for _ in range(2)
    )
    for answer in (first, second):
        store.leave_answer(session, answer)
        session.flush()
    session.expire_all()
    states = {one.id: one.state for one in store.answers(session, case.id)}
    assert states == {first.id: "replaced", second.id: "waiting"}
    store.mark_heard(session, second.id)
    third = WaitingAnswer(new_id(), case.id, ada, "waiting", TODAY, HELD)
    store.leave_answer(session, third)
    session.flush()
    session.expire_all()
    states = {one.id: one.state for one in store.answers(session, case.id)}
    assert states[second.id] == "heard"


def test_a_case_moves_and_comes_up_when_it_is_due(session: Session) -> None:
    case = make_case(session, make_organization(session), due_at=None)
    store.move(session, case.id, CaseState.IN_SERVICE)
    store.make_due(session, case.id, NOON)
    found = now(session, case)
    assert (found.state, found.due_at) == (CaseState.IN_SERVICE, NOON)


def test_the_more_pressing_is_read_the_sooner() -> None:
    waits = [READ_WITHIN[tier] for tier in (Tier.EMERGENCY, Tier.URGENT, Tier.NORMAL)]
    assert waits == sorted(waits)
    assert waits[0] == timedelta(minutes=15)
