"""Red items at rest: they move on, never back, and their addresses are erased."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from kernel.ids import new_id
from reporting.reports import store
from reporting.reports.model import Alarm, AlarmKind, AlarmState
from tests.conftest import NOON
from tests.reporting.makers import make_alarm, make_case, make_organization


def later(minutes: int) -> datetime:
    return NOON + timedelta(minutes=minutes)


def now(session: Session, alarm: Alarm) -> Alarm:
    session.expire_all()
    found = store.alarm(session, alarm.id)
    assert found is not None
    return found


def test_a_red_item_moves_on_and_never_back(session: Session) -> None:
    case = make_case(session, make_organization(session))
    alarm = make_alarm(session, case)
    assert store.alarm(session, alarm.id) == alarm
    store.mark_alarm(session, alarm.id, AlarmState.OPENED, later(1))
    store.mark_alarm(session, alarm.id, AlarmState.OPENED, later(2))
    assert now(session, alarm).opened_at == later(1)
    store.mark_alarm(session, alarm.id, AlarmState.CLOSED, later(3))
    store.mark_alarm(session, alarm.id, AlarmState.OPENED, later(4))
    store.mark_alarm(session, alarm.id, AlarmState.CLOSED, later(5))
    found = now(session, alarm)
    assert (found.state, found.closed_at) == (AlarmState.CLOSED, later(3))


def test_open_items_are_the_organization_s_own_oldest_first(session: Session) -> None:
    mine, other = make_organization(session), make_organization(session)
    case = make_case(session, mine)
    young, old = make_alarm(session, case, raised_at=later(5)), make_alarm(session, case)
    make_alarm(session, make_case(session, other))
    done = make_alarm(session, case, raised_at=later(1))
    store.mark_alarm(session, done.id, AlarmState.CLOSED, later(6))
    assert [one.id for one in store.open_alarms(session, mine)] == [old.id, young.id]
    assert [one.id for one in store.alarms_of(session, case.id)] == [old.id, done.id, young.id]


def test_only_addresses_whose_minutes_are_over_are_erased(session: Session) -> None:
    case = make_case(session, make_organization(session))
    over = make_alarm(session, case, reply_to=b"sealed", reply_until=later(10))
    running = make_alarm(session, case, reply_to=b"sealed", reply_until=later(11))
    make_alarm(session, case)
    assert store.erase_reply_addresses(session, later(10)) == 1
    assert store.erase_reply_addresses(session, later(10)) == 0
    assert now(session, over).reply_to is None
    assert now(session, running).reply_to == b"sealed"


def test_a_letter_changes_what_an_item_asks_for(session: Session) -> None:
    alarm = make_alarm(session, make_case(session, make_organization(session)))
    store.set_alarm_kind(session, alarm.id, AlarmKind.POLICE)
    assert now(session, alarm).kind is AlarmKind.POLICE


def test_the_newest_answer_is_the_last_one(session: Session) -> None:
    alarm = make_alarm(session, make_case(session, make_organization(session)))
    assert store.newest_reply(session, alarm.id) is None
    last = new_id()
    store.add_reply(session, new_id(), alarm.id, b"first", NOON)
    session.flush()
    store.add_reply(session, last, alarm.id, b"second", NOON)
    session.flush()
    assert store.newest_reply(session, alarm.id) == (last, b"second")
