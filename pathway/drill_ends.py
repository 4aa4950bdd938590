"""When drills begin and end: never over somebody real, shown in a quarter of an hour, erased."""

from datetime import timedelta
from uuid import UUID

from outbox.drilled import forget_contact
from pathway.desk import Desk
from pathway.drills import CALLS_US, cases_of, reveal
from pathway.marks import drill_of
from referral import drilled as asked
from reporting.cases import drilled as drilled_cases
from reporting.drills import store
from reporting.drills.model import KEPT, Drill, DrillState, Outcome, outcome_of
from reporting.reports import drilled as drilled_reports
from reporting.reports import store as reports
from reporting.reports.model import AlarmState
from staff.rota import on_shift

_WAITS_AT_MOST = timedelta(hours=1)


def begin_due(desk: Desk) -> tuple[Drill, ...]:
    """Begins the drills whose time has come; one that could not begin for an hour is called off."""
    planned = [
        one for one in store.in_state(desk.session, DrillState.PLANNED) if one.due_at <= desk.now
    ]
    begun = []
    for drill in planned:
        if desk.now - drill.due_at > _WAITS_AT_MOST:
            store.cancel(desk.session, drill.id)
        elif why_not_now(desk) is None and store.begin(desk.session, drill.id, desk.now):
            begun.append(drill)
    return tuple(begun)


def why_not_now(desk: Desk) -> str | None:
    """Says why no drill may begin at this moment: line_closed, nobody_on_shift, somebody_real."""
    if not desk.programme.open:
        return "line_closed"
    if not on_shift(desk.rota, desk.now, desk.programme.timezone):
        return "nobody_on_shift"
    return "somebody_real" if somebody_waits(desk) else None


def somebody_waits(desk: Desk) -> bool:
    """Says whether a red item of somebody real stands unopened."""
    return any(
        one.kind in CALLS_US
        and one.state is AlarmState.RAISED
        and drill_of(desk.keyring, "alarm", one.id, one.drill) is None
        for one in reports.open_alarms(desk.session, desk.intake_id)
    )


def end_due(desk: Desk) -> tuple[Drill, ...]:
    """Reveals the drills whose time is over, and every one while somebody real waits."""
    running = store.in_state(desk.session, DrillState.RUNNING)
    waits = bool(running) and somebody_waits(desk)
    ended = []
    for drill in running:
        if not (waits or drill.is_shown(desk.now)):
            continue
        late = Outcome.YIELDED if waits and drill.opened_at is None else outcome_of(drill)
        if reveal(desk.session, desk.keyring, drill.id, desk.now, late):
            ended.append(drill)
    return tuple(ended)


def due_for_erasure(desk: Desk) -> tuple[Drill, ...]:
    """Returns the drills that were revealed long enough ago."""
    return tuple(
        one
        for one in store.in_state(desk.session, DrillState.REVEALED)
        if one.revealed_at is not None and one.revealed_at + KEPT <= desk.now
    )


def erase(desk: Desk, drill: Drill, contact_token: str) -> None:
    """Removes everything a drill made; its times and its outcome stay as history."""
    session = desk.session
    ours = tuple(cases_of(session, desk.keyring, drill.id))
    asked.remove(session, ours)
    drilled_reports.remove_alarms(session, ours)
    drilled_cases.remove(session, ours)
    drilled_reports.remove(session, _reports_of(desk, drill.id))
    forget_contact(session, contact_token)
    store.mark_erased(session, drill.id, desk.now)


def _reports_of(desk: Desk, drill_id: UUID) -> tuple[UUID, ...]:
    return tuple(
        report_id
        for report_id, mark in drilled_reports.marked(desk.session, drill_id)
        if drill_of(desk.keyring, "report", report_id, mark) == drill_id
    )
