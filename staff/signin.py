"""Signing in: passphrase and code on one form, one answer to everything that is wrong.

The three steps are apart because the middle one is slow and no transaction may wait for it:
look up (reading), prove (no database), enter (writing).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

import pyotp
from sqlalchemy.orm import Session

from kernel.ids import new_id, new_token, same
from staff import door_store, store
from staff.access import Identity
from staff.model import LONGEST, Account, Member, Seat
from staff.throttle import Throttle
from staff.unlock import member_keys, seat_key, seat_keys, seat_place, totp_secret
from vault.derive import keyed
from vault.keyring import WebKeyring
from vault.members import MemberKeys
from vault.passphrase import PassphraseRecord, recognise

STEP_SECONDS = 30
_DRIFT = (0, -1, 1)
# A code is compared for unknown people too, so that the answer takes the same work.
_NOBODYS_SECRET = "A" * 32
_TOUCH_AFTER = timedelta(seconds=30)


@dataclass(frozen=True)
class Refused:
    """Says that the three things together were not right, and no more."""


@dataclass(frozen=True)
class TooMany:
    """Says that there were too many tries of late."""


@dataclass(frozen=True)
class SignedIn:
    """Holds a new session and the cookie that opens it."""

    identity: Identity
    session_id: UUID
    cookie: str


@dataclass(frozen=True)
class Entered:
    """Holds a signed-in member for the length of one request; pathway calls her the reader."""

    identity: Identity
    keys: MemberKeys
    session_id: UUID
    ends_in: timedelta
    stale: bool


@dataclass(frozen=True)
class Knock:
    """Holds who says she wants in, before anything is proved."""

    account: Account | None
    throttle: Throttle
    throttled: bool


@dataclass(frozen=True)
class Proof:
    """Holds the outcome of the slow comparison."""

    knock: Knock
    keys: MemberKeys | None
    step: int | None


def look_up(session: Session, keyring: WebKeyring, now: datetime, email: str, origin: str) -> Knock:
    """Finds the account of an e-mail address, which may not exist, and its recent failures."""
    throttle = Throttle.of(keyring, email, origin)
    throttled = throttle.is_closed(session, now)
    return Knock(store.account_by_email(session, email), throttle, throttled)


def prove(
    keyring: WebKeyring, now: datetime, knock: Knock, passphrase: str, code: str
) -> Proof | TooMany:
    """Compares passphrase and code, with the same work for an account that does not exist."""
    if knock.throttled:
        return TooMany()
    account = knock.account
    wrapping_key = recognise(_record(account), passphrase)
    if account is None or wrapping_key is None:
        matching_step(_NOBODYS_SECRET, now, code)
        return Proof(knock, None, None)
    member, credentials = account.member, account.credentials
    step = matching_step(totp_secret(keyring, member, credentials.totp), now, code)
    return Proof(knock, member_keys(keyring, member, wrapping_key, credentials.bundle), step)


def enter(session: Session, keyring: WebKeyring, now: datetime, proof: Proof) -> SignedIn | Refused:
    """Opens a session if everything was right and the code was not used before."""
    account = proof.knock.account
    if account is None or proof.keys is None or proof.step is None:
        return _refuse(session, now, proof)
    if not store.spend_code(session, account.member.id, proof.step):
        return _refuse(session, now, proof)
    proof.knock.throttle.forgive(session, now)
    store.journal(session, "signed_in", account.member.id, None, None, now)
    return take_seat(session, keyring, now, account.member, proof.keys)


def sign_in(
    session: Session, keyring: WebKeyring, now: datetime, email: str, passphrase: str, code: str
) -> SignedIn | Refused | TooMany:
    """Takes the three steps in one session, for commands and tests."""
    proof = prove(keyring, now, look_up(session, keyring, now, email, ""), passphrase, code)
    return proof if isinstance(proof, TooMany) else enter(session, keyring, now, proof)


def resume(session: Session, keyring: WebKeyring, now: datetime, cookie: str) -> Entered | None:
    """Opens a session again with its cookie; None if it is over, ended or not this one's."""
    found = _seat_of(session, keyring, cookie)
    if found is None or not found[0].is_open(now):
        return None
    seat, secret = found
    member = store.member(session, seat.member_id)
    if member is None or not member.active:
        return None
    keys = seat_keys(keyring, member, seat, secret)
    if keys is None:
        return None
    stale = now - seat.seen_at > _TOUCH_AFTER
    return Entered(member.identity, keys, seat.id, seat.ends_in(now), stale)


def sign_out(session: Session, entered: Entered, now: datetime) -> None:
    """Ends the session for good."""
    door_store.end_seat(session, entered.session_id, entered.identity.member_id)
    store.journal(session, "signed_out", entered.identity.member_id, None, None, now)


def take_seat(
    session: Session, keyring: WebKeyring, now: datetime, member: Member, keys: MemberKeys
) -> SignedIn:
    """Opens a session for a member whose keys are at hand."""
    seat_id, token = new_id(), new_token() + new_token()
    secret = token.encode()
    bundle = keys.locked(seat_key(keyring, secret), seat_place(keyring, member, seat_id))
    seat = Seat(seat_id, member.id, _hash(keyring, secret), bundle, now, now, now + LONGEST)
    door_store.add_seat(session, seat)
    return SignedIn(member.identity, seat_id, f"{seat_id.hex}.{token}")


def _record(account: Account | None) -> PassphraseRecord | None:
    if account is None:
        return None
    return PassphraseRecord(account.credentials.salt, account.credentials.verifier)


def _refuse(session: Session, now: datetime, proof: Proof) -> Refused:
    proof.knock.throttle.note_failure(session, now)
    account = proof.knock.account
    actor = account.member.id if account else "unknown"
    store.journal(session, "sign_in_refused", actor, None, None, now)
    return Refused()


def _seat_of(session: Session, keyring: WebKeyring, cookie: str) -> tuple[Seat, bytes] | None:
    written, _, token = cookie.partition(".")
    try:
        seat = door_store.seat(session, UUID(hex=written))
    except ValueError:
        return None
    secret = token.encode()
    if seat is None or not same(_hash(keyring, secret), seat.secret_hash):
        return None
    return seat, secret


def _hash(keyring: WebKeyring, secret: bytes) -> bytes:
    return keyed(keyring.cookie_secret, b"session", secret)


def matching_step(secret: str, now: datetime, code: str) -> int | None:
    """Returns the time step whose one-time code this is, one step of drift allowed."""
    codes, present = pyotp.TOTP(secret), int(now.timestamp()) // STEP_SECONDS
    written = code.encode()
    found = [step for drift in _DRIFT if same(_code(codes, step := present + drift), written)]
    return max(found, default=None)


def _code(codes: pyotp.TOTP, step: int) -> bytes:
    return codes.generate_otp(step).encode()
