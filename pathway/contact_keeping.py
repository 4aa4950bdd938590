"""Statements of how she may be reached: kept sealed, handed on with the case, ended at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from outbox import store as outbox
from outbox.model import ContactState
from pathway.desk import Desk
from pathway.unsealing import Opener
from reporting.cases import contact_store
from reporting.cases.agreed import Agreed, SafeContact, Standing
from reporting.cases.model import Case, Held
from reporting.reports.model import Alarm, AlarmKind, AlarmState
from vault.pseudonym import subject_handle
from vault.sealing import Place, PublicKey, Sealed, seal_json

# What she does that ends every agreement to be written to first.
ENDS = {
    AlarmKind.UNSAFE: Standing.UNSAFE,
    AlarmKind.COVER: Standing.UNSAFE,
    AlarmKind.STOPPED: Standing.STOPPED,
    AlarmKind.UNDO: Standing.TAKEN_BACK,
    AlarmKind.DELETE: Standing.TAKEN_BACK,
}


@dataclass(frozen=True)
class Known:
    """Holds an open statement, what it says, and what is known of her contact."""

    statement: SafeContact
    agreed: Agreed
    contact: ContactState | None


def known(desk: Desk, opener: Opener, case: Case, *, lock: bool = False) -> Known | None:
    """Opens the statement in force on a case, if there is one and this reader holds its key."""
    statement = contact_store.newest(desk.session, case.id, lock=lock)
    if statement is None or statement.state is not Standing.OPEN or statement.held is None:
        return None
    held = statement.held
    sealed = Sealed(held.wrap, held.body, held.held_by)
    written = opener.json(place_of(desk, case, statement.id), sealed)
    if written is None:
        return None
    agreed = Agreed.read(written)
    return Known(statement, agreed, outbox.contact(desk.session, agreed.token))


def sealed_to(desk: Desk, case: Case, to: PublicKey, statement_id: UUID, agreed: Agreed) -> Held:
    """Seals what was agreed to the key of its case."""
    sealed = seal_json(to, place_of(desk, case, statement_id), agreed.written())
    return Held(sealed.wrap, sealed.body, sealed.held_by)


def place_of(desk: Desk, case: Case, statement_id: UUID) -> Place:
    """Names where the contents of a statement rest."""
    return desk.place(case.organization_id, "safe_contact", statement_id)


def handle_of(desk: Desk, token: str) -> bytes:
    """Returns the keyed name by which a contact's statement is found; no other row has it."""
    return subject_handle(desk.keyring, "safe_contact", token)


def hand_on(desk: Desk, opener: Opener, case: Case, to: PublicKey) -> None:
    """Hands the statement in force on with its case."""
    statement = contact_store.newest(desk.session, case.id)
    if statement is None or statement.held is None or statement.held.held_by == to.id:
        return
    held = statement.held
    sealed = Sealed(held.wrap, held.body, held.held_by)
    handed = opener.hand(to, place_of(desk, case, statement.id), sealed)
    if handed is not None:
        now_held = Held(handed.wrap, handed.body, handed.held_by)
        contact_store.hold(desk.session, statement.id, now_held)


def note_proven(desk: Desk, case_ids: Iterable[UUID]) -> None:
    """Notes on the cases her word opened that she proved herself today."""
    for case_id in case_ids:
        contact_store.set_proven(desk.session, case_id, desk.today)


def end(session: Session, case_id: UUID, state: Standing = Standing.ENDED) -> bool:
    """Ends what stands on a case at once: only she writes; says whether anything stood."""
    return _close(session, contact_store.open_of_case(session, case_id), state)


def end_of_contact(desk: Desk, token: str, state: Standing) -> bool:
    """Ends what stands about the phone a text came from, on whichever case."""
    found = contact_store.open_of_contact(desk.session, handle_of(desk, token))
    return _close(desk.session, found, state)


def end_over(session: Session, today: date) -> bool:
    """Ends the statements whose last day is over."""
    return _close(session, contact_store.open_before(session, today), Standing.OVER)


def ended_by(
    known_of: Known | None, contact: ContactState | None, alarms: Iterable[Alarm]
) -> Standing | None:
    """Says what forbids writing to her first, or has ended what she agreed to before; pure."""
    made_at = known_of.agreed.made_at if known_of else None
    for alarm in alarms:
        stands = alarm.state is not AlarmState.CLOSED
        since = made_at is not None and alarm.raised_at >= made_at
        if alarm.kind in ENDS and (stands or since):
            return ENDS[alarm.kind]
    if contact is not None and contact.paused:
        return Standing.UNSAFE
    return Standing.STOPPED if contact is not None and contact.stopped else None


def _close(session: Session, found: Iterable[tuple[UUID, UUID | None]], state: Standing) -> bool:
    theirs = list(found)
    for _, message_id in theirs:
        if message_id is not None:
            outbox.withdraw(session, message_id)
    if theirs:
        contact_store.close(session, [one for one, _ in theirs], state)
    return bool(theirs)
