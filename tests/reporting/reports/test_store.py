"""Reports, entries and red items at rest, on both kinds of database."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from kernel.db import Database
from kernel.ids import new_id
from reporting.reports import store
from reporting.reports.model import Alarm, AlarmKind, AlarmState, ReportStatus
from tests.conftest import NOON
from tests.reporting.makers import (
    make_alarm,
    make_case,
    make_entry,
    make_organization,
    make_report,
)


def later(minutes: int) -> datetime:
    return NOON + timedelta(minutes=minutes)


def now(session: Session, alarm: Alarm) -> Alarm:
    session.expire_all()
    found = store.alarm(session, alarm.id)
    assert found is not None
    return found


def test_a_report_comes_back_and_is_found_by_its_contact(session: Session) -> None:
    organization = make_organization(session)
    report = make_report(session, organization, "hers")
    make_report(session, organization, "another's")
    assert store.report(session, report.id) == report
    assert store.reports_of(session, "hers") == (report,)
    assert store.report(session, new_id()) is None


def test_how_far_it_is_kept_can_change(session: Session) -> None:
    report = make_report(session, make_organization(session), "hers")
    store.set_status(session, report.id, ReportStatus.RECEIVED)
    session.expire_all()
    (found,) = store.reports_of(session, "hers")
    assert found.status is ReportStatus.RECEIVED
    store.unlink(session, report.id, "nobody's")
    session.expire_all()
    assert store.reports_of(session, "hers") == ()


def test_entries_come_back_in_order(session: Session) -> None:
    report = make_report(session, make_organization(session))
    assert store.next_sequence(session, report.id) == 1
    second, first = make_entry(session, report, 2), make_entry(session, report, 1)
    assert store.entries(session, report.id) == (first, second)
    assert store.next_sequence(session, report.id) == 3


def test_two_entries_cannot_have_one_place(database: Database) -> None:
    def work() -> None:
        with database.unit_of_work() as session:
            report = make_report(session, make_organization(session))
            make_entry(session, report, 1)
            make_entry(session, report, 1)

    with pytest.raises(IntegrityError):
        work()


def test_an_entry_gets_another_holder_and_keeps_its_body(session: Session) -> None:
    report = make_report(session, make_organization(session))
    entry = make_entry(session, report, 1)
    store.hold_entry(session, entry.id, b"new wrap", "case:1")
    session.expire_all()
    (found,) = store.entries(session, report.id)
    assert (found.wrap, found.body, found.held_by) == (b"new wrap", b"body", "case:1")


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
