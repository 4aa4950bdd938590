"""When a drill may be: by surprise in staffed hours only, never too far ahead, never unseen."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import delete

from kernel.clock import StoppedClock
from kernel.ids import new_id
from pathway import drill_plans
from pathway.drill_plans import NoDrill, Wish
from reporting.drills.model import Drill, DrillState, Scenario
from staff.model import Shift
from staff.rows import ShiftRow
from staff.store import add_shift
from tests.drilling import once, seen
from tests.pathway.telling import decide
from tests.practice import Practice

WISH = Wish("JACARANDA", "en", Scenario.REPORT)
WEDNESDAY, HOURS = 2, ("13:00", "14:00")


@pytest.fixture
def staffed(practice: Practice) -> Practice:
    """A city at Wednesday noon in which somebody answers on Wednesdays from one to two."""
    with practice.house.desk() as desk:
        desk.session.execute(delete(ShiftRow))
        add_shift(desk.session, desk.intake_id, Shift(WEDNESDAY, *HOURS))
    return practice


def test_a_surprise_comes_at_a_staffed_minute_that_differs(staffed: Practice) -> None:
    with staffed.house.desk() as desk:
        found = [drill_plans.plan_surprise(desk, WISH, timedelta(days=1)) for _ in range(40)]
        due = [one.due_at for one in found if isinstance(one, Drill)]
        noon = desk.now
    assert len(due) == len(found)
    first, last = noon + timedelta(hours=1), noon + timedelta(hours=2)
    assert all(first <= at < last for at in due)
    assert len(set(due)) > 10


def test_a_surprise_needs_somebody_who_answers(staffed: Practice) -> None:
    with staffed.house.desk() as desk:
        assert drill_plans.plan_surprise(desk, WISH, timedelta(minutes=59)) == NoDrill(
            "nobody_then"
        )
        assert drill_plans.plan_surprise(desk, WISH, timedelta(days=15)) == NoDrill("too_far")
        assert drill_plans.plan_now(desk, WISH) == NoDrill("nobody_on_shift")


@pytest.mark.parametrize(
    ("hours", "reason"), [(-1, "past"), (3, "nobody_then"), (24 * 15, "too_far")]
)
def test_a_time_has_to_fit(staffed: Practice, hours: int, reason: str) -> None:
    with staffed.house.desk() as desk:
        at = desk.now + timedelta(hours=hours)
        assert drill_plans.plan_at(desk, WISH, at) == NoDrill(reason)


def test_a_planned_one_begins_in_its_time_and_can_be_called_off(
    staffed: Practice, clock: StoppedClock
) -> None:
    with staffed.house.desk() as desk:
        kept, dropped = (
            drill_plans.plan_at(desk, WISH, desk.now + timedelta(minutes=70)) for _ in range(2)
        )
        assert isinstance(kept, Drill)
        assert isinstance(dropped, Drill)
        assert drill_plans.cancel(desk, dropped.id, "test")
        assert not drill_plans.cancel(desk, dropped.id, "test")
    once(staffed)
    assert seen(staffed, kept.id).state is DrillState.PLANNED
    clock.advance(minutes=70)
    once(staffed)
    assert seen(staffed, kept.id).state is DrillState.RUNNING
    assert seen(staffed, dropped.id).state is DrillState.CANCELLED
    with staffed.house.desk() as desk:
        assert not drill_plans.cancel(desk, kept.id, "test")


def test_one_that_could_not_begin_for_an_hour_is_called_off(
    staffed: Practice, clock: StoppedClock
) -> None:
    with staffed.house.desk() as desk:
        late = drill_plans.plan_at(desk, WISH, desk.now + timedelta(minutes=70))
    assert isinstance(late, Drill)
    clock.advance(minutes=131)
    once(staffed)
    assert seen(staffed, late.id).state is DrillState.CANCELLED


def test_none_begins_on_a_closed_line(practice: Practice) -> None:
    decide(practice, open=False)
    with practice.house.desk() as desk:
        assert drill_plans.plan_now(desk, WISH) == NoDrill("line_closed")


def test_nobody_takes_part_until_it_is_said(practice: Practice) -> None:
    with practice.house.desk() as desk:
        found = drill_plans.partners(desk)
        assert found
        assert desk.intake_id not in {one.id for one in found}
        assert not any(one.takes_part for one in found)
        drill_plans.let_take_part(desk, frozenset({found[0].id, desk.intake_id, new_id()}), "test")
        agreed = [one.id for one in drill_plans.partners(desk) if one.takes_part]
        assert agreed == [found[0].id]
        drill_plans.let_take_part(desk, frozenset(), "test")
        assert not any(one.takes_part for one in drill_plans.partners(desk))
