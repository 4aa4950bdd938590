"""An answer is left for her alone; without her word none can be."""

from __future__ import annotations

from uuid import UUID

import pytest

from pathway import casework, reading, waiting
from pathway.desk import Denied
from pathway.views import CaseView
from reporting.cases import store as cases
from reporting.cases.model import WaitingAnswer
from staff.signin import Entered
from tests.pathway.telling import ToldCase, reader, tell
from tests.practice import Practice
from vault.keys import PrivateKey, new_private_key
from vault.opening import CannotOpen, open_sealed
from vault.sealing import Sealed


def take(practice: Practice, who: Entered, case_id: UUID) -> object:
    with practice.house.desk() as desk:
        return casework.take_case(desk, who, case_id)


def leave(practice: Practice, who: Entered, told: ToldCase, text: str) -> WaitingAnswer | Denied:
    with practice.house.desk() as desk:
        return casework.leave_answer(desk, who, told.id, text)


def view(practice: Practice, who: Entered, told: ToldCase) -> CaseView:
    with practice.house.desk() as desk:
        found = reading.read_case(desk, who, told.code, "follow_up")
    assert isinstance(found, CaseView), found
    return found


def test_without_her_word_no_answer_can_be_left(practice: Practice) -> None:
    told = tell(practice, word=False)
    ana = reader(practice, "caseworker")
    assert leave(practice, ana, told, "A room is kept.") == Denied("no_reply_key")
    take(practice, ana, told.id)
    assert leave(practice, ana, told, "A room is kept.") == Denied("no_reply_key")
    with practice.house.glance() as desk:
        assert cases.answers(desk.session, told.id) == ()


def test_an_answer_opens_with_her_key_and_no_other(practice: Practice) -> None:
    told = tell(practice)
    ana = reader(practice, "caseworker")
    take(practice, ana, told.id)
    left = leave(practice, ana, told, "A room is kept for you quetzal.")
    assert isinstance(left, WaitingAnswer)
    with practice.house.glance() as desk:
        place = desk.place(desk.intake_id, "answer", left.id)
    sealed = Sealed(left.held.wrap, left.held.body, left.held.held_by)
    hers = PrivateKey(left.held.held_by, told.reply.private)
    assert open_sealed(hers, place, sealed).endswith(b"quetzal.")
    for key in (ana.keys.sealing, new_private_key(left.held.held_by)):
        with pytest.raises(CannotOpen):
            open_sealed(PrivateKey(left.held.held_by, key.raw), place, sealed)
    (shown,) = view(practice, ana, told).answers
    assert (shown.state, shown.left_by) == ("waiting", ana.identity.name)
    assert "quetzal" not in repr(view(practice, ana, told).answers)


def test_the_newest_answer_takes_the_place_of_one_she_has_not_heard(practice: Practice) -> None:
    told = tell(practice)
    ana = reader(practice, "caseworker")
    leave(practice, ana, told, "First.")
    leave(practice, ana, told, "Second.")
    with practice.house.desk() as desk:
        assert waiting.hear_answer(desk, told.id, told.reply.private) == "Second."
        assert waiting.hear_answer(desk, told.id, told.reply.private) is None
    assert [one.state for one in view(practice, ana, told).answers] == ["heard"]
