"""Drills as frozen values, and the rules of when one is shown as what it is. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

# Revealed a minute before the quarter of an hour is over, so that no late tick breaks the word.
REVEALED_WITHIN: Final = timedelta(minutes=14)
KEPT: Final = timedelta(hours=24)
LONGEST_AHEAD: Final = timedelta(days=14)


class Scenario(StrEnum):
    """Names what the invented survivor does."""

    REPORT = "report"
    DANGER = "danger"
    PERSON = "person"
    POLICE = "police"


class DrillState(StrEnum):
    """Names where a drill stands."""

    PLANNED = "planned"
    RUNNING = "running"
    REVEALED = "revealed"
    ERASED = "erased"
    CANCELLED = "cancelled"


class Outcome(StrEnum):
    """Names how a drill came out; a word that nobody opens is the finding that matters most."""

    OPENED = "opened"
    UNOPENED = "unopened"
    YIELDED = "yielded"
    BEFORE_CALL = "before_call"
    NOT_REACHED = "not_reached"


@dataclass(frozen=True)
class Plan:
    """Holds a drill as it is asked for."""

    word: str
    language: str
    scenario: Scenario
    due_at: datetime
    surprise: bool
    asked_by: UUID | None = None


@dataclass(frozen=True)
class Drill:
    """Holds one drill: what was tried, and when people did what. It names nobody who answered."""

    id: UUID
    word: str
    language: str
    scenario: Scenario
    surprise: bool
    asked_by: UUID | None
    state: DrillState
    due_at: datetime
    started_at: datetime | None = None
    item_at: datetime | None = None
    opened_at: datetime | None = None
    answered_at: datetime | None = None
    accepted_at: datetime | None = None
    revealed_at: datetime | None = None
    erased_at: datetime | None = None
    outcome: Outcome | None = None
    said: int = 0
    saying: str = ""
    said_at: datetime | None = None
    answered: int = 0
    silent: bool = False

    def is_shown(self, now: datetime) -> bool:
        """Says whether everybody may know by now; this does not wait for any job to run."""
        if self.revealed_at is not None or self.state is not DrillState.RUNNING:
            return True
        return self.started_at is None or now >= self.started_at + REVEALED_WITHIN

    def minutes_to(self, then: datetime | None) -> float | None:
        """Returns how many minutes after its first text something happened."""
        if then is None or self.started_at is None:
            return None
        return max(0.0, (then - self.started_at).total_seconds() / 60)


@dataclass(frozen=True)
class DrillReply:
    """Holds which line the invented survivor was answered with; a person's own words have none."""

    id: UUID
    drill_id: UUID
    prompt: str
    at: datetime


def outcome_of(drill: Drill) -> Outcome:
    """Returns how a drill that ends by its time came out."""
    if drill.opened_at is not None:
        return Outcome.OPENED
    return Outcome.UNOPENED if drill.item_at is not None else Outcome.NOT_REACHED
