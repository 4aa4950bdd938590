"""The one table of an attempt's moves: from which state, by which event, through whom, to where."""

from dataclasses import dataclass
from typing import Final

from referral.model import OPEN, Actor, AttemptState, Event


@dataclass(frozen=True)
class Move:
    """Holds where an event leads and who may cause it."""

    to: AttemptState
    actors: frozenset[Actor]


@dataclass(frozen=True)
class Illegal:
    """Says that an event cannot happen to an attempt in this state, or not by this actor."""

    state: AttemptState
    event: Event
    actor: Actor


_S, _E, _A = AttemptState, Event, Actor
_BEFORE_SENT = (_S.DRAFTED, _S.OFFERED, _S.CONSENTED)
_ASKED = (_S.SENT, _S.ACKNOWLEDGED)
_TAKEN = (_S.ACCEPTED, _S.IN_PROGRESS)

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


def next_state(state: AttemptState, event: Event, actor: Actor) -> AttemptState | Illegal:
    """Returns where an event by an actor leads, or says that it leads nowhere."""
    move = TRANSITIONS.get((state, event))
    if move is None or actor not in move.actors:
        return Illegal(state, event, actor)
    return move.to
