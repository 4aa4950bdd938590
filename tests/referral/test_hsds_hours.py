"""Hours survive the way into HSDS and back wherever HSDS can say them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referral.hsds_hours import DAYS, hours_from, schedules_from
from referral.hsds_package import Record

TODAY = date(2026, 11, 18)


def back(hours: str) -> str | None:
    rows = schedules_from(hours)
    assert rows is not None
    return hours_from(
        [
            Record(
                "schedules.csv",
                2,
                {"freq": "WEEKLY", "byday": ",".join(days), "opens_at": opens, "closes_at": closes},
            )
            for days, opens, closes in rows
        ],
        TODAY,
    )


@pytest.mark.parametrize(
    ("hours", "same"),
    [
        ("24/7", "24/7"),
        ("Mo-Fr 08:00-17:00", "Mo,Tu,We,Th,Fr 08:00-17:00"),
        ("Mo-Fr 15:00-21:00; Sa 09:00-13:00", "Mo,Tu,We,Th,Fr 15:00-21:00; Sa 09:00-13:00"),
        ("Mo 08:00-12:00,13:00-17:00", "Mo 08:00-12:00,13:00-17:00"),
        ("Sa,Su 00:00-24:00", "Sa,Su 00:00-24:00"),
    ],
)
def test_there_and_back(hours: str, same: str) -> None:
    assert back(hours) == same
    assert back(same) == same


@pytest.mark.parametrize(
    "hours",
    ['"by appointment"', "Mo-Fr 08:00-17:00; PH off", "Fr-Mo 08:00-12:00", "sunrise-sunset", "off"],
)
def test_what_it_cannot_say_is_not_said(hours: str) -> None:
    assert schedules_from(hours) is None


def test_a_later_rule_for_the_same_day_is_not_added_up() -> None:
    assert schedules_from("Mo-Fr 08:00-12:00; Mo 13:00-17:00") is None


minutes = st.integers(0, 23 * 60).map(lambda m: f"{m // 60:02d}:{m % 60:02d}")


@given(
    st.dictionaries(
        st.sampled_from(DAYS),
        st.tuples(minutes, minutes).filter(lambda span: span[0] < span[1]),
        min_size=1,
    )
)
def test_any_week_of_one_span_a_day(week: dict[str, tuple[str, str]]) -> None:
    hours = "; ".join(f"{day} {week[day][0]}-{week[day][1]}" for day in DAYS if day in week)
    once = back(hours)
    assert once is not None
    assert back(once) == once
    for day, (opens, closes) in week.items():
        rule = next(rule for rule in once.split("; ") if day in rule.split(" ")[0].split(","))
        assert rule.endswith(f"{opens}-{closes}")


def test_what_is_over_or_not_yet_does_not_count() -> None:
    base = {"byday": "MO", "opens_at": "08:00", "closes_at": "12:00"}
    over = Record("s", 2, {**base, "valid_to": "2026-11-17"})
    later = Record("s", 3, {**base, "valid_from": "2026-11-19"})
    now = Record("s", 4, {**base, "byday": "TU", "valid_to": "2026-11-18"})
    assert hours_from([over, later], TODAY) is None
    assert hours_from([over, later, now], TODAY) == "Tu 08:00-12:00"
