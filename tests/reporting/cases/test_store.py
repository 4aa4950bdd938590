"""Cases, notes and left answers at rest, on both kinds of database."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy.orm import Session

from kernel.ids import new_id
from reporting.cases import store
from reporting.cases.model import Case, CaseState, Held
from tests.conftest import NOON
from tests.reporting.makers import make_case, make_member, make_organization

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


def test_a_case_moves_and_comes_up_when_it_is_due(session: Session) -> None:
    case = make_case(session, make_organization(session), due_at=None)
    store.move(session, case.id, CaseState.IN_SERVICE)
    store.make_due(session, case.id, NOON)
    found = now(session, case)
    assert (found.state, found.due_at) == (CaseState.IN_SERVICE, NOON)
