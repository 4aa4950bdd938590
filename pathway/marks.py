"""The mark of a drill in the corridor: put on each row as it is made, and checked as it is read."""

from uuid import UUID

from pathway.desk import Desk
from referral import need_store
from referral.model import Attempt
from reporting.cases import store as cases
from reporting.cases.model import Case
from vault import marks
from vault.keyring import JobsKeyring, WebKeyring
from vault.signing import verifier_of


def mark(desk: Desk, table: str, row_id: UUID) -> bytes | None:
    """Returns the mark for a new row of what is heard now; None outside a drill."""
    return None if desk.drill is None else _mark(desk, table, row_id, desk.drill)


def mark_like_case(desk: Desk, table: str, row_id: UUID, case_id: UUID) -> bytes | None:
    """Returns the mark for a new row of a case: all that comes of a drill belongs to it."""
    drill_id = desk.drill or drill_of_case(desk, cases.case(desk.session, case_id))
    return None if drill_id is None else _mark(desk, table, row_id, drill_id)


def mark_like_need(desk: Desk, row_id: UUID, need_id: UUID) -> bytes | None:
    """Returns the mark for a new attempt of a need."""
    need = need_store.need(desk.session, need_id)
    return None if need is None else mark_like_case(desk, "attempt", row_id, need.case_id)


def drill_of_case(desk: Desk, case: Case | None) -> UUID | None:
    """Returns the drill a case belongs to; None for a survivor's."""
    return None if case is None else drill_of(desk.keyring, "case_file", case.id, case.drill)


def drill_of_attempt(keyring: WebKeyring | JobsKeyring, attempt: Attempt) -> UUID | None:
    """Returns the drill an attempt belongs to; either process can ask."""
    return drill_of(keyring, "attempt", attempt.id, attempt.drill)


def drill_of(
    keyring: WebKeyring | JobsKeyring, table: str, row_id: UUID, mark: bytes | None
) -> UUID | None:
    """Returns the drill of a row whose mark is its own; one from elsewhere counts for nothing."""
    if mark is None:
        return None
    return marks.drill_of(verifier(keyring), keyring.programme, table, row_id, mark)


def verifier(keyring: WebKeyring | JobsKeyring) -> bytes:
    """Returns the public half of the key that marks are signed with."""
    if isinstance(keyring, JobsKeyring):
        return keyring.envelope_verifier
    return verifier_of(keyring.envelope_signer)


def _mark(desk: Desk, table: str, row_id: UUID, drill_id: UUID) -> bytes:
    keyring = desk.keyring
    return marks.mark_row(keyring.envelope_signer, keyring.programme, table, row_id, drill_id)
