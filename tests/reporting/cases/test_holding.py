"""Keys, notes and left answers of a case at rest."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from kernel.ids import new_id
from reporting.cases import store
from reporting.cases.model import Held, Note, WaitingAnswer
from tests.reporting.makers import HELD, TODAY, make_case, make_member, make_organization


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
