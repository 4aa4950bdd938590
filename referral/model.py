"""Needs, grants and attempts as frozen values, and the one table of an attempt's moves."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from kernel.vocabulary import Category, Tier


class AttemptState(StrEnum):
    """Names where an attempt stands."""

    DRAFTED = "drafted"
    OFFERED = "offered"
    CONSENTED = "consented"
    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    ACCEPTED = "accepted"
    WAITLISTED = "waitlisted"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    REJECTED = "rejected"
    FAILED = "failed"
    WITHDRAWN = "withdrawn"
    RECALLED = "recalled"
    EXPIRED = "expired"
    ENTERED_IN_ERROR = "entered_in_error"


class Event(StrEnum):
    """Names what can happen to an attempt."""

    OFFER = "offer"
    CONSENT = "consent"
    SEND = "send"
    ACKNOWLEDGE = "acknowledge"
    ACCEPT = "accept"
    WAITLIST = "waitlist"
    START = "start"
    COMPLETE = "complete"
    REJECT = "reject"
    FAIL = "fail"
    WITHDRAW = "withdraw"
    RECALL = "recall"
    EXPIRE = "expire"
    CORRECT = "correct"


class Actor(StrEnum):
    """Names who moves an attempt; a worker who records her word acts as the worker."""

    SURVIVOR = "survivor"
    WORKER = "worker"
    PROVIDER = "provider"
    SYSTEM = "system"


class NeedState(StrEnum):
    """Names where a need stands; it closes only with an outcome or by her word."""

    OPEN = "open"
    NO_SERVICE = "no_service"
    MET = "met"
    WITHDRAWN = "withdrawn"


class PacketState(StrEnum):
    """Names whether a packet waits, may be read by its recipient, or is gone."""

    HELD = "held"
    RELEASED = "released"
    ERASED = "erased"


@dataclass(frozen=True)
class Move:
    """Holds where an event leads and who may cause it."""

    to: AttemptState
    actors: frozenset[Actor]


_S, _E, _A = AttemptState, Event, Actor
_BEFORE_SENT = (_S.DRAFTED, _S.OFFERED, _S.CONSENTED)
_ASKED = (_S.SENT, _S.ACKNOWLEDGED)
_TAKEN = (_S.ACCEPTED, _S.IN_PROGRESS)
TERMINAL: Final = frozenset(
    {_S.COMPLETED, _S.REJECTED, _S.FAILED, _S.WITHDRAWN, _S.RECALLED, _S.EXPIRED}
    | {_S.ENTERED_IN_ERROR}
)
OPEN: Final = frozenset(AttemptState) - TERMINAL

# event -> (from any of these states, to this one, moved by any of these)
_MOVES: tuple[tuple[Event, tuple[AttemptState, ...], AttemptState, tuple[Actor, ...]], ...] = (
    (_E.OFFER, (_S.DRAFTED,), _S.OFFERED, (_A.SYSTEM, _A.WORKER)),
    (_E.CONSENT, (_S.DRAFTED, _S.OFFERED), _S.CONSENTED, (_A.SURVIVOR, _A.WORKER)),
    (_E.SEND, (_S.CONSENTED,), _S.SENT, (_A.SYSTEM,)),
    (_E.ACKNOWLEDGE, (_S.SENT,), _S.ACKNOWLEDGED, (_A.PROVIDER,)),
    (_E.ACCEPT, (*_ASKED, _S.WAITLISTED), _S.ACCEPTED, (_A.PROVIDER,)),
    (_E.WAITLIST, _ASKED, _S.WAITLISTED, (_A.PROVIDER,)),
    (_E.REJECT, (*_ASKED, _S.WAITLISTED), _S.REJECTED, (_A.PROVIDER,)),
    (_E.START, (_S.ACCEPTED,), _S.IN_PROGRESS, (_A.PROVIDER, _A.WORKER)),
    (_E.COMPLETE, _TAKEN, _S.COMPLETED, (_A.PROVIDER, _A.WORKER)),
    (_E.FAIL, (*_ASKED, _S.WAITLISTED, *_TAKEN), _S.FAILED, (_A.PROVIDER, _A.WORKER)),
    (_E.WITHDRAW, tuple(OPEN), _S.WITHDRAWN, (_A.SURVIVOR, _A.WORKER)),
    (_E.RECALL, tuple(OPEN), _S.RECALLED, (_A.WORKER, _A.SYSTEM)),
    (_E.EXPIRE, (*_BEFORE_SENT, *_ASKED, _S.WAITLISTED), _S.EXPIRED, (_A.SYSTEM,)),
    (_E.CORRECT, tuple(set(_S) - {_S.ENTERED_IN_ERROR}), _S.ENTERED_IN_ERROR, (_A.WORKER,)),
)
TRANSITIONS: Final[dict[tuple[AttemptState, Event], Move]] = {
    (start, event): Move(end, frozenset(actors))
    for event, starts, end, actors in _MOVES
    for start in starts
}

DECLINE_REASONS: Final = (
    "no_capacity",
    "not_eligible",
    "conflict_of_interest",
    "out_of_area",
    "unsafe",
    "refused_discrimination",
    "other",
)
OUTCOMES: Final[dict[str, Event]] = {
    "service_received": Event.COMPLETE,
    "referred_on": Event.COMPLETE,
    "no_show": Event.FAIL,
    "unreachable": Event.FAIL,
    "service_withdrawn": Event.FAIL,
    "other": Event.COMPLETE,
}
FIELDS: Final = ("what_happened", "when", "area", "language", "feels_right", "contact")


@dataclass(frozen=True)
class Illegal:
    """Says that an event cannot happen to an attempt in this state, or not by this actor."""

    state: AttemptState
    event: Event
    actor: Actor


def next_state(state: AttemptState, event: Event, actor: Actor) -> AttemptState | Illegal:
    """Returns where an event by an actor leads, or says that it leads nowhere."""
    move = TRANSITIONS.get((state, event))
    if move is None or actor not in move.actors:
        return Illegal(state, event, actor)
    return move.to


@dataclass(frozen=True)
class Exclusion:
    """Names what must stay away from her: an organization, a location, a service or an area."""

    kind: str
    target: str


@dataclass(frozen=True)
class NeedSpec:
    """Holds what she needs and what she told of it; None is always "not told", never "no"."""

    category: Category
    area: str | None = None
    tier: Tier = Tier.NORMAL
    language: str = "en"
    language_hard: bool = False
    feels_right: str | None = None
    adult: bool | None = None
    happened_from: datetime | None = None
    happened_to: datetime | None = None
    needs_papers_safe: bool = True
    no_police: bool = False
    can_pay: bool = False
    accepts_waitlist: bool = False
    accessibility: frozenset[str] = frozenset()
    exclusions: tuple[Exclusion, ...] = ()


@dataclass(frozen=True)
class Grant:
    """Holds her yes: for one need, to one organization, for these fields, until it ends."""

    id: UUID
    need_id: UUID
    recipient_id: UUID
    fields: tuple[str, ...]
    valid_from: datetime
    expires_at: datetime
    withdrawn_at: datetime | None = None


@dataclass(frozen=True)
class NoConsent:
    """Says why nothing may be sent: none, wrong_recipient, not_yet, expired or withdrawn."""

    reason: str


_CHECKED: Final = object()


@dataclass(frozen=True)
class ValidGrant:
    """Proves that a grant was checked for a recipient; only `check_grant` can make one."""

    grant: Grant
    checked_at: datetime
    proof: object = field(repr=False)

    def __post_init__(self) -> None:
        """Refuses to exist without the check."""
        if self.proof is not _CHECKED:
            message = "a ValidGrant is made by check_grant only"
            raise TypeError(message)


def check_grant(grant: Grant | None, recipient_id: UUID, now: datetime) -> ValidGrant | NoConsent:
    """Returns the proof that this grant allows this recipient now, or why it does not."""
    if grant is None:
        return NoConsent("none")
    if grant.recipient_id != recipient_id:
        return NoConsent("wrong_recipient")
    if grant.withdrawn_at is not None:
        return NoConsent("withdrawn")
    if now < grant.valid_from:
        return NoConsent("not_yet")
    if now >= grant.expires_at:
        return NoConsent("expired")
    return ValidGrant(grant, now, _CHECKED)
