from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from kernel.clock import StoppedClock, SystemClock, hour_of, local_day, month_of, quarter_of

LATE = datetime(2026, 3, 31, 23, 30, tzinfo=UTC)


def test_the_machine_s_time_is_aware_and_in_utc() -> None:
    assert SystemClock().now().utcoffset() == timedelta(0)


def test_a_stopped_clock_moves_only_when_told() -> None:
    clock = StoppedClock(LATE)
    assert clock.now() == clock.now() == LATE
    clock.advance(days=1, hours=1, minutes=1, seconds=1)
    assert clock.now() - LATE == timedelta(days=1, hours=1, minutes=1, seconds=1)
    clock.advance(days=-1, hours=-1, minutes=-1, seconds=-1)
    assert clock.now() == LATE


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("UTC", date(2026, 3, 31)),
        ("Africa/Johannesburg", date(2026, 4, 1)),
        ("America/Bogota", date(2026, 3, 31)),
    ],
)
def test_a_day_is_the_programme_s_own(zone: str, day: date) -> None:
    assert local_day(LATE, zone) == day


def test_a_day_follows_summer_time() -> None:
    before = datetime(2026, 3, 28, 22, 30, tzinfo=UTC)
    after = datetime(2026, 3, 29, 22, 30, tzinfo=UTC)
    assert local_day(before, "Europe/Madrid") == date(2026, 3, 28)
    assert local_day(after, "Europe/Madrid") == date(2026, 3, 30)


@pytest.mark.parametrize(
    ("month", "quarter"),
    [(1, "2026Q1"), (3, "2026Q1"), (4, "2026Q2"), (9, "2026Q3"), (12, "2026Q4")],
)
def test_months_and_quarters_have_names_that_sort(month: int, quarter: str) -> None:
    day = date(2026, month, 1)
    assert (month_of(day), quarter_of(day)) == (f"2026-{month:02d}", quarter)


def test_an_hour_keeps_nothing_finer() -> None:
    assert hour_of(LATE) == datetime(2026, 3, 31, 23, tzinfo=UTC)
