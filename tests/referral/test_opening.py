"""Only a certain "open" is open, on the clock of the place."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from referral.opening import is_open, is_sound, opens_at

WEDNESDAY = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hours", "open_now", "wait"),
    [
        ("24/7", True, timedelta(0)),
        ("Mo-Fr 08:00-17:00", True, timedelta(0)),
        ("Mo-Fr 13:00-17:00", False, timedelta(hours=1)),
        ("Sa 09:00-12:00", False, timedelta(days=2, hours=21)),
        ("22:00-06:00", False, timedelta(hours=10)),
        ("Mo-Fr 08:00-17:00; We off", False, timedelta(hours=20)),
        ('"by appointment"', False, None),
        ("Mo-Fr 08:00-17:00 unknown", False, None),
        ("off", False, None),
        ("whenever", False, None),
        ("", False, None),
        (None, False, None),
    ],
)
def test_hours_at_noon(hours: str | None, wait: timedelta | None, *, open_now: bool) -> None:
    assert is_open(hours, "UTC", WEDNESDAY) is open_now
    expected = None if wait is None else WEDNESDAY + wait
    assert opens_at(hours, "UTC", WEDNESDAY) == expected


def test_the_clock_is_that_of_the_place() -> None:
    hours = "Mo-Fr 08:00-12:30"
    assert is_open(hours, "UTC", WEDNESDAY)
    assert not is_open(hours, "Africa/Johannesburg", WEDNESDAY)
    assert not is_open(hours, "Nowhere/Land", WEDNESDAY)
    assert is_sound(hours, "UTC")
    assert not is_sound("25:99", "UTC")


def test_the_clocks_going_back_costs_nobody_an_hour() -> None:
    before = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    opens = opens_at("Su 08:00-12:00", "Europe/Berlin", before)
    assert opens == datetime(2026, 10, 25, 7, 0, tzinfo=UTC)
