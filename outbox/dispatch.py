"""Sends what waits: claims, asks safety, opens, hands to the carrier, and says what happened."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy.orm import Session

from kernel.clock import Clock
from kernel.db import Database
from kernel.vocabulary import Address
from outbox import lanes, leases, store
from outbox.carrier import Carrier
from outbox.marking import MOST_ATTEMPTS, Rates, mark
from outbox.model import Claimed, Outgoing, SealedAddress, State
from outbox.rates import lane_of, segments_of
from outbox.safety import Hold, MayNot, may_send
from vault.keyring import JobsKeyring
from vault.opening import CannotOpen, open_packed
from vault.sendings import echo_of

_HELD = {
    Hold.EXPIRED: State.EXPIRED,
    Hold.STOPPED: State.STOPPED,
    Hold.PAUSED: State.PAUSED,
    Hold.WINDOW_CLOSED: State.WINDOW_CLOSED,
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
class _Opened:
    address: Address
    token: str
    via: str
    body: dict[str, Any]


@dataclass(frozen=True)
class _Ready:
    claimed: Claimed
    outgoing: Outgoing
    contact_token: str
    seconds_left: float
    lane: str


def run_once(
    house: House, carrier: Carrier, owner: str, limit: int = 1, rates: Rates | None = None
) -> int:
    """Sends up to `limit` messages and returns how many were looked at.

    A message is marked as being sent, and that mark committed, before the carrier is called: a
    worker that dies in between leaves a message that may have gone, never one that goes twice.
    Without rates nothing keeps to a lane: nobody is slowed down on a practice phone.
    """
    now = house.clock.now()
    with house.database.unit_of_work() as session:
        _settle_lapsed(session, carrier, now)
        full = None if rates is None else lanes.full(session, rates, now)
        claimed = leases.claim(session, owner, now, limit, full)
        ready = [one for each in claimed if (one := _prepare(session, house, each, now, rates))]
    for one in ready:
        outcome = carrier.send(one.outgoing, one.seconds_left)
        with house.database.unit_of_work() as session:
            mark(
                session, one.claimed, outcome, house.clock.now(), via=one.outgoing.via,
                lane=one.lane, contact_token=one.contact_token, rates=rates,
            )  # fmt: skip
    return len(claimed)


def _prepare(
    session: Session, house: House, claimed: Claimed, now: datetime, rates: Rates | None
) -> _Ready | None:
    try:
        opened = _open(house.jobs_keyring, claimed)
    except CannotOpen:
        leases.finish(session, claimed, State.FAILED, "unreadable", now)
        return None
    contact = store.contact(session, opened.token)
    template = opened.body.get("template", "")
    verdict = may_send(
        claimed.kind, opened.address.channel, claimed.expires_at, contact, now,
        has_template=bool(template),
    )  # fmt: skip
    if isinstance(verdict, MayNot):
        leases.finish(session, claimed, _HELD[verdict.why], None, now)
        return None
    outgoing = Outgoing(
        claimed.id, opened.address, opened.body["text"], claimed.expires_at,
        tuple((payload, title) for payload, title in opened.body["buttons"]), opened.via,
        template if verdict.by_template else "",
    )  # fmt: skip
    ready = _Ready(
        claimed, outgoing, opened.token, verdict.seconds_left,
        lane_of(opened.via, opened.address),
    )  # fmt: skip
    return ready if _finds_room(session, house, ready, now, rates) else None


def _finds_room(
    session: Session, house: House, ready: _Ready, now: datetime, rates: Rates | None
) -> bool:
    claimed, outgoing = ready.claimed, ready.outgoing
    if rates is not None:
        cost = segments_of(outgoing.address, outgoing.text)
        if not lanes.take(session, ready.lane, cost, rates, now, claimed.priority):
            leases.wait_for_lane(session, claimed, ready.lane)
            return False
    echo = echo_of(house.jobs_keyring, outgoing.address, outgoing.text)
    leases.mark_leaving(session, claimed, ready.lane, echo)
    return True


def _open(keyring: JobsKeyring, claimed: Claimed) -> _Opened:
    place = store.message_place(keyring.programme, claimed.id)
    body = json.loads(open_packed(keyring.sender_private, place, claimed.body))
    via = body.get("via", "twilio")
    if isinstance(body["to"], str):
        return _Opened(Address.parse(body["to"]), body["contact"], via, body)
    waiting = SealedAddress.read(body["to"])
    who = json.loads(open_packed(keyring.sender_private, waiting.place, waiting.blob))
    return _Opened(Address.parse(who["address"]), who["token"], who.get("via", via), body)


def _settle_lapsed(session: Session, carrier: Carrier, now: datetime) -> None:
    for claimed in leases.lapsed(session):
        if carrier.repeatable and claimed.attempt < MOST_ATTEMPTS:
            leases.put_back(session, claimed, "lapsed", now, now)
        else:
            leases.finish(session, claimed, State.MAYBE_SENT, "lapsed", now)
