"""A drill in the corridor: heard as what it is, timed, shown in time, and giving way to danger."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from kernel.vocabulary import Address, Inbound
from pathway.desk import Desk
from pathway.marks import drill_of, drill_of_attempt, drill_of_case, verifier
from referral import drilled as asked
from referral import need_store, store, withdrawing
from referral.model import Attempt
from reporting.cases import drilled as drilled_cases
from reporting.cases import store as cases
from reporting.cases.model import Case, CaseState
from reporting.drills import store as drills
from reporting.drills.model import Drill, DrillState, Outcome, outcome_of
from reporting.reports import store as reports
from reporting.reports.model import CALLING, AlarmKind, AlarmState
from vault import marks
from vault.keyring import JobsKeyring, WebKeyring

SCHEME = "drill"
STOPPED = "drill"
_CALLS_OTHERS = frozenset({AlarmKind.POLICE, AlarmKind.AMBULANCE})
CALLS_US = CALLING


def address_of(drill_id: UUID) -> Address:
    """Returns the reserved address a drill writes from; no carrier takes it anywhere."""
    return Address(SCHEME, drill_id.hex)


def is_from_drill(inbound: Inbound) -> bool:
    """Says whether a text claims to be of a drill, rightly or not."""
    return bool(inbound.drill) or inbound.sender.scheme == SCHEME


def at_drill(desk: Desk, inbound: Inbound) -> Desk | None:
    """Returns the desk at which a drill's text is heard; None when it only claims to be one."""
    keyring = desk.keyring
    signed_by, who = verifier(keyring), str(inbound.sender)
    found = marks.read_text_mark(signed_by, keyring.programme, who, inbound.drill)
    if found is None or inbound.sender != address_of(found.drill_id):
        return None
    drill = drills.drill(desk.session, found.drill_id)
    runs = drill is not None and drill.state is DrillState.RUNNING
    if not runs or drill is None or drill.started_at != found.started_at:
        return None
    return replace(desk, drill=drill.id)


def note_opened(desk: Desk, case: Case) -> None:
    """Notes that a person has opened a case, if it is a drill's; before any call it is revealed."""
    drill_id = drill_of_case(desk, case)
    if drill_id is None:
        return
    drills.note_time(desk.session, drill_id, "opened_at", desk.now)
    if any(one.kind in _CALLS_OTHERS for one in reports.alarms_of(desk.session, case.id)):
        reveal(desk.session, desk.keyring, drill_id, desk.now, Outcome.BEFORE_CALL)


def note_answered(desk: Desk, case_id: UUID) -> None:
    """Notes that somebody answered, if it is a drill's case."""
    _note(desk, cases.case(desk.session, case_id), "answered_at")


def note_accepted(desk: Desk, case_id: UUID) -> None:
    """Notes that somebody took a case on, if it is a drill's."""
    _note(desk, cases.case(desk.session, case_id), "accepted_at")


def note_yes(desk: Desk, attempt: Attempt) -> None:
    """Notes that a service said yes, if it was asked in a drill."""
    drill_id = drill_of_attempt(desk.keyring, attempt)
    if drill_id is not None:
        drills.note_time(desk.session, drill_id, "accepted_at", desk.now)


def may_be_asked(session: Session, keyring: WebKeyring | JobsKeyring, attempt: Attempt) -> bool:
    """Says whether a request may leave: in a drill only to those who agreed to take part."""
    if drill_of_attempt(keyring, attempt) is None:
        return True
    return asked.takes_part(session, attempt.organization_id)


def stop_short(desk: Desk, case: Case) -> None:
    """Ends a drill because somebody is about to ask a service that does not take part."""
    drill_id = drill_of_case(desk, case)
    if drill_id is not None:
        reveal(desk.session, desk.keyring, drill_id, desk.now, Outcome.BEFORE_CALL)


def give_way(desk: Desk, kind: AlarmKind) -> None:
    """Ends every drill at once, because somebody real asks for a person now."""
    if desk.drill is None and kind in CALLS_US:
        for drill in drills.in_state(desk.session, DrillState.RUNNING):
            yielded = Outcome.YIELDED if drill.opened_at is None else Outcome.OPENED
            reveal(desk.session, desk.keyring, drill.id, desk.now, yielded)


def reveal(
    session: Session,
    keyring: WebKeyring | JobsKeyring,
    drill_id: UUID,
    now: datetime,
    outcome: Outcome | None = None,
) -> bool:
    """Ends a drill and says what it was: its red items close, its requests are recalled."""
    drill = drills.drill(session, drill_id, lock=True)
    if drill is None or not drills.reveal(session, drill_id, outcome or outcome_of(drill), now):
        return False
    for case_id in cases_of(session, keyring, drill_id):
        for alarm in reports.alarms_of(session, case_id):
            reports.mark_alarm(session, alarm.id, AlarmState.CLOSED, now)
            reports.touch_alarm(session, alarm.id, reply_to=None, reply_until=None)
        for need in need_store.needs_of(session, case_id):
            for attempt in store.attempts_of(session, need.id):
                withdrawing.recall(session, attempt, now)
        cases.move(session, case_id, CaseState.CLOSED)
    return True


def cases_of(
    session: Session, keyring: WebKeyring | JobsKeyring, drill_id: UUID
) -> dict[UUID, str]:
    """Returns the cases of a drill with their codes; a mark that is not theirs does not count."""
    return {
        case_id: code
        for case_id, code, mark in drilled_cases.marked(session, drill_id)
        if drill_of(keyring, "case_file", case_id, mark) == drill_id
    }


def shown_drill(desk: Desk, case: Case | None) -> Drill | None:
    """Returns the drill a case belongs to, once everybody may know."""
    return _if_shown(desk, drill_of_case(desk, case))


def shown_request(desk: Desk, attempt: Attempt) -> bool:
    """Says whether a request is known to have been practice."""
    return _if_shown(desk, drill_of_attempt(desk.keyring, attempt)) is not None


def _if_shown(desk: Desk, drill_id: UUID | None) -> Drill | None:
    drill = None if drill_id is None else drills.drill(desk.session, drill_id)
    return drill if drill is not None and drill.is_shown(desk.now) else None


def _note(desk: Desk, case: Case | None, name: str) -> None:
    drill_id = drill_of_case(desk, case)
    if drill_id is not None:
        drills.note_time(desk.session, drill_id, name, desk.now)
