"""Cases, notes and answers left for her, as frozen values; and the tracker's states."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from kernel.vocabulary import Tier


class CaseState(StrEnum):
    """Names where a case stands."""

    NEW = "new"
    CONSENTED = "consented"
    ASSESSED = "assessed"
    PLANNED = "planned"
    IN_SERVICE = "in_service"
    FOLLOW_UP = "follow_up"
    CLOSED = "closed"
    REOPENED = "reopened"


# How soon a person reads a new case, by tier (reference: referral §3, cases §9).
READ_WITHIN = {
    Tier.EMERGENCY: timedelta(minutes=15),
    Tier.URGENT: timedelta(hours=1),
    Tier.NORMAL: timedelta(hours=3),
}


@dataclass(frozen=True)
class Held:
    """Is a sealed value with its wrap, as the tables keep it."""

    wrap: bytes
    body: bytes
    held_by: str


@dataclass(frozen=True)
class Case:
    """Is what a case shows without a key, and its sealed link."""

    id: UUID
    code: str
    organization_id: UUID
    owner_id: UUID | None
    state: CaseState
    tier: Tier
    opened_day: date
    due_at: datetime | None
    link: Held
    key_public: bytes | None = None
    drill: bytes | None = None

    @property
    def key_id(self) -> str:
        """Returns the name of the case's own key."""
        return f"case:{self.id}"


@dataclass(frozen=True)
class Note:
    """Is a worker's sealed note."""

    id: UUID
    case_id: UUID
    author_id: UUID
    kind: str
    day: date
    held: Held


@dataclass(frozen=True)
class WaitingAnswer:
    """Is an answer left for her, sealed to her reply key."""

    id: UUID
    case_id: UUID
    left_by: UUID
    state: str
    day: date
    held: Held
