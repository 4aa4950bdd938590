"""The clock: APScheduler ticks, and everything that has to last is in the database."""

import threading
from collections.abc import Mapping

from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.interval import IntervalTrigger

from jobs import post
from jobs.runner import make_known, run_due
from jobs.table import Job, Run, build
from kernel.ids import new_token
from kernel.log import logger
from outbox.carrier import Carrier
from pathway.desk import House
from pathway.drill_carrier import Apart, DrillCarrier, Reading

TICK_SECONDS = 5


class ClockProcess:
    """Is what `flask jobs` runs: the table of jobs and the outbox's loop, in one process."""

    def __init__(
        self, house: House, works: Mapping[str, Run], read: Reading = lambda _text, _language: ""
    ) -> None:
        self._house = house
        self._jobs = build(works)
        self._holder = new_token()
        self._read = read

    def once(self) -> tuple[str, ...]:
        """Runs what is due now, sends what waits, and returns the names of the jobs that ran."""
        ran = run_due(self._house, self._jobs, self._holder)
        self.send()
        return ran

    def send(self) -> int:
        """Sends what waits now and returns how many messages were looked at."""
        return post.drain(self._house, self._carrier(), self._holder)

    def run(self, stop: threading.Event) -> None:
        """Ticks and sends until told to stop, then finishes what is in hand."""
        carrier = self._carrier()
        make_known(self._house, self._jobs)
        scheduler = self._scheduler()
        scheduler.start()
        join = post.start(self._house, carrier, stop)
        logger().info("jobs_started", count=len(self._jobs))
        stop.wait()
        scheduler.shutdown(wait=True)
        join()
        logger().info("jobs_stopped")

    def _carrier(self) -> Carrier:
        house = self._house
        drills = DrillCarrier(house.database, house.clock, self._read)
        return Apart(drills, post.carrier_of(house))

    def _scheduler(self) -> BackgroundScheduler:
        # One tick a job, so that a long one does not keep the others waiting.
        scheduler = BackgroundScheduler(timezone="UTC")
        for job in self._jobs:
            trigger = IntervalTrigger(seconds=TICK_SECONDS, timezone="UTC")
            scheduler.add_job(
                self._tick, trigger, (job,), id=job.name, max_instances=1, coalesce=True
            )
        return scheduler

    def _tick(self, job: Job) -> None:
        try:
            run_due(self._house, (job,), self._holder)
        except Exception as error:  # noqa: BLE001 - the next tick makes up for it
            logger().error("tick_failed", job=job.name, error=type(error).__name__)
