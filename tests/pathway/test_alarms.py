"""Red items: opened, answered while she may expect it, closed; her number erased after minutes."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import pytest

from kernel.clock import StoppedClock
from kernel.ids import new_id
from kernel.vocabulary import Role
from pathway import alarms, casework, handover, intake, waiting
from pathway.desk import Denied
from reporting.reports import store as reports
from reporting.reports.model import Alarm, AlarmKind, AlarmState
from staff import store as staff
from staff.signin import Entered
from tests.pathway.telling import HER_PHONE, alarm, queued, reader, tell
from tests.practice import Practice
from vault.pseudonym import subject_handle

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


def test_opening_keeps_the_time_of_the_first(practice: Practice, clock: StoppedClock) -> None:
    raised = alarm(practice, tell(practice))
    ana, bea = (reader(practice, "caseworker", nth=n) for n in (0, 1))
    opened(practice, ana, raised.alarm_id)
    first: datetime | None = now(practice, raised.alarm_id).opened_at
    clock.advance(minutes=3)
    opened(practice, bea, raised.alarm_id)
    found = now(practice, raised.alarm_id)
    assert (found.state, found.opened_at) == (AlarmState.OPENED, first)


def test_an_answer_goes_out_while_she_may_expect_it(practice: Practice) -> None:
    raised = alarm(practice, tell(practice))
    assert not isinstance(
        answered(practice, reader(practice, "caseworker"), raised.alarm_id), Denied
    )
    assert queued(practice) == [("human", "queued")]
    assert now(practice, raised.alarm_id).state is AlarmState.OPENED


def test_later_it_waits_for_her(practice: Practice, clock: StoppedClock) -> None:
    raised = alarm(practice, tell(practice))
    clock.advance(minutes=10)
    answered(practice, reader(practice, "caseworker"), raised.alarm_id)
    assert queued(practice) == []
    with practice.house.glance() as desk:
        news = waiting.news(desk, raised.alarm_id, raised.reply_key)
    assert news == waiting.News(opened=True, closed=False, answer=TEXT)


def test_her_next_text_gives_ten_minutes_more(practice: Practice, clock: StoppedClock) -> None:
    raised = alarm(practice, tell(practice))
    clock.advance(minutes=9)
    with practice.house.desk() as desk:
        intake.touch_alarm(desk, raised.alarm_id, HER_PHONE, "token")
    clock.advance(minutes=9)
    answered(practice, reader(practice, "caseworker"), raised.alarm_id)
    assert queued(practice) == [("human", "queued")]


def test_her_number_is_erased_when_its_minutes_are_over(
    practice: Practice, clock: StoppedClock
) -> None:
    raised = alarm(practice, tell(practice))
    clock.advance(minutes=9)
    handover.tick(practice.house)
    assert now(practice, raised.alarm_id).reply_to is not None
    clock.advance(minutes=1)
    handover.tick(practice.house)
    assert now(practice, raised.alarm_id).reply_to is None


def test_closing_erases_her_number_at_once(practice: Practice) -> None:
    raised = alarm(practice, tell(practice))
    ana = reader(practice, "caseworker")
    closed(practice, ana, raised.alarm_id)
    found = now(practice, raised.alarm_id)
    assert (found.state, found.reply_to, found.reply_until) == (AlarmState.CLOSED, None, None)
    assert answered(practice, ana, raised.alarm_id) == Denied("closed")
    assert queued(practice) == []
    opened(practice, ana, raised.alarm_id)
    assert now(practice, raised.alarm_id).state is AlarmState.CLOSED


def test_the_newest_answer_is_the_one_she_sees(practice: Practice) -> None:
    raised = alarm(practice, tell(practice))
    ana = reader(practice, "caseworker")
    answered(practice, ana, raised.alarm_id, "Wait.")
    answered(practice, ana, raised.alarm_id, "Come out now.")
    with practice.house.glance() as desk:
        assert waiting.news(desk, raised.alarm_id, raised.reply_key).answer == "Come out now."


def test_each_step_is_in_the_journal(practice: Practice) -> None:
    raised = alarm(practice, tell(practice))
    ana = reader(practice, "caseworker")
    for act in (opened, answered, closed):
        act(practice, ana, raised.alarm_id)
    with practice.house.glance() as desk:
        subject = subject_handle(desk.keyring, "alarm", str(raised.alarm_id))
        found = {(one.verb, one.actor) for one in staff.leaves(desk.session, subject=subject)}
    me = str(ana.identity.member_id)
    wanted = {("alarm.opened", me), ("alarm.answered", me), ("alarm.closed", me)}
    assert found == {("alarm.danger", "line"), *wanted}


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
