"""When she may be written to first: nearly never, and never against what she did since."""

from datetime import UTC, date, timedelta
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from outbox.model import ContactState
from pathway.contact_keeping import Known, ended_by
from pathway.desk import Desk
from reporting.cases import contact_store
from reporting.cases.agreed import DAYS, Agreed, Standing, proven_lately
from reporting.cases.model import Case, CaseState
from reporting.reports import store as reports

_SHORTEST: Final = timedelta(minutes=1)


def why_not_now(desk: Desk, case: Case, found: Known) -> str | None:
    """Says why she must not be written to at this moment; None when she may be."""
    agreed, contact = found.agreed, found.contact
    forbids = why_none(desk, case, contact, found)
    if forbids:
        return forbids
    if desk.today > found.statement.until:
        return "over"
    if agreed.waits(contact.last_inbound_hour if contact else None):
        return "wrote_once"
    time_left = left(desk, agreed)
    return None if time_left is not None and time_left >= _SHORTEST else "not_her_hours"


def why_none(
    desk: Desk, case: Case, contact: ContactState | None, found: Known | None = None
) -> str | None:
    """Says why nothing may be agreed about this phone, or sent to it; None when it may."""
    forbids = forbidden(desk, case, contact, found)
    if forbids:
        return forbids
    if contact is None or contact.last_inbound_hour is None:
        return "never_wrote"
    silent = timedelta(days=desk.programme.stranger_days)
    return "stranger" if desk.now - contact.last_inbound_hour > silent else None


def forbidden(
    desk: Desk, case: Case, contact: ContactState | None = None, found: Known | None = None
) -> str | None:
    """Says what forbids it on this case, whatever phone she names; None when nothing does."""
    if not desk.programme.staff_first_on:
        return "off"
    if case.drill is not None:
        return "practice"
    if case.state is CaseState.CLOSED:
        return "closed"
    did = ended_by(found, contact, reports.alarms_of(desk.session, case.id))
    return None if did is None else did.value


def ended(desk: Desk, case: Case, found: Known) -> Standing | None:
    """Says what has ended an agreement for good: something she did since, or its last day."""
    if desk.today > found.statement.until:
        return Standing.OVER
    return ended_by(found, found.contact, reports.alarms_of(desk.session, case.id))


def why_not_so_long(desk: Desk, case_id: UUID, until: date, *, checked: bool) -> str | None:
    """Says why an agreement cannot last until that day; None when it can."""
    last = last_day(desk, case_id, checked=checked)
    if last is None:
        return "not_proven"
    return None if desk.today <= until <= last else "too_long"


def last_day(desk: Desk, case_id: UUID, *, checked: bool) -> date | None:
    """Returns the last day that may be agreed on today, or None while she is not proven."""
    if checked:
        return desk.today + DAYS
    day = contact_store.proven_on(desk.session, case_id)
    return day + DAYS if day is not None and proven_lately(day, desk.today) else None


def left(desk: Desk, agreed: Agreed) -> timedelta | None:
    """Returns how long her hours still last, or None outside them."""
    local = desk.now.astimezone(ZoneInfo(desk.programme.timezone))
    ends_at = agreed.ends_at(local)
    # In UTC: local times subtract as the clock shows them, wrong on a day when it is changed.
    return None if ends_at is None else ends_at.astimezone(UTC) - desk.now
