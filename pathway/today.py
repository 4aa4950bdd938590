"""Today: what needs a person now, as counts and codes, danger first."""

from dataclasses import dataclass
from datetime import timedelta

from kernel.vocabulary import Role
from outbox import store as outbox
from pathway.desk import Desk
from pathway.reading import alarm_line, list_cases, may_read
from pathway.views import AlarmLine, CaseLine
from referral import store as referrals
from referral.model import AttemptState
from reporting.cases import store as cases
from reporting.reports import store as reports
from reporting.reports.model import Alarm
from staff.signin import Entered

_MISSED_FOR = timedelta(days=1)
_PERSON_KINDS = ("danger", "police", "ambulance", "no_police", "person")


@dataclass(frozen=True)
class Today:
    """Holds the page of today."""

    alarms: tuple[AlarmLine, ...] = ()
    new_cases: tuple[CaseLine, ...] = ()
    mine: tuple[CaseLine, ...] = ()
    requests: int = 0
    missed_knocks: int = 0
    withdrawn: int = 0


def today(desk: Desk, reader: Entered) -> Today:
    """Returns what waits for this reader; nothing of anybody's story."""
    waiting = _requests(desk, reader)
    if not may_read(reader):
        return Today(requests=waiting)
    lines = list_cases(desk, reader)
    return Today(
        alarms=_alarms(desk, reader),
        new_cases=tuple(line for line in lines if line.owner_name is None),
        mine=list_cases(desk, reader, mine=True),
        requests=waiting,
        missed_knocks=outbox.missed_since(desk.session, desk.now - _MISSED_FOR),
        withdrawn=referrals.withdrawn_since(desk.session, desk.now - _MISSED_FOR),
    )


def _alarms(desk: Desk, reader: Entered) -> tuple[AlarmLine, ...]:
    found = reports.open_alarms(desk.session, reader.identity.organization_id)
    ordered = sorted(found, key=_urgency)
    lines = []
    for alarm in ordered:
        case = cases.case(desk.session, alarm.case_id)
        if case is not None:
            lines.append(alarm_line(alarm, case.code, desk.now))
    return tuple(lines)


def _urgency(alarm: Alarm) -> tuple[bool, bool, float]:
    in_danger = alarm.kind.value in _PERSON_KINDS[:-1]
    return not in_danger, alarm.opened_at is not None, alarm.raised_at.timestamp()


def _requests(desk: Desk, reader: Entered) -> int:
    if Role.RESPONDER not in reader.identity.roles:
        return 0
    waiting = (AttemptState.SENT, AttemptState.ACKNOWLEDGED)
    mine = reader.identity.organization_id
    return len(referrals.attempts_of_organization(desk.session, mine, waiting))
