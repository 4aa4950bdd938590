"""Sends what waits: claims, asks safety, opens, hands to the carrier, and says what happened."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol, assert_never

from sqlalchemy.orm import Session

from kernel.clock import Clock
from kernel.db import Database
from kernel.ids import random_bytes
from kernel.vocabulary import Address
from outbox import leases, store
from outbox.carrier import Accepted, Carrier, MaybeSent, Outcome, Rejected
from outbox.errors import RETRYABLE, What
from outbox.model import Claimed, Outgoing, SealedAddress, State
from outbox.safety import Hold, MayNot, may_send
from vault.keyring import JobsKeyring
from vault.opening import CannotOpen, open_packed

_MOST_ATTEMPTS = 8
_FIRST_WAIT_SECONDS = 2.0
_HELD = {
    Hold.EXPIRED: State.EXPIRED,
    Hold.STOPPED: State.STOPPED,
    Hold.PAUSED: State.PAUSED,
    Hold.WINDOW_CLOSED: State.WINDOW_CLOSED,
}
_ENDS = {
    What.OPTED_OUT: State.STOPPED,
    What.NEEDS_TEMPLATE: State.WINDOW_CLOSED,
    What.EXPIRED: State.EXPIRED,
}


class House(Protocol):
    """Is what the outbox needs of the house."""

    @property
    def database(self) -> Database:
        """Gives the database."""
        ...

    @property
    def clock(self) -> Clock:
        """Gives the clock."""
        ...

    @property
    def jobs_keyring(self) -> JobsKeyring:
        """Gives the keyring of the jobs process."""
        ...


@dataclass(frozen=True)
class _Ready:
    claimed: Claimed
    outgoing: Outgoing
    contact_token: str
    seconds_left: float


def run_once(house: House, carrier: Carrier, owner: str, limit: int = 1) -> int:
    """Sends up to `limit` messages and returns how many were looked at.

    A message is marked as being sent, and that mark committed, before the carrier is called: a
    worker that dies in between leaves a message that may have gone, never one that goes twice.
    """
    now = house.clock.now()
    with house.database.unit_of_work() as session:
        _settle_lapsed(session, carrier, now)
        claimed = leases.claim(session, owner, now, limit)
        ready = [one for each in claimed if (one := _prepare(session, house, each, now))]
    for one in ready:
        outcome = carrier.send(one.outgoing, one.seconds_left)
        with house.database.unit_of_work() as session:
            _mark(session, one, outcome, house.clock.now())
    return len(claimed)


def _prepare(session: Session, house: House, claimed: Claimed, now: datetime) -> _Ready | None:
    keyring = house.jobs_keyring
    place = store.message_place(keyring.programme, claimed.id)
    try:
        body = json.loads(open_packed(keyring.sender_private, place, claimed.body))
        address, token = _addressee(keyring, body)
    except CannotOpen:
        leases.finish(session, claimed, State.FAILED, "unreadable", now)
        return None
    contact = store.contact(session, token)
    verdict = may_send(claimed.kind, address.channel, claimed.expires_at, contact, now)
    if isinstance(verdict, MayNot):
        leases.finish(session, claimed, _HELD[verdict.why], None, now)
        return None
    outgoing = Outgoing(
        claimed.id, address, body["text"], claimed.expires_at, tuple(body["buttons"])
    )
    return _Ready(claimed, outgoing, token, verdict.seconds_left)


def _addressee(keyring: JobsKeyring, body: dict[str, Any]) -> tuple[Address, str]:
    if isinstance(body["to"], str):
        return Address.parse(body["to"]), body["contact"]
    waiting = SealedAddress.read(body["to"])
    who = json.loads(open_packed(keyring.sender_private, waiting.place, waiting.blob))
    return Address.parse(who["address"]), who["token"]


def _mark(session: Session, ready: _Ready, outcome: Outcome, now: datetime) -> None:
    claimed = ready.claimed
    match outcome:
        case Accepted():
            leases.finish(session, claimed, State.ACCEPTED, None, now)
        case MaybeSent(code=code):
            leases.finish(session, claimed, State.MAYBE_SENT, code, now)
        case Rejected(code=code, what=what) if what in RETRYABLE:
            _wait_or_give_up(session, claimed, code, now)
        case Rejected(code=code, what=what):
            if what is What.OPTED_OUT:
                store.mark_stopped(session, ready.contact_token)
            leases.finish(session, claimed, _ENDS.get(what, State.FAILED), code, now)
        case _:
            assert_never(outcome)


def _wait_or_give_up(session: Session, claimed: Claimed, code: str, now: datetime) -> None:
    not_before = now + _backoff(claimed.attempt)
    if not_before >= claimed.expires_at:
        leases.finish(session, claimed, State.EXPIRED, code, now)
    elif claimed.attempt >= _MOST_ATTEMPTS:
        leases.finish(session, claimed, State.FAILED, code, now)
    else:
        leases.put_back(session, claimed, code, now, not_before)


def _settle_lapsed(session: Session, carrier: Carrier, now: datetime) -> None:
    for claimed in leases.lapsed(session):
        if carrier.repeatable and claimed.attempt < _MOST_ATTEMPTS:
            leases.put_back(session, claimed, "lapsed", now, now)
        else:
            leases.finish(session, claimed, State.MAYBE_SENT, "lapsed", now)


def _backoff(attempt: int) -> timedelta:
    # Doubling, and spread from a half to the whole, so that many do not come back at once.
    spread = 0.5 + random_bytes(1)[0] / 510
    return timedelta(seconds=_FIRST_WAIT_SECONDS * 2 ** (attempt - 1) * spread)
