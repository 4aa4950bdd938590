"""Her no: grants end, packets are emptied and attempts stop in the transaction that hears it."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from referral import link_store, need_store, store
from referral.model import NEVER_LEFT, OPEN, Actor, Attempt, Event, Moved, NeedState
from referral.packet_store import erase_packets


def withdraw_need(
    session: Session, need_id: UUID, actor: Actor, now: datetime
) -> tuple[Attempt, ...]:
    """Ends everything asked for a need; returns the attempts whose responders are to delete."""
    attempts = store.attempts_of(session, need_id)
    need_store.end_grants(session, need_id, now)
    need_store.set_need_state(session, need_id, NeedState.WITHDRAWN)
    moved = _stop(session, attempts, Event.WITHDRAW, actor, now)
    _erase(session, attempts, now)
    return _to_tell(moved)


def withdraw_attempt(
    session: Session, attempt_id: UUID, actor: Actor, now: datetime
) -> tuple[Attempt, ...]:
    """Ends one attempt and its grant; returns it if its responder is to delete."""
    attempt = store.attempt(session, attempt_id)
    if attempt is None:
        return ()
    need_store.end_grant(session, attempt.grant_id, now)
    moved = _stop(session, (attempt,), Event.WITHDRAW, actor, now)
    _erase(session, (attempt,), now)
    return _to_tell(moved)


def expire(session: Session, attempt: Attempt, now: datetime) -> bool:
    """Ends an attempt that was not answered, or cannot be sent; what it showed is shown no more."""
    moved = _stop(session, (attempt,), Event.EXPIRE, Actor.SYSTEM, now)
    if moved:
        _erase(session, (attempt,), now)
    return bool(moved)


def recall(session: Session, attempt: Attempt, now: datetime) -> None:
    """Takes back one request that was never meant, as when a drill ends."""
    if _stop(session, (attempt,), Event.RECALL, Actor.SYSTEM, now):
        _erase(session, (attempt,), now)


def recall_others(
    session: Session, accepted: Attempt, now: datetime, actor: Actor = Actor.SYSTEM
) -> tuple[Attempt, ...]:
    """Recalls what else was asked for the same need; returns whom to tell to delete."""
    rest = [
        attempt
        for attempt in store.attempts_of(session, accepted.need_id)
        if attempt.id != accepted.id and attempt.state in OPEN
    ]
    moved = _stop(session, rest, Event.RECALL, actor, now)
    _erase(session, rest, now)
    return _to_tell(moved)


def _stop(
    session: Session, attempts: Iterable[Attempt], event: Event, actor: Actor, now: datetime
) -> list[Moved]:
    moves = (store.move(session, one.id, event, actor, now) for one in attempts)
    return [move for move in moves if isinstance(move, Moved)]


def _erase(session: Session, attempts: Iterable[Attempt], now: datetime) -> None:
    ids = [attempt.id for attempt in attempts]
    erase_packets(session, ids)
    link_store.close_links(session, ids, now)


def _to_tell(moved: Iterable[Moved]) -> tuple[Attempt, ...]:
    return tuple(move.attempt for move in moved if move.from_state not in NEVER_LEFT)
