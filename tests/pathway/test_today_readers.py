"""Who has a Today, and that no story is on it."""

from __future__ import annotations

import pytest

from kernel.vocabulary import Role
from pathway.today import Today, today
from staff.signin import Entered
from tests.pathway.telling import SAID, alarm, ask, reader, tell
from tests.practice import Practice


def seen(practice: Practice, who: Entered) -> Today:
    with practice.house.glance() as desk:
        return today(desk, who)


def test_a_responder_sees_how_many_requests_wait_and_no_case(practice: Practice) -> None:
    told = tell(practice)
    alarm(practice, told)
    ask(practice, told, "Juniper Rooms")
    assert seen(practice, reader(practice, "responder", "Juniper Rooms")) == Today(requests=1)
    assert seen(practice, reader(practice, "responder", "Fair Hearing")) == Today()


@pytest.mark.parametrize(
    "role", [Role.ADMINISTRATOR, Role.ANALYST, Role.STEWARD, Role.AUDITOR, Role.DIRECTORY_EDITOR]
)
def test_others_have_no_today(practice: Practice, role: Role) -> None:
    alarm(practice, tell(practice))
    assert seen(practice, reader(practice, role)) == Today()


def test_nothing_of_a_story_is_on_it(practice: Practice) -> None:
    told = tell(practice)
    alarm(practice, told)
    shown = repr(seen(practice, reader(practice, "supervisor")))
    assert SAID not in shown
    assert str(told.report_id) not in shown
