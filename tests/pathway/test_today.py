"""Today: danger first, then who waits longest; nothing of anybody's story."""

from __future__ import annotations

from sqlalchemy import update

from kernel.clock import StoppedClock
from kernel.vocabulary import Tier
from pathway import alarms, casework
from pathway.today import Today, today
from referral import store
from reporting.reports.model import AlarmKind
from staff.rows import MemberRow
from staff.signin import Entered
from tests.pathway.telling import alarm, ask, reader, tell
from tests.practice import Practice


def seen(practice: Practice, who: Entered) -> Today:
    with practice.house.glance() as desk:
        return today(desk, who)


def test_danger_stands_before_a_wish_for_a_person(practice: Practice, clock: StoppedClock) -> None:
    told = tell(practice)
    raised = {}
    for kind in (AlarmKind.PERSON, AlarmKind.UNDO, AlarmKind.POLICE, AlarmKind.DANGER):
        raised[kind] = alarm(practice, told, kind).alarm_id
        clock.advance(minutes=2)
    ana = reader(practice, "caseworker")
    assert [one.kind for one in seen(practice, ana).alarms] == [
        "police",
        "danger",
        "person",
        "undo",
    ]
    with practice.house.desk() as desk:
        alarms.open_alarm(desk, ana, raised[AlarmKind.POLICE])
    lines = seen(practice, ana).alarms
    assert [one.kind for one in lines] == ["danger", "police", "person", "undo"]
    assert [one.minutes_waiting for one in lines] == [2, 4, 8, 6]
    with practice.house.desk() as desk:
        alarms.close_alarm(desk, ana, raised[AlarmKind.POLICE])
    assert "police" not in {one.kind for one in seen(practice, ana).alarms}


def test_new_cases_stand_by_when_they_are_to_be_read(
    practice: Practice, clock: StoppedClock
) -> None:
    normal, urgent = tell(practice, tier=Tier.NORMAL), tell(practice, tier=Tier.URGENT)
    emergency = tell(practice, tier=Tier.EMERGENCY)
    clock.advance(minutes=20)
    lines = seen(practice, reader(practice, "caseworker")).new_cases
    assert [one.code for one in lines] == [emergency.code, urgent.code, normal.code]
    assert [one.overdue for one in lines] == [True, False, False]


def test_a_taken_case_is_its_owner_s(practice: Practice) -> None:
    told = tell(practice)
    ana, bea = (reader(practice, "caseworker", nth=n) for n in (0, 1))
    with practice.house.desk() as desk:
        casework.take_case(desk, ana, told.id)
        name = ana.identity.name
        desk.session.execute(
            update(MemberRow).where(MemberRow.id == bea.identity.member_id).values(name=name)
        )
    assert [one.code for one in seen(practice, ana).mine] == [told.code]
    assert seen(practice, bea).mine == ()
    assert seen(practice, bea).new_cases == ()


def test_what_was_withdrawn_or_held_is_counted(practice: Practice) -> None:
    told = tell(practice)
    (attempt,) = ask(practice, told, "Juniper Rooms")
    ana = reader(practice, "caseworker")
    assert seen(practice, ana).withdrawn == 0
    with practice.house.desk() as desk:
        store.pause(desk.session, [attempt.need_id])
    assert seen(practice, ana).withdrawn == 1
