"""When a job runs: every so often, or once a day at a local hour. Pure."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class Every:
    """Runs again and again, with this much time between the starts."""

    period: timedelta

    def first(self, now: datetime, zone: str) -> datetime:
        """Runs at once when it never ran before."""
        del zone
        return now

    def after(self, now: datetime, zone: str) -> datetime:
        """Counts from now: what was missed while nobody was here is not made up for."""
        del zone
        return now + self.period


@dataclass(frozen=True)
class Daily:
    """Runs once each local day, also on the days when the clocks change."""

    at: time

    def first(self, now: datetime, zone: str) -> datetime:
        """Waits for the hour to come round."""
        return self.after(now, zone)

    def after(self, now: datetime, zone: str) -> datetime:
        """Returns the next time this hour comes in the programme's zone."""
        local = now.astimezone(ZoneInfo(zone))
        today = datetime.combine(local.date(), self.at, tzinfo=local.tzinfo)
        if today.astimezone(now.tzinfo) > now:
            return today.astimezone(now.tzinfo)
        tomorrow = datetime.combine(local.date() + timedelta(days=1), self.at, tzinfo=local.tzinfo)
        return tomorrow.astimezone(now.tzinfo)


When = Every | Daily
