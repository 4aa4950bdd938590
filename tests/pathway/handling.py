"""What people do with a red item, each in a transaction of its own."""

from __future__ import annotations

from uuid import UUID

from pathway import alarms
from reporting.reports import store as reports
from reporting.reports.model import Alarm
from staff.signin import Entered
from tests.practice import Practice

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
