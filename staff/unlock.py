"""The staff room's one way to open things: one-time-code secrets, bundles and handed-over keys."""

from uuid import UUID

from sqlalchemy.orm import Session

from staff import store
from staff.model import Member, Seat
from vault.derive import derive
from vault.keyring import WebKeyring
from vault.keys import PrivateKey
from vault.members import MemberKeys
from vault.opening import CannotOpen, unlock
from vault.sealing import Place


def place_of(keyring: WebKeyring, member: Member, column: str) -> Place:
    """Returns the place of one of a member's sealed columns."""
    return Place(keyring.programme, str(member.organization_id), "member", str(member.id), column)


def seat_place(keyring: WebKeyring, member: Member, seat_id: UUID) -> Place:
    """Returns the place of the bundle that a session keeps."""
    return Place(keyring.programme, str(member.organization_id), "session", str(seat_id), "bundle")


def wrap_place(keyring: WebKeyring, organization_id: UUID, wrap_id: UUID) -> Place:
    """Returns the place of an intake key's wrap for one member."""
    return Place(keyring.programme, str(organization_id), "intake_key_wrap", str(wrap_id), "wrap")


def seat_key(keyring: WebKeyring, secret: bytes) -> bytes:
    """Returns the key of a session's bundle; half of it is known to the browser only."""
    return derive(secret, "session", pepper=keyring.cookie_secret)


def totp_secret(keyring: WebKeyring, member: Member, blob: bytes) -> str:
    """Opens the secret that a member's one-time codes come from."""
    return unlock(keyring.staff_key, place_of(keyring, member, "totp"), blob).decode()


def member_keys(
    keyring: WebKeyring, member: Member, wrapping_key: bytes, bundle: bytes
) -> MemberKeys:
    """Opens a member's bundle with the key from her passphrase."""
    place = place_of(keyring, member, "bundle")
    return MemberKeys.unlocked(str(member.id), wrapping_key, place, bundle)


def seat_keys(keyring: WebKeyring, member: Member, seat: Seat, secret: bytes) -> MemberKeys | None:
    """Opens the bundle that a session keeps with the secret from its cookie, if it is that."""
    place = seat_place(keyring, member, seat.id)
    try:
        return MemberKeys.unlocked(str(member.id), seat_key(keyring, secret), place, seat.bundle)
    except CannotOpen:
        return None


def intake_private(
    session: Session, keyring: WebKeyring, organization_id: UUID, member_id: UUID,
    keys: MemberKeys, key_id: str,
) -> PrivateKey | None:  # fmt: skip
    """Opens an organisation's intake key for a member on triage duty; None for anybody else."""
    for key in store.intake_keys(session, organization_id):
        if key.key_id != key_id:
            continue
        found = store.wrap_for(session, key.id, member_id)
        if found is None:
            return None
        wrap_id, wrap = found
        return keys.receive(key_id, wrap_place(keyring, organization_id, wrap_id), wrap)
    return None
