"""Today: what needs a person now, as counts and codes, danger first."""

from dataclasses import dataclass
from datetime import timedelta

from kernel.vocabulary import Role
from outbox import store as outbox
from pathway.desk import Desk
from pathway.drills import cases_of
from pathway.marks import drill_of
from pathway.paging import Reach, reach
from pathway.reading import alarm_line, list_cases, may_read
from pathway.views import AlarmLine, CaseLine, DrillLine
from referral import store as referrals
from referral.model import AttemptState
from reporting.cases import store as cases
from reporting.drills import store as drills
from reporting.drills.model import DrillState
from reporting.reports import store as reports
from reporting.reports.model import Alarm
from staff.signin import Entered

_MISSED_FOR = timedelta(days=1)
_DANGER_KINDS = ("danger", "police", "ambulance", "no_police", "cover")


@dataclass(frozen=True)
class Today:
    """Holds the page of today."""

    alarms: tuple[AlarmLine, ...] = ()
    new_cases: tuple[CaseLine, ...] = ()
    mine: tuple[CaseLine, ...] = ()
    requests: int = 0
    missed_knocks: int = 0
    withdrawn: int = 0
    drills: tuple[DrillLine, ...] = ()
    reach: Reach = Reach.REACHED


def today(desk: Desk, reader: Entered) -> Today:
    """Returns what waits for this reader; nothing of anybody's story."""
    waiting = _requests(desk, reader)
    if not may_read(reader):
        return Today(requests=waiting)
    lines, alarms = list_cases(desk, reader), _alarms(desk, reader)
    ours = reader.identity.organization_id
    return Today(
        alarms=alarms,
        new_cases=tuple(one for one in lines if one.owner_name is None and not one.drill),
        mine=tuple(one for one in list_cases(desk, reader, mine=True) if not one.drill),
        requests=waiting,
        missed_knocks=outbox.missed_since(desk.session, desk.now - _MISSED_FOR),
        withdrawn=referrals.withdrawn_since(desk.session, desk.now - _MISSED_FOR),
        drills=_drills(desk),
        reach=reach(desk.session, desk.programme, ours, desk.now) if alarms else Reach.REACHED,
    )


def _alarms(desk: Desk, reader: Entered) -> tuple[AlarmLine, ...]:
    found = reports.open_alarms(desk.session, reader.identity.organization_id)
    ordered = sorted(found, key=lambda alarm: _urgency(desk, alarm))
    lines = []
    for alarm in ordered:
        case = cases.case(desk.session, alarm.case_id)
        if case is not None:
            lines.append(alarm_line(alarm, case.code, desk.now))
    return tuple(lines)


def _urgency(desk: Desk, alarm: Alarm) -> tuple[bool, bool, bool, float]:
    in_danger = alarm.kind.value in _DANGER_KINDS
    # Nobody real ever stands behind a drill.
    practice = drill_of(desk.keyring, "alarm", alarm.id, alarm.drill) is not None
    opened = alarm.opened_at is not None
    return not in_danger, practice, opened, alarm.raised_at.timestamp()


def _drills(desk: Desk) -> tuple[DrillLine, ...]:
    shown = drills.in_state(desk.session, DrillState.REVEALED)
    return tuple(
        DrillLine(one.word, code, str(one.outcome or ""), one.minutes_to(one.opened_at))
        for one in shown
        for code in cases_of(desk.session, desk.keyring, one.id).values()
    )


def _requests(desk: Desk, reader: Entered) -> int:
    if Role.RESPONDER not in reader.identity.roles:
        return 0
    waiting = (AttemptState.SENT, AttemptState.ACKNOWLEDGED)
    mine = reader.identity.organization_id
    return len(referrals.attempts_of_organization(desk.session, mine, waiting))
