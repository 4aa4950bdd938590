"""Who may handle a red item: holders of its case, nobody else."""

from __future__ import annotations

from uuid import UUID

import pytest

from kernel.ids import new_id
from kernel.vocabulary import Role
from pathway import alarms, casework
from pathway.desk import Denied
from reporting.reports import store as reports
from reporting.reports.model import Alarm, AlarmKind, AlarmState
from staff.signin import Entered
from tests.pathway.telling import alarm, queued, reader, tell
from tests.practice import Practice

OUTSIDERS = [role for role in Role if role not in {Role.CASEWORKER, Role.SUPERVISOR}]
TEXT = "Two people are on the way quetzal."


def opened(practice: Practice, who: Entered, alarm_id: UUID) -> object:
    with practice.house.desk() as desk:
        return alarms.open_alarm(desk, who, alarm_id)


def answered(practice: Practice, who: Entered, alarm_id: UUID, text: str = TEXT) -> object:
    with practice.house.desk() as desk:
        return alarms.answer_alarm(desk, who, alarm_id, text)


def closed(practice: Practice, who: Entered, alarm_id: UUID) -> object:
    with practice.house.desk() as desk:
        return alarms.close_alarm(desk, who, alarm_id)


def now(practice: Practice, alarm_id: UUID) -> Alarm:
    with practice.house.glance() as desk:
        found = reports.alarm(desk.session, alarm_id)
    assert found is not None
    return found


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
