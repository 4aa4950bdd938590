"""Runs what is due, each job in one process at a time and each due run once."""

from collections.abc import Sequence

from jobs import store
from jobs.table import Job
from kernel.log import logger
from kernel.programme import load_programme
from pathway.desk import House


def run_due(house: House, jobs: Sequence[Job], holder: str) -> tuple[str, ...]:
    """Runs every due job whose lock is free and returns the names of those that ran."""
    make_known(house, jobs)
    by_name = {job.name: job for job in jobs}
    with house.database.reading() as session:
        names = store.due(session, by_name, house.clock.now())
    return tuple(name for name in names if run_one(house, by_name[name], holder))


def make_known(house: House, jobs: Sequence[Job]) -> None:
    """Gives every job its row before anything is asked of it."""
    with house.database.reading() as session:
        known = store.known(session)
    new = [job for job in jobs if job.name not in known]
    if new:
        now, zone = house.clock.now(), zone_of(house)
        with house.database.unit_of_work() as session:
            for job in new:
                store.make_known(session, job.name, job.when.first(now, zone))


def run_one(house: House, job: Job, holder: str) -> bool:
    """Runs one job if it is due and nobody else runs it; a failure waits for the next time."""
    now = house.clock.now()
    with house.database.unit_of_work() as session:
        if not store.take(session, job.name, holder, now):
            return False
    try:
        job.run(house, now)
    except Exception as error:  # noqa: BLE001 - one job's accident must not stop the others
        logger().error("job_failed", job=job.name, error=type(error).__name__)
    with house.database.unit_of_work() as session:
        store.give_back(session, job.name, holder, now, job.when.after(now, zone_of(house)))
    return True


def zone_of(house: House) -> str:
    """Returns the programme's zone, or UTC before there is a programme."""
    with house.database.reading() as session:
        programme = load_programme(session)
    return programme.timezone if programme else "UTC"
