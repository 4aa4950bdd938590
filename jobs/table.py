"""The one table of what runs when; what other doors must do is handed in by the composition."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from jobs import reconcile
from jobs.inside import drain_spool
from jobs.timetable import Daily, Every, When
from outbox.store import forget_before
from pathway.desk import House
from pathway.fetching import fetch_due

KEPT_MESSAGES = timedelta(days=30)

Run = Callable[[House, datetime], None]


@dataclass(frozen=True)
class Job:
    """Names one piece of regular work and when it is due."""

    name: str
    when: When
    run: Run


# When each job runs. The work behind a name comes from `build`; a name without work is left out.
TIMES: Mapping[str, When] = {
    "alarms": Every(timedelta(seconds=30)),
    "drills": Every(timedelta(seconds=5)),
    "attempts": Every(timedelta(minutes=1)),
    "states": Every(timedelta(minutes=5)),
    "spool": Every(timedelta(seconds=15)),
    "media": Every(timedelta(seconds=20)),
    "reconcile": Every(timedelta(minutes=2)),
    "erasures": Daily(time(0, 20)),
    "inbound": Daily(time(2, 40)),
    "messages": Daily(time(2, 50)),
    "facts": Daily(time(3, 10)),
}


def build(works: Mapping[str, Run]) -> tuple[Job, ...]:
    """Puts the work under its time; an unknown name is a mistake of the composition."""
    own: dict[str, Run] = {
        "messages": forget_messages,
        "spool": drain_spool,
        "media": fetch_due,
        "reconcile": reconcile.run,
    }
    both = {**own, **works}
    return tuple(Job(name, TIMES[name], run) for name, run in both.items())


def forget_messages(house: House, now: datetime) -> None:
    """Drops what is known of messages that were finished a month ago."""
    with house.database.unit_of_work() as session:
        forget_before(session, now - KEPT_MESSAGES)
