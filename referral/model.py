"""Needs, grants and attempts as frozen values, and the check without which nothing is sent."""

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


TERMINAL: Final = frozenset(
    {
        AttemptState.COMPLETED,
        AttemptState.REJECTED,
        AttemptState.FAILED,
        AttemptState.WITHDRAWN,
        AttemptState.RECALLED,
        AttemptState.EXPIRED,
        AttemptState.ENTERED_IN_ERROR,
    }
)
OPEN: Final = frozenset(AttemptState) - TERMINAL
NEVER_LEFT: Final = frozenset({AttemptState.DRAFTED, AttemptState.OFFERED, AttemptState.CONSENTED})

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
    "referred_on": Event.FAIL,
    "no_show": Event.FAIL,
    "unreachable": Event.FAIL,
    "service_withdrawn": Event.FAIL,
    "other": Event.FAIL,
}
FIELDS: Final = ("what_happened", "when", "area", "language", "feels_right", "contact")


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
    """Holds her yes: for one need, to one organization, for these fields, until it ends.

    The fields rest sealed, so a grant read from its row has none; whether it is valid needs none.
    """

    id: UUID
    need_id: UUID
    recipient_id: UUID
    valid_from: datetime
    expires_at: datetime
    withdrawn_at: datetime | None = None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class Attempt:
    """Holds one provider tried for one need, as far as it shows in clear."""

    id: UUID
    code: str
    need_id: UUID
    organization_id: UUID
    service_id: UUID
    state: AttemptState
    tier: Tier
    updated_at: datetime
    position: int = 1
    paused: bool = False
    due_at: datetime | None = None
    cohort_quarter: str | None = None
    grant_id: UUID | None = None
    reason_code: str | None = None
    outcome_code: str | None = None
    drill: bytes | None = None


@dataclass(frozen=True)
class Moved:
    """Holds an attempt after it moved, and where it came from."""

    attempt: Attempt
    from_state: AttemptState


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
