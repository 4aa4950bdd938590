"""A person's answer goes out while she may expect it; her number is erased after minutes."""

from __future__ import annotations

from uuid import UUID

from kernel.clock import StoppedClock
from pathway import alarms, handover, intake, waiting
from pathway.desk import Denied
from pathway.intake import WayBack
from reporting.reports import store as reports
from reporting.reports.model import Alarm, AlarmState
from staff.signin import Entered
from tests.pathway.telling import HER_PHONE, alarm, queued, reader, tell
from tests.practice import Practice

TEXT = "Two people are on the way quetzal."


def answered(practice: Practice, who: Entered, alarm_id: UUID, text: str = TEXT) -> object:
    with practice.house.desk() as desk:
        return alarms.answer_alarm(desk, who, alarm_id, text)


def now(practice: Practice, alarm_id: UUID) -> Alarm:
    with practice.house.glance() as desk:
        found = reports.alarm(desk.session, alarm_id)
    assert found is not None
    return found


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
        intake.touch_alarm(desk, raised.alarm_id, WayBack(HER_PHONE, "token", "twilio"))
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


def test_the_newest_answer_is_the_one_she_sees(practice: Practice) -> None:
    raised = alarm(practice, tell(practice))
    ana = reader(practice, "caseworker")
    answered(practice, ana, raised.alarm_id, "Wait.")
    answered(practice, ana, raised.alarm_id, "Come out now.")
    with practice.house.glance() as desk:
        assert waiting.news(desk, raised.alarm_id, raised.reply_key).answer == "Come out now."
