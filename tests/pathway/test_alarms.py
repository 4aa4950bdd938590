"""Red items: opened, answered while she may expect it, closed; her number erased after minutes."""

from __future__ import annotations

from datetime import datetime

from kernel.clock import StoppedClock
from pathway.desk import Denied
from reporting.reports.model import AlarmState
from staff import store as staff
from tests.pathway.handling import answered, closed, now, opened
from tests.pathway.telling import alarm, queued, reader, tell
from tests.practice import Practice
from vault.pseudonym import subject_handle


def test_opening_keeps_the_time_of_the_first(practice: Practice, clock: StoppedClock) -> None:
    raised = alarm(practice, tell(practice))
    ana, bea = (reader(practice, "caseworker", nth=n) for n in (0, 1))
    opened(practice, ana, raised.alarm_id)
    first: datetime | None = now(practice, raised.alarm_id).opened_at
    clock.advance(minutes=3)
    opened(practice, bea, raised.alarm_id)
    found = now(practice, raised.alarm_id)
    assert (found.state, found.opened_at) == (AlarmState.OPENED, first)


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
