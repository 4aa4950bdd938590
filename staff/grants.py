"""Letting a colleague read new reports: one who can read hands her the organisation's key."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from sqlalchemy.orm import Session

from staff import store
from staff.directory import is_certified
from staff.enrolment import give_intake_key
from staff.model import Member
from staff.signin import Entered
from staff.unlock import intake_private
from vault.keyring import WebKeyring
from vault.pseudonym import subject_handle


@dataclass(frozen=True)
class Given:
    """Says that the colleague can read new reports from now on."""


@dataclass(frozen=True)
class NotGiven:
    """Says that there was nothing to give, or nobody to give it to."""


def waiting(session: Session, organization_id: UUID) -> tuple[Member, ...]:
    """Returns the members on triage who cannot open their organisation's present intake key."""
    key = store.open_intake_key(session, organization_id)
    if key is None:
        return ()
    readers = store.readers_of(session, key.id)
    own = store.members(session, organization_id)
    return tuple(one for one in own if one.active and one.triage and one.id not in readers)


def give(
    session: Session, keyring: WebKeyring, now: datetime, giver: Entered, member_id: UUID
) -> Given | NotGiven:
    """Hands every intake key that the giver can open to one waiting colleague."""
    organization_id = giver.identity.organization_id
    colleague = next(
        (one for one in waiting(session, organization_id) if one.id == member_id), None
    )
    if colleague is None:
        return NotGiven()
    given = [_pass_on(session, keyring, giver, key.key_id, colleague) for key in
             store.intake_keys(session, organization_id) if is_certified(keyring, key)]  # fmt: skip
    if not any(given):
        return NotGiven()
    subject = subject_handle(keyring, "member", str(colleague.id))
    store.journal(session, "intake_key_given", giver.identity.member_id, subject, None, now)
    return Given()


def fingerprint(member: Member) -> str:
    """Returns what two people read to each other to know that a key is the right one."""
    digest = sha256(member.seal_public + member.sign_public).hexdigest()[:20]
    return " ".join(digest[start : start + 4] for start in range(0, len(digest), 4))


def _pass_on(
    session: Session, keyring: WebKeyring, giver: Entered, key_id: str, colleague: Member
) -> bool:
    organization_id = giver.identity.organization_id
    private = intake_private(
        session, keyring, organization_id, giver.identity.member_id, giver.keys, key_id
    )
    key = next(k for k in store.intake_keys(session, organization_id) if k.key_id == key_id)
    if private is None or store.wrap_for(session, key.id, colleague.id) is not None:
        return False
    give_intake_key(session, keyring, key, private, colleague)
    return True
