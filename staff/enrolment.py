"""Making accounts and handing them keys."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import pyotp
from sqlalchemy.orm import Session

from kernel.ids import new_id, new_token
from kernel.vocabulary import Role
from staff import door_store, store
from staff.directory import certified
from staff.model import (
    INVITED_FOR,
    TRIAGE_ROLES,
    Account,
    Credentials,
    IntakeKey,
    Invitation,
    Member,
    folded_email,
    intake_key_id,
)
from staff.unlock import place_of, wrap_place
from vault.derive import keyed
from vault.keyring import WebKeyring
from vault.keys import PrivateKey, new_private_key
from vault.members import MemberKeys, hand_over
from vault.passphrase import enrol
from vault.sealing import PublicKey, lock
from vault.signing import sign


@dataclass(frozen=True)
class NewMember:
    """Holds a new account with what only its owner may see."""

    account: Account
    keys: MemberKeys
    totp_secret: str

    @property
    def member_id(self) -> UUID:
        """Returns the new member's id."""
        return self.account.member.id


@dataclass(frozen=True)
class Gone:
    """Says that an invitation is over, spent or was never there."""


def new_member(
    keyring: WebKeyring, organization_id: UUID, name: str, email: str, roles: Iterable[Role],
    passphrase: str, totp_secret: str | None = None, *, officer: bool = False,
) -> NewMember:  # fmt: skip
    """Makes an account without storing it; slow, so call it before any transaction."""
    member_id, wanted = new_id(), frozenset(roles)
    enrolled, keys = enrol(passphrase), MemberKeys.generate(str(member_id))
    member = Member(
        member_id, organization_id, name, folded_email(email), wanted, active=True,
        triage=not wanted.isdisjoint(TRIAGE_ROLES), officer=officer,
        seal_public=keys.seal_public.raw, sign_public=keys.sign_public,
    )  # fmt: skip
    secret = totp_secret or pyotp.random_base32()
    credentials = Credentials(
        salt=enrolled.record.salt,
        verifier=enrolled.record.verifier,
        totp=lock(keyring.staff_key, place_of(keyring, member, "totp"), secret.encode()),
        totp_step=0,
        bundle=keys.locked(enrolled.wrapping_key, place_of(keyring, member, "bundle")),
    )
    return NewMember(Account(member, credentials), keys, secret)


def create_member(
    session: Session, keyring: WebKeyring, now: datetime, organization_id: UUID, name: str,
    email: str, roles: Iterable[Role], passphrase: str, totp_secret: str | None = None,
) -> NewMember:  # fmt: skip
    """Makes and stores an account."""
    made = new_member(keyring, organization_id, name, email, roles, passphrase, totp_secret)
    admit(session, made, now)
    return made


def admit(session: Session, made: NewMember, now: datetime) -> None:
    """Stores a new account and notes it in the journal."""
    store.add_account(session, made.account)
    store.journal(session, "account_made", made.member_id, None, None, now)


def open_intake_epoch(
    session: Session, keyring: WebKeyring, root_signer: bytes, organization_id: UUID, epoch: str,
    day: date, members: Iterable[Member] | None = None,
) -> PublicKey:  # fmt: skip
    """Makes an organisation's intake key of an epoch, signed, and hands it to those on triage."""
    private = new_private_key(intake_key_id(organization_id, epoch))
    public = private.public
    message = certified(keyring.programme, organization_id, epoch, public.raw)
    key = IntakeKey(new_id(), organization_id, epoch, public.raw, sign(root_signer, message))
    store.add_intake_key(session, key, day)
    chosen = store.members(session, organization_id) if members is None else members
    for member in chosen:
        if member.active and member.triage:
            give_intake_key(session, keyring, key, private, member)
    return public


def give_intake_key(
    session: Session, keyring: WebKeyring, key: IntakeKey, private: PrivateKey, member: Member
) -> None:
    """Hands an intake key to one more member of its organisation."""
    wrap_id = new_id()
    place = wrap_place(keyring, key.organization_id, wrap_id)
    to = PublicKey(member.seal_key_id, member.seal_public)
    store.add_wrap(session, wrap_id, key.id, member.id, hand_over(private, to, place))


def invite(
    session: Session, keyring: WebKeyring, now: datetime, organization_id: UUID, name: str,
    email: str, roles: Iterable[Role],
) -> str:  # fmt: skip
    """Stores an invitation and returns the token of its link, which is kept nowhere."""
    token = new_token()
    invitation = Invitation(
        new_id(), organization_id, name, folded_email(email), frozenset(roles), now + INVITED_FOR
    )
    door_store.add_invitation(session, invitation, invitation_handle(keyring, token))
    store.journal(session, "account_invited", "command", None, None, now)
    return token


def find_invitation(
    session: Session, keyring: WebKeyring, now: datetime, token: str
) -> Invitation | Gone:
    """Returns the open invitation of a link."""
    found = door_store.invitation(session, invitation_handle(keyring, token), now)
    return found or Gone()


def accept_invitation(
    session: Session, now: datetime, invitation: Invitation, made: NewMember
) -> NewMember | Gone:
    """Uses an invitation up and stores the account; of two at once, one succeeds."""
    if not door_store.spend_invitation(session, invitation.id, now):
        return Gone()
    earlier = store.account_by_email(session, invitation.email)
    if earlier is not None:
        retire(session, earlier.member)
    admit(session, made, now)
    return made


def retire(session: Session, member: Member) -> None:
    """Closes an account for good: its keys cannot come back, and its address is free again."""
    store.deactivate(session, member.id)
    store.rename_email(session, member.id, f"closed:{member.id}")


def invitation_handle(keyring: WebKeyring, token: str) -> bytes:
    """Returns the keyed name under which an invitation is looked up."""
    return keyed(keyring.cookie_secret, b"invitation", token.encode())
