"""How long a responder may take, by tier, and what the clock does when the time is over."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from kernel.vocabulary import Category, Tier
from referral.model import AttemptState


@dataclass(frozen=True)
class Promise:
    """Holds the times of one tier: until a human has seen it, and until they decide."""

    acknowledge: timedelta
    decide: timedelta
    step: timedelta


PROMISES: Final[dict[Tier, Promise]] = {
    Tier.EMERGENCY: Promise(timedelta(minutes=15), timedelta(minutes=60), timedelta(minutes=5)),
    Tier.URGENT: Promise(timedelta(hours=1), timedelta(hours=3), timedelta(minutes=20)),
    Tier.NORMAL: Promise(timedelta(days=1), timedelta(days=3), timedelta(days=1)),
}
WAITLIST_REVIEW: Final = timedelta(days=7)
_PEP_HOURS: Final = 72
_PEP_SLACK_HOURS: Final = 24
_SEXUAL_VIOLENCE_HOURS: Final = 120


@dataclass(frozen=True)
class Waiting:
    """Holds what the clock may know of an attempt; nothing of what was said."""

    state: AttemptState
    tier: Tier
    due_at: datetime | None
    paused: bool = False


@dataclass(frozen=True)
class Wait:
    """Says that nothing is to be done before this time (None: before somebody acts)."""

    until: datetime | None


@dataclass(frozen=True)
class TryNext:
    """Says that the time is over: this attempt expires and the next held packet may go."""

    overdue_by: timedelta


@dataclass(frozen=True)
class TellSupervisor:
    """Says that a human must look, and again every `every` until one has."""

    overdue_by: timedelta
    every: timedelta


def due_after(state: AttemptState, tier: Tier, now: datetime) -> datetime | None:
    """Returns until when the responder owes the next step after entering a state."""
    promise = PROMISES[tier]
    if state is AttemptState.SENT:
        return now + promise.acknowledge
    if state is AttemptState.ACKNOWLEDGED:
        return now + promise.decide
    if state is AttemptState.WAITLISTED:
        return now + WAITLIST_REVIEW
    return None


def next_step(waiting: Waiting, now: datetime) -> Wait | TryNext | TellSupervisor:
    """Returns what the clock does now: wait, let it expire, or call a human.

    Someone who has seen the request and says nothing is late too; a waitlist that is due needs a
    human, because letting it expire would lose her place in the line.
    """
    if waiting.due_at is None or now < waiting.due_at:
        return Wait(waiting.due_at)
    overdue = now - waiting.due_at
    if waiting.state in {AttemptState.SENT, AttemptState.ACKNOWLEDGED} and not waiting.paused:
        return TryNext(overdue)
    return TellSupervisor(overdue, PROMISES[waiting.tier].step)


def tier_of(
    category: Category,
    now: datetime,
    *,
    danger: bool = False,
    sexual: bool = False,
    child_alone: bool = False,
    tonight: bool = False,
    happened_from: datetime | None = None,
    happened_to: datetime | None = None,
) -> Tier:
    """Returns how soon a need must be met; a doubt about the time never makes it slower."""
    if danger or child_alone:
        return Tier.EMERGENCY
    if sexual:
        latest = _hours_since(happened_to or happened_from, now)
        earliest = _hours_since(happened_from, now)
        if earliest > _PEP_HOURS - _PEP_SLACK_HOURS and latest <= _PEP_HOURS:
            return Tier.EMERGENCY
        if latest <= _SEXUAL_VIOLENCE_HOURS:
            return Tier.URGENT
    return Tier.URGENT if tonight and category is Category.SHELTER else Tier.NORMAL


def _hours_since(moment: datetime | None, now: datetime) -> float:
    return 0.0 if moment is None else (now - moment) / timedelta(hours=1)
