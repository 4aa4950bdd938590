from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from staff.model import Shift
from staff.rota import gaps, next_start, on_shift

NEW_YORK = "America/New_York"
MADRID = "Europe/Madrid"
WEDNESDAY, SATURDAY, SUNDAY = 2, 5, 6


def utc(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


def test_a_shift_covers_its_start_and_not_its_end() -> None:
    shifts = [Shift(WEDNESDAY, "09:00", "17:00")]

    assert on_shift(shifts, utc(11, 18, 9), "UTC")
    assert on_shift(shifts, utc(11, 18, 16, 59), "UTC")
    assert not on_shift(shifts, utc(11, 18, 17), "UTC")
    assert not on_shift(shifts, utc(11, 19, 12), "UTC")


def test_a_shift_runs_over_midnight_and_over_the_end_of_the_week() -> None:
    shifts = [Shift(SUNDAY, "22:00", "06:00")]

    assert on_shift(shifts, utc(11, 22, 23), "UTC")
    assert on_shift(shifts, utc(11, 23, 5, 59), "UTC")
    assert not on_shift(shifts, utc(11, 23, 6), "UTC")
    assert not on_shift(shifts, utc(11, 22, 5), "UTC")


def test_the_day_is_the_programmes_and_not_utcs() -> None:
    shifts = [Shift(WEDNESDAY, "20:00", "23:00")]

    assert on_shift(shifts, utc(11, 19, 1), "America/Bogota")
    assert not on_shift(shifts, utc(11, 18, 20), "America/Bogota")


def test_the_night_on_which_clocks_go_back_is_an_hour_longer() -> None:
    # 1 November 2026, New York: 01:59 EDT is followed by 01:00 EST.
    shifts = [Shift(SATURDAY, "22:00", "06:00")]

    assert on_shift(shifts, utc(11, 1, 2), NEW_YORK)
    assert on_shift(shifts, utc(11, 1, 10, 59), NEW_YORK)
    assert not on_shift(shifts, utc(11, 1, 11), NEW_YORK)


def test_the_night_on_which_clocks_go_forward_is_an_hour_shorter() -> None:
    # 29 March 2026, Madrid: 01:59 CET is followed by 03:00 CEST.
    shifts = [Shift(SATURDAY, "22:00", "06:00")]

    assert on_shift(shifts, utc(3, 28, 21), MADRID)
    assert on_shift(shifts, utc(3, 29, 3, 59), MADRID)
    assert not on_shift(shifts, utc(3, 29, 4), MADRID)


def test_a_start_that_the_clocks_skip_comes_just_after() -> None:
    shifts = [Shift(SUNDAY, "02:30", "08:00")]

    assert next_start(shifts, utc(3, 29, 0), MADRID) == utc(3, 29, 1, 30)
    assert on_shift(shifts, utc(3, 29, 1, 30), MADRID)


def test_shifts_that_meet_in_a_repeated_hour_leave_no_hole() -> None:
    shifts = [Shift(SATURDAY, "20:00", "01:30"), Shift(SUNDAY, "01:30", "08:00")]

    hours = [utc(11, 1, 0) + timedelta(minutes=10 * step) for step in range(70)]
    assert all(on_shift(shifts, hour, NEW_YORK) for hour in hours)


def test_next_start_is_after_now_and_wraps_round_the_week() -> None:
    shifts = [Shift(WEDNESDAY, "09:00", "17:00")]

    assert next_start(shifts, utc(11, 18, 8), "UTC") == utc(11, 18, 9)
    assert next_start(shifts, utc(11, 18, 9), "UTC") == utc(11, 25, 9)
    assert next_start([], utc(11, 18, 9), "UTC") is None


def test_a_whole_week_of_shifts_has_no_gap() -> None:
    week = [Shift(day, "06:00", "18:00") for day in range(7)]
    nights = [Shift(day, "18:00", "06:00") for day in range(7)]

    assert gaps([*week, *nights], utc(11, 18, 12), "America/Bogota") == []


def test_gaps_are_what_no_shift_covers() -> None:
    week = [Shift(day, "06:00", "18:00") for day in range(7)]

    found = gaps(week, utc(11, 18, 12), "UTC")

    assert found[0] == (utc(11, 18, 18), utc(11, 19, 6))
    assert sum((end - start for start, end in found), timedelta()) == timedelta(hours=7 * 12)
    assert gaps([], utc(11, 18, 12), "UTC") == [(utc(11, 18, 12), utc(11, 25, 12))]


CLOCK_TIMES = st.times().map(lambda at: at.strftime("%H:%M"))
SHIFTS = st.lists(st.builds(Shift, st.integers(0, 6), CLOCK_TIMES, CLOCK_TIMES), max_size=4)


@pytest.mark.parametrize("zone", [NEW_YORK, MADRID, "UTC"])
@given(
    shifts=SHIFTS,
    at=st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)),  # noqa: DTZ001 - made aware below
)
def test_somebody_is_there_when_a_shift_begins(
    zone: str, shifts: list[Shift], at: datetime
) -> None:
    start = next_start(shifts, at.replace(tzinfo=UTC), zone)

    assert (start is None) == (not shifts)
    if start is not None:
        assert start > at.replace(tzinfo=UTC)
        assert start - at.replace(tzinfo=UTC) <= timedelta(days=7, hours=2)
