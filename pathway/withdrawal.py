"""Taking back: at once, in one transaction, and never the same as a sign that anything existed."""

from uuid import UUID

from pathway.desk import Desk
from pathway.intake import note
from referral import need_store, store, withdrawing
from referral.model import Actor
from reporting.cases import store as cases
from reporting.reports import store as reports


def withdraw_case(desk: Desk, case_id: UUID) -> None:
    """Ends every request of a case: grants, attempts, packets and links; a worker sees it."""
    for need in need_store.needs_of(desk.session, case_id):
        withdrawing.withdraw_need(desk.session, need.id, Actor.SURVIVOR, desk.now)
    cases.make_due(desk.session, case_id, desk.now)
    note(desk, "consent.withdrawn", "case_file", case_id)


def pause_case(desk: Desk, case_id: UUID) -> None:
    """Holds every request of a case: nothing more is disclosed until a worker looks."""
    needs = [need.id for need in need_store.needs_of(desk.session, case_id)]
    store.pause(desk.session, needs)
    cases.make_due(desk.session, case_id, desk.now)
    note(desk, "consent.paused", "case_file", case_id)


def was_here(desk: Desk, contact_token: str) -> bool:
    """Says whether anything came from this phone before; nobody outside is told."""
    return bool(reports.reports_of(desk.session, contact_token))
