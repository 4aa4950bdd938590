"""Taking back: at once, in one transaction, and never the same as a sign that anything existed."""

from uuid import UUID

from pathway import contact_keeping
from pathway.desk import Denied, Desk
from pathway.handover import release_next
from pathway.intake import note
from pathway.notice import post_of
from pathway.reading import unlock
from referral import need_store, store, withdrawing
from referral.model import Actor
from reporting.cases import store as cases
from reporting.cases.agreed import Standing
from reporting.reports import store as reports
from staff.signin import Entered


def withdraw_case(desk: Desk, case_id: UUID) -> None:
    """Ends every request of a case: grants, attempts, packets and links; a worker sees it."""
    for need in need_store.needs_of(desk.session, case_id):
        withdrawing.withdraw_need(desk.session, need.id, Actor.SURVIVOR, desk.now)
    contact_keeping.end(desk.session, case_id, Standing.TAKEN_BACK)
    cases.make_due(desk.session, case_id, desk.now)
    note(desk, "consent.withdrawn", "case_file", case_id)


def pause_case(desk: Desk, case_id: UUID) -> None:
    """Holds every request of a case: nothing more is disclosed until a worker looks."""
    needs = [need.id for need in need_store.needs_of(desk.session, case_id)]
    store.pause(desk.session, needs)
    # Whoever holds her phone may end this: nobody loses anything by our silence.
    contact_keeping.end(desk.session, case_id, Standing.TAKEN_BACK)
    cases.make_due(desk.session, case_id, desk.now)
    note(desk, "consent.paused", "case_file", case_id)


def end_hold(desk: Desk, reader: Entered, case_id: UUID) -> UUID | Denied:
    """Lets requests go on that were on hold, because she told a worker so herself."""
    case = cases.case(desk.session, case_id)
    opened = Denied("not_found") if case is None else unlock(desk, reader, case)
    if isinstance(opened, Denied):
        return opened
    needs = [need.id for need in need_store.needs_of(desk.session, case_id)]
    store.pause(desk.session, needs, paused=False)
    actor = str(reader.identity.member_id)
    note(desk, "consent.confirmed", "case_file", case_id, actor)
    for need_id in needs:
        if store.next_held(desk.session, need_id) and not store.waits(desk.session, need_id):
            release_next(post_of(desk), need_id)
    return case_id


def was_here(desk: Desk, contact_token: str) -> bool:
    """Says whether anything came from this phone before; nobody outside is told."""
    return bool(reports.reports_of(desk.session, contact_token))
