from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from jobs.timetable import Daily, Every

ZONE = "America/New_York"


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_every_runs_at_once_and_then_counts_from_now() -> None:
    now, every = utc("2026-11-18 12:00"), Every(timedelta(minutes=5))
    assert every.first(now, ZONE) == now
    assert every.after(now + timedelta(hours=3), ZONE) == utc("2026-11-18 15:05")


def test_daily_waits_for_its_local_hour() -> None:
    nightly = Daily(time(3, 10))
    assert nightly.first(utc("2026-11-18 08:09"), ZONE) == utc("2026-11-18 08:10")
    assert nightly.after(utc("2026-11-18 08:10"), ZONE) == utc("2026-11-19 08:10")


def test_daily_runs_once_on_the_days_when_the_clocks_change() -> None:
    nightly = Daily(time(2, 30))
    for start, hours in (("2026-03-07 12:00", 72), ("2026-10-31 12:00", 72)):
        now, end, runs = utc(start), utc(start) + timedelta(hours=hours), []
        while (now := nightly.after(now, ZONE)) < end:
            runs.append(now)
        assert len(runs) == 3
        days = {run.astimezone().date() for run in runs}
        assert len(days) == 3


def test_the_next_run_is_always_ahead() -> None:
    nightly, now = Daily(time(2, 30)), utc("2026-03-06 00:00")
    for _ in range(96):
        assert nightly.after(now, ZONE) > now
        now += timedelta(hours=1)
