"""The practice city's invented past: a year of counts, closed and approved in their time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from hashlib import sha256
from typing import TypeVar

from sqlalchemy.orm import Session

from kernel.clock import local_day, month_of
from kernel.ids import new_id
from kernel.programme import Programme, load_programme
from kernel.vocabulary import Category, IncidentType, Stage
from pathway import counting
from pathway.desk import House, NotSetUp
from reporting.indicators import store
from reporting.indicators.facts import fact_for_stage, fact_for_walk, facts_for_report
from reporting.indicators.model import FactTuple
from reporting.indicators.periods import (
    closes_on,
    first_day,
    months_between,
    months_of,
    quarter_of_month,
)
from vault.keyring import JobsKeyring

Choice = TypeVar("Choice")

_MONTHLY = 330
_SWING = 70
_KINDS = {
    IncidentType.RAPE: 11,
    IncidentType.SEXUAL_ASSAULT: 13,
    IncidentType.PHYSICAL_ASSAULT: 27,
    IncidentType.FORCED_MARRIAGE: 5,
    IncidentType.DENIAL_OF_RESOURCES: 8,
    IncidentType.PSYCHOLOGICAL_ABUSE: 17,
    IncidentType.NON_GBV: 5,
    IncidentType.SEXUAL_UNSPECIFIED: 9,
    IncidentType.UNKNOWN: 5,
}
_AREAS = {"D1": 15, "D2": 18, "D3": 14, "D4": 20, "D5": 15, "D6": 13, "": 5}
_SERVICES = {
    Category.SHELTER: 22,
    Category.HEALTH: 24,
    Category.POLICE: 9,
    Category.LEGAL: 13,
    Category.PSYCHOSOCIAL: 20,
    Category.LIVELIHOODS: 6,
    Category.CHILD_PROTECTION: 6,
}
_WALKERS = 120
_CLASSES = {
    "upper_middle": 12, "ordinary": 30, "vulnerable": 28, "high_complexity": 18,
    "historic_centre": 12,
}  # fmt: skip
_CALM = {
    "very_safe": 22, "fairly_safe": 40, "bit_unsafe": 20, "very_unsafe": 8, "never_out": 8,
    "unknown": 2,
}  # fmt: skip
_UNEASY = {
    "very_safe": 6, "fairly_safe": 22, "bit_unsafe": 34, "very_unsafe": 24, "never_out": 12,
    "unknown": 2,
}  # fmt: skip
_AFTER_DARK = {
    "upper_middle": _CALM, "ordinary": _CALM, "vulnerable": _UNEASY, "high_complexity": _UNEASY,
    "historic_centre": _CALM,
}  # fmt: skip


def load_history(house: House, now: datetime | None = None) -> int:
    """Builds and approves a year of invented releases; does nothing where there is one."""
    moment = now or house.clock.now()
    with house.database.unit_of_work() as session:
        programme = load_programme(session)
        if programme is None or not programme.practice:
            raise NotSetUp("only a practice programme has an invented past")
        if store.latest(session) is not None:
            return 0
        past = _Past(session, programme, house.jobs_keyring)
        return past.written(local_day(moment, programme.timezone))


@dataclass(frozen=True)
class _Past:
    session: Session
    programme: Programme
    keyring: JobsKeyring

    def written(self, today: date) -> int:
        """Closes each period on its day, then leaves what is still open as pending facts."""
        told = _told(today)
        months = list(told)
        periods = [*months, *dict.fromkeys(quarter_of_month(month) for month in months)]
        closings = sorted((closes_on(period), period) for period in periods)
        built = 0
        for day, _ in closings:
            if day <= today:
                built += self._close(
                    day, [f for m in months if first_day(m) < day for f in told[m]]
                )
        still_open = {period for day, period in closings if day > today}
        left = [fact for facts in told.values() for fact in facts if fact.period in still_open]
        public = self.keyring.statistics_private.public
        named = [(new_id(), fact) for fact in left]
        store.add_facts(self.session, counting.sealed(self.keyring.programme, public, named))
        return built

    def _close(self, day: date, facts: Sequence[FactTuple]) -> int:
        then = datetime.combine(day, time(12), UTC)
        result = counting.close(self.session, self.programme, self.keyring, then, also=facts)
        if isinstance(result, counting.Refused):
            return 0
        store.approve(self.session, result.release.id, "practice", then)
        return 1


def _told(today: date) -> dict[str, list[FactTuple]]:
    """Returns the invented facts of each month from a year ago to the last month."""
    this_month = month_of(today)
    a_year_ago = f"{today.year - 1:04d}{this_month[4:]}"
    first = months_of(quarter_of_month(a_year_ago))[0]
    months = [month for month in months_between(first, this_month) if month != this_month]
    return {month: list(_month(month)) for month in months}


def _month(month: str) -> Iterator[FactTuple]:
    number = _MONTHLY + _drawn(month, "volume") % _SWING
    for at in range(number):
        yield from _report(month, f"{at}")
    for at in range(_WALKERS):
        typology = _picked(_CLASSES, month, f"{at}", "class")
        answer = _picked(_AFTER_DARK[typology], month, f"{at}", "dark")
        yield fact_for_walk(first_day(month), typology, answer)


def _report(month: str, name: str) -> Iterator[FactTuple]:
    day = first_day(month)
    kind = _picked(_KINDS, month, name, "kind")
    yield from facts_for_report(day, kind, _picked(_AREAS, month, name, "area"))
    if _chance(55, month, name, "case"):
        yield fact_for_stage(day, Stage.CASE_OPENED)
    if not _chance(48, month, name, "consent"):
        return
    yield fact_for_stage(day, Stage.CONSENTED)
    service = _picked(_SERVICES, month, name, "service")
    yield fact_for_stage(day, Stage.SENT, service)
    if _chance(68, month, name, "accept"):
        yield fact_for_stage(day, Stage.ACCEPTED, service)
        if _chance(78, month, name, "receive"):
            yield fact_for_stage(day, Stage.RECEIVED, service)
    else:
        refused = _chance(60, month, name, "decline")
        yield fact_for_stage(day, Stage.DECLINED if refused else Stage.UNAVAILABLE, service)


def _picked(shares: Mapping[Choice, int], *name: str) -> Choice:
    at = _drawn(*name) % sum(shares.values())
    for choice, share in shares.items():
        if at < share:
            return choice
        at -= share
    raise AssertionError


def _chance(percent: int, *name: str) -> bool:
    return _drawn(*name) % 100 < percent


def _drawn(*name: str) -> int:
    # Dice that fall the same way each time, so that every practice city has the same past.
    return int.from_bytes(sha256("|".join(name).encode()).digest()[:6], "big")
