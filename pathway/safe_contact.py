"""Writing to her first: only as she agreed with a worker, one neutral line, then silence."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Final
from uuid import UUID

from kernel.ids import new_id
from kernel.vocabulary import Address, Channel
from outbox import store as outbox
from outbox.model import Kind
from pathway import contact_keeping as keeping
from pathway import contact_rules as rules
from pathway.casework import case_public
from pathway.contact_keeping import Known
from pathway.desk import Denied, Desk
from pathway.intake import note
from pathway.reading import Opened, unlock
from reporting.cases import contact_store
from reporting.cases import store as cases
from reporting.cases.agreed import Agreed, Proof, SafeContact, Standing
from staff.signin import Entered
from vault.pseudonym import contact_token, stretch

# The neutral line is worth nothing later: she expects it within her hours, about now.
WORTH: Final = timedelta(minutes=10)
FirstLine = Callable[[str, Channel], str]


@dataclass(frozen=True)
class Wish:
    """Holds what she told a worker: where and when she may be written to first."""

    address: Address
    via: str
    language: str
    weekdays: tuple[int, ...]
    starts: time
    ends: time
    until: date
    checked: bool
    words: str = ""


def warm(address: Address) -> None:
    """Makes the slow stretch of an address before any transaction is opened."""
    stretch(address)


def agree(desk: Desk, reader: Entered, case_id: UUID, wish: Wish) -> SafeContact | Denied:
    """Writes down what she agreed to, sealed like the case; what was agreed before gives way."""
    cases.lock_case(desk.session, case_id)
    opened = _opened(desk, reader, case_id)
    if isinstance(opened, Denied):
        return opened
    token = contact_token(desk.keyring, stretch(wish.address))
    contact = outbox.contact(desk.session, token)
    reason = rules.why_none(desk, opened.case, contact) or rules.why_not_so_long(
        desk, case_id, wish.until, checked=wish.checked
    )
    if reason:
        return Denied(reason)
    keeping.end(desk.session, case_id, Standing.REPLACED)
    statement_id, member_id = new_id(), reader.identity.member_id
    proof = Proof.WORKER if wish.checked else Proof.WORD
    agreed = Agreed(
        str(wish.address), token, wish.via, wish.language, wish.weekdays, wish.starts, wish.ends,
        proof, wish.words, desk.now,
    )  # fmt: skip
    held = keeping.sealed_to(desk, opened.case, case_public(desk, opened), statement_id, agreed)
    handle = keeping.handle_of(desk, token)
    statement = SafeContact(
        statement_id, case_id, member_id, desk.today, wish.until, Standing.OPEN, handle, held
    )
    contact_store.add(desk.session, statement, held)
    note(desk, "contact.agreed", "case_file", case_id, str(member_id))
    return statement


def text_now(desk: Desk, reader: Entered, case_id: UUID, say: FirstLine) -> UUID | Denied:
    """Sends her the neutral first line, if she agreed to this moment; once, until she writes."""
    cases.lock_case(desk.session, case_id)
    opened = _opened(desk, reader, case_id)
    if isinstance(opened, Denied):
        return opened
    found = keeping.known(desk, opened.opener, opened.case, lock=True)
    if found is None:
        return Denied("only_she_writes")
    reason = rules.why_not_now(desk, opened.case, found)
    if reason:
        return Denied(reason)
    message_id = _send(desk, found, say)
    last_heard = found.contact.last_inbound_hour if found.contact else None
    agreed = found.agreed.texted(desk.now, last_heard)
    to, statement_id = case_public(desk, opened), found.statement.id
    held = keeping.sealed_to(desk, opened.case, to, statement_id, agreed)
    contact_store.hold(desk.session, statement_id, held, message_id)
    note(desk, "contact.texted", "case_file", case_id, str(reader.identity.member_id))
    return message_id


def reveal(desk: Desk, reader: Entered, case_id: UUID, purpose: str) -> str | Denied:
    """Returns the address in full; who looked, and why, is in the journal."""
    opened = _opened(desk, reader, case_id)
    if isinstance(opened, Denied):
        return opened
    found = keeping.known(desk, opened.opener, opened.case)
    if found is None:
        return Denied("only_she_writes")
    note(desk, "contact.shown", "case_file", case_id, str(reader.identity.member_id), purpose)
    return found.agreed.address


def end_by_worker(desk: Desk, reader: Entered, case_id: UUID) -> UUID | Denied:
    """Ends it because she said so, or because it is not safe any more."""
    opened = _opened(desk, reader, case_id)
    if isinstance(opened, Denied):
        return opened
    if keeping.end(desk.session, case_id):
        note(desk, "contact.ended", "case_file", case_id, str(reader.identity.member_id))
    return case_id


def _send(desk: Desk, found: Known, say: FirstLine) -> UUID:
    agreed, address = found.agreed, Address.parse(found.agreed.address)
    left = rules.left(desk, agreed) or timedelta()
    return outbox.enqueue(
        desk.session,
        desk.keyring,
        kind=Kind.STAFF,
        address=address,
        text=say(agreed.language, address.channel),
        contact_token=agreed.token,
        now=desk.now,
        expires_at=desk.now + min(left, WORTH),
        via=agreed.via,
        template=agreed.language,
    )


def _opened(desk: Desk, reader: Entered, case_id: UUID) -> Opened | Denied:
    case = cases.case(desk.session, case_id)
    return Denied("not_found") if case is None else unlock(desk, reader, case)
