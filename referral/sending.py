"""Sending a held packet: impossible without a checked grant, and done once however often asked."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from referral import need_store, store
from referral.directory import may_be_sent
from referral.model import (
    NEVER_LEFT,
    Actor,
    Attempt,
    AttemptState,
    Event,
    Moved,
    NoConsent,
    PacketState,
    ValidGrant,
    check_grant,
)
from referral.packet_store import packet_of, release_packet

_ENDED = frozenset({AttemptState.EXPIRED, AttemptState.RECALLED, AttemptState.ENTERED_IN_ERROR})


@dataclass(frozen=True)
class Sent:
    """Says that the packet was released and by when the responder owes an answer."""

    attempt: Attempt


@dataclass(frozen=True)
class AlreadySent:
    """Says that this attempt left before; nothing was done."""

    attempt: Attempt


@dataclass(frozen=True)
class NotSendable:
    """Says why it stays: paused, service_gone, not_consented, ended or no_packet."""

    reason: str


def send(
    session: Session, attempt_id: UUID, grant: ValidGrant, now: datetime
) -> Sent | AlreadySent | NoConsent | NotSendable:
    """Releases the held packet of a consented attempt to the one recipient of a checked grant."""
    attempt = store.attempt(session, attempt_id)
    if attempt is None:
        return NotSendable("not_consented")
    refusal = _refusal(session, attempt, grant, now)
    if refusal is not None:
        return refusal
    moved = store.move(session, attempt_id, Event.SEND, Actor.SYSTEM, now)
    if not isinstance(moved, Moved):
        return AlreadySent(store.attempt(session, attempt_id) or attempt)
    if not release_packet(session, attempt_id, grant):
        message = "the held packet went away between two looks"
        raise RuntimeError(message)
    return Sent(moved.attempt)


def _refusal(
    session: Session, attempt: Attempt, valid: ValidGrant, now: datetime
) -> AlreadySent | NoConsent | NotSendable | None:
    if attempt.grant_id != valid.grant.id:
        return NoConsent("wrong_recipient")
    # The proof may be older than her word: the row is asked again, at this moment.
    current = need_store.grant(session, valid.grant.id, lock=True)
    checked = check_grant(current, attempt.organization_id, now)
    if isinstance(checked, NoConsent):
        return checked
    if attempt.state not in NEVER_LEFT | _ENDED:
        return AlreadySent(attempt)
    reason = _obstacle(session, attempt, now)
    if reason is None:
        return None
    # Somebody else may have sent it between the first look and this one.
    again = store.attempt(session, attempt.id) or attempt
    if again.state not in NEVER_LEFT | _ENDED:
        return AlreadySent(again)
    return NotSendable(reason)


def _obstacle(session: Session, attempt: Attempt, now: datetime) -> str | None:
    if attempt.state in _ENDED:
        return "ended"
    if attempt.state is not AttemptState.CONSENTED:
        return "not_consented"
    if attempt.paused:
        return "paused"
    if not may_be_sent(session, attempt.service_id, now):
        return "service_gone"
    packet = packet_of(session, attempt.id)
    held = packet is not None and packet.state is PacketState.HELD
    return None if held else "no_packet"
