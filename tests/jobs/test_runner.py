from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest
from sqlalchemy import text

from jobs import store
from jobs.runner import run_due
from jobs.table import TIMES, Job, build
from jobs.timetable import Daily, Every
from kernel.clock import StoppedClock
from pathway.desk import House

HOURLY = Every(timedelta(hours=1))


class Work:
    """Remembers when it was done."""

    def __init__(self, *, fails: bool = False) -> None:
        self.done: list[datetime] = []
        self.fails = fails

    def __call__(self, house: House, now: datetime) -> None:
        assert house.clock.now() >= now
        self.done.append(now)
        if self.fails:
            raise OSError


def test_a_job_runs_when_it_is_due_and_not_before(house: House, clock: StoppedClock) -> None:
    work = Work()
    jobs = (Job("hourly", HOURLY, work),)
    assert run_due(house, jobs, "p1") == ("hourly",)
    assert run_due(house, jobs, "p1") == ()
    clock.advance(minutes=59)
    assert run_due(house, jobs, "p1") == ()
    clock.advance(minutes=1)
    assert run_due(house, jobs, "p1") == ("hourly",)
    assert len(work.done) == 2


def test_a_long_sleep_is_made_up_for_once(house: House, clock: StoppedClock) -> None:
    work = Work()
    jobs = (Job("nightly", Daily(time(3)), work),)
    assert run_due(house, jobs, "p1") == ()
    clock.advance(days=5)
    assert run_due(house, jobs, "p1") == ("nightly",)
    assert run_due(house, jobs, "p1") == ()
    assert len(work.done) == 1


def test_one_accident_does_not_stop_the_others(house: House) -> None:
    broken, sound = Work(fails=True), Work()
    jobs = (Job("broken", HOURLY, broken), Job("sound", HOURLY, sound))
    assert set(run_due(house, jobs, "p1")) == {"broken", "sound"}
    assert len(sound.done) == 1
    assert run_due(house, jobs, "p1") == ()


def test_a_job_in_other_hands_is_left_alone_until_the_lease_ends(house: House) -> None:
    work = Work()
    jobs = (Job("hourly", HOURLY, work),)
    now = house.clock.now()
    with house.database.unit_of_work() as session:
        store.make_known(session, "hourly", now)
        assert store.take(session, "hourly", "elsewhere", now)
    assert run_due(house, jobs, "here") == ()
    with house.database.unit_of_work() as session:
        session.execute(text("UPDATE job_due SET lease_until = '2020-01-01 00:00:00.000000'"))
    assert run_due(house, jobs, "here") == ("hourly",)


def test_who_lost_the_lock_cannot_move_the_next_run(house: House) -> None:
    now = house.clock.now()
    with house.database.unit_of_work() as session:
        store.make_known(session, "hourly", now)
        assert store.take(session, "hourly", "new", now)
        store.give_back(session, "hourly", "old", now, now + timedelta(days=9))
    with house.database.reading() as session:
        assert store.due(session, ["hourly"], now) == ("hourly",)
        assert store.last_run(session, "hourly") is None


def test_every_time_belongs_to_a_job_and_work_without_a_time_is_refused() -> None:
    works = dict.fromkeys(TIMES, Work())
    assert {job.name for job in build(works)} == set(TIMES)
    with pytest.raises(KeyError):
        build({"never heard of": Work()})
