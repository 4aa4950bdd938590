"""Who may handle a red item: holders of its case, nobody else."""

from __future__ import annotations

import pytest

from kernel.ids import new_id
from kernel.vocabulary import Role
from pathway import casework
from pathway.desk import Denied
from reporting.reports.model import Alarm, AlarmKind, AlarmState
from tests.pathway.handling import answered, closed, now, opened
from tests.pathway.telling import alarm, queued, reader, tell
from tests.practice import Practice

OUTSIDERS = [role for role in Role if role not in {Role.CASEWORKER, Role.SUPERVISOR}]


@pytest.mark.parametrize("role", OUTSIDERS)
def test_others_can_do_nothing_with_it(practice: Practice, role: Role) -> None:
    raised = alarm(practice, tell(practice))
    who = reader(practice, role)
    for act in (opened, answered, closed):
        assert isinstance(act(practice, who, raised.alarm_id), Denied)
    assert now(practice, raised.alarm_id).state is AlarmState.RAISED
    assert queued(practice) == []


def test_of_a_case_another_holds_it_is_not_hers(practice: Practice) -> None:
    told = tell(practice)
    raised = alarm(practice, told, AlarmKind.PERSON)
    ana, bea = (reader(practice, "caseworker", nth=n) for n in (0, 1))
    with practice.house.desk() as desk:
        casework.take_case(desk, ana, told.id)
    assert opened(practice, bea, raised.alarm_id) == Denied("not_yours")
    assert isinstance(opened(practice, ana, raised.alarm_id), Alarm)


def test_one_that_is_not_there_is_not_found(practice: Practice) -> None:
    who = reader(practice, "caseworker")
    for act in (opened, answered, closed):
        assert act(practice, who, new_id()) == Denied("not_found")
