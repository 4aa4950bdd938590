"""A jobs process for the tests: runs what is due, writes each run into a file, and ends."""

from __future__ import annotations

import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

from jobs.runner import run_due
from jobs.table import Job
from jobs.timetable import Every
from kernel.clock import SystemClock
from kernel.db import Database
from kernel.ids import new_token
from kernel.settings import Settings
from pathway.desk import House

COUNT = 40


def main(database_url: str, diary: Path, start: Path) -> None:
    house = House(Settings.load(), SystemClock(), Database.open(database_url))

    def job(name: str) -> Job:
        def run(_house: House, _now: datetime) -> None:
            with diary.open("a") as file:
                file.write(f"{name}\n")
            time.sleep(0.005)

        return Job(name, Every(timedelta(hours=1)), run)

    jobs = tuple(job(f"job-{number}") for number in range(COUNT))
    while not start.exists():
        time.sleep(0.01)
    for _ in range(5):
        run_due(house, jobs, new_token())


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
