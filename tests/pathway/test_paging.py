"""Red items call whoever is on shift, again and wider, until somebody opens them."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from kernel.clock import StoppedClock
from pathway import alarms, drills
from pathway.today import today
from reporting.reports import store as reports
from reporting.reports.model import CALLING, Alarm, AlarmKind
from staff import store as staff
from tests import drilling
from tests.paging import (
    AMARA,
    LUCIA,
    RUTH,
    TEXT,
    called_at,
    counts,
    member,
    shifts,
    texts,
    tick,
)
from tests.pathway.telling import alarm, reader, tell
from tests.practice import Practice

EVERYBODY = (AMARA, LUCIA, RUTH)


def now(practice: Practice) -> list[Alarm]:
    with practice.house.glance() as desk:
        return list(reports.open_alarms(desk.session, desk.intake_id))


def test_two_items_are_one_text_that_tells_nothing(practice_on_both: Practice) -> None:
    practice = practice_on_both
    called_at(practice, AMARA, LUCIA)
    told = tell(practice)
    alarm(practice, told)
    alarm(practice, tell(practice, token="other"), AlarmKind.POLICE)
    assert tick(practice) == 2
    assert (texts(practice, AMARA), texts(practice, LUCIA)) == ([TEXT], [TEXT])
    assert tick(practice) == 0
    assert [(one.pages, one.paged_at) for one in now(practice)] == [
        (1, practice.house.clock.now())
    ] * 2


def test_it_calls_again_and_wider_and_six_times_at_most(
    practice_on_both: Practice, clock: StoppedClock
) -> None:
    practice = practice_on_both
    called_at(practice, *EVERYBODY)
    shifts(practice, AMARA)
    alarm(practice, tell(practice))
    tick(practice)
    assert counts(practice) == (1, 0, 0)
    clock.advance(minutes=4, seconds=30)
    assert tick(practice) == 0
    clock.advance(seconds=30)
    tick(practice)
    assert counts(practice) == (2, 0, 1)
    clock.advance(minutes=9, seconds=30)
    assert tick(practice) == 0
    for _ in range(8):
        clock.advance(seconds=30)
        tick(practice)
        clock.advance(minutes=9, seconds=30)
    assert counts(practice) == (6, 0, 5)
    assert [one.pages for one in now(practice)] == [6]


@pytest.mark.parametrize("step", [alarms.open_alarm, alarms.close_alarm])
def test_it_stops_once_somebody_is_there(
    practice: Practice, clock: StoppedClock, step: object
) -> None:
    called_at(practice, AMARA)
    raised = alarm(practice, tell(practice))
    tick(practice)
    with practice.house.desk() as desk:
        assert callable(step)
        step(desk, reader(practice, "caseworker"), raised.alarm_id)
    clock.advance(minutes=15)
    assert tick(practice) == 0
    assert counts(practice) == (1, 0, 0)


def test_what_comes_within_a_minute_joins_the_next_text(
    practice: Practice, clock: StoppedClock
) -> None:
    called_at(practice, AMARA)
    first = alarm(practice, tell(practice))
    told = tell(practice, token="other")
    tick(practice)
    clock.advance(seconds=30)
    alarm(practice, told)
    alarm(practice, told, AlarmKind.PERSON)
    assert tick(practice) == 0
    clock.advance(seconds=30)
    assert tick(practice) == 1
    clock.advance(seconds=30)
    for one in now(practice):
        with practice.house.desk() as desk:
            alarms.open_alarm(desk, reader(practice, "caseworker"), one.id)
    assert first.alarm_id in {one.id for one in now(practice)}
    # Everybody looked: the next one waits for nothing.
    alarm(practice, told, AlarmKind.NO_POLICE)
    assert tick(practice) == 1


def test_only_who_waits_for_a_person_calls(practice: Practice, clock: StoppedClock) -> None:
    called_at(practice, AMARA)
    told = tell(practice)
    for kind in set(AlarmKind) - CALLING:
        alarm(practice, told, kind)
    assert tick(practice) == 0
    for kind in CALLING:
        alarm(practice, told, kind)
        assert tick(practice) == 1, kind
        clock.advance(minutes=1)
    assert drills.CALLS_US == CALLING


def test_with_nobody_on_shift_nobody_is_called_until_somebody_is(
    practice_on_both: Practice, clock: StoppedClock
) -> None:
    practice = practice_on_both
    called_at(practice, AMARA, RUTH)
    with practice.house.glance() as desk:
        local = clock.now().astimezone(ZoneInfo(desk.programme.timezone))
    shifts(
        practice, AMARA, starts=f"{local + timedelta(hours=1):%H:%M}",
        ends=f"{local + timedelta(hours=2):%H:%M}",
    )  # fmt: skip
    alarm(practice, tell(practice))
    ana = reader(practice, "caseworker")
    for _ in range(2):
        assert tick(practice) == 0
        clock.advance(minutes=30)
    with practice.house.glance() as desk:
        assert today(desk, ana).reach == "reached"
    assert tick(practice) == 1
    assert counts(practice) == (1, 0, 0)
    clock.advance(hours=1)
    assert tick(practice) == 0
    with practice.house.glance() as desk:
        assert today(desk, ana).reach == "nobody_on_shift"


def test_whoever_gave_no_number_is_not_reached_and_supervisors_are_in_time(
    practice: Practice, clock: StoppedClock
) -> None:
    called_at(practice, RUTH)
    shifts(practice, AMARA)
    alarm(practice, tell(practice))
    assert tick(practice) == 0
    with practice.house.glance() as desk:
        seen = today(desk, reader(practice, "caseworker"))
    assert (seen.reach, seen.alarms[0].pages) == ("no_number", 0)
    clock.advance(minutes=5)
    tick(practice)
    assert counts(practice) == (0, 0, 1)


def test_whoever_left_is_called_no_more(practice: Practice) -> None:
    called_at(practice, AMARA, LUCIA)
    amara = member(practice, AMARA)
    with practice.house.desk() as desk:
        staff.deactivate(desk.session, amara.id)
    alarm(practice, tell(practice))
    assert tick(practice) == 1
    assert counts(practice) == (0, 1, 0)


def test_a_drill_calls_like_anybody_until_everybody_may_know(
    practice_on_both: Practice, clock: StoppedClock
) -> None:
    practice = practice_on_both
    called_at(practice, AMARA)
    drilling.made(practice)
    tick(practice)
    clock.advance(minutes=5)
    tick(practice)
    assert texts(practice, AMARA) == [TEXT, TEXT]
    # Nobody has revealed it yet, but everybody may know by now.
    clock.advance(minutes=10)
    assert tick(practice) == 0


def test_a_revealed_drill_calls_nobody(practice: Practice, clock: StoppedClock) -> None:
    called_at(practice, AMARA)
    drill_id = drilling.made(practice)
    with practice.house.desk() as desk:
        drills.reveal(desk.session, desk.keyring, drill_id, desk.now)
    clock.advance(seconds=1)
    assert tick(practice) == 0


def test_the_clock_s_process_calls(practice: Practice) -> None:
    called_at(practice, AMARA, language="es")
    alarm(practice, tell(practice))
    assert "alarms" in practice.app.extensions["clockwork"].once()
    assert texts(practice, AMARA) == ["Marigold Line: mire Hoy, por favor."]
