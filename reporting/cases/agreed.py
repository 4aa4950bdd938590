"""What she agreed to about being written to first: where, when, and how she was proven. Pure."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, Final, Self
from uuid import UUID

from reporting.cases.model import Held

# A statement is good for so many days after she was last proven to be herself.
DAYS: Final = timedelta(days=7)


class Proof(StrEnum):
    """Names how it was known that it was she who agreed."""

    WORD = "word"
    WORKER = "worker"


class Standing(StrEnum):
    """Names where a statement stands; once it is not open its contents are gone."""

    OPEN = "open"
    REPLACED = "replaced"
    ENDED = "ended"
    OVER = "over"
    TAKEN_BACK = "taken_back"
    STOPPED = "stopped"
    UNSAFE = "unsafe"


@dataclass(frozen=True)
class SafeContact:
    """Is a statement as it rests: sealed to the case, emptied when it ends."""

    id: UUID
    case_id: UUID
    made_by: UUID
    day: date
    until: date
    state: Standing
    handle: bytes | None
    held: Held | None
    message_id: UUID | None = None


@dataclass(frozen=True)
class Agreed:
    """Is what the statement says, in the clear while a worker looks at it."""

    address: str
    token: str
    via: str
    language: str
    weekdays: tuple[int, ...]
    starts: time
    ends: time
    proof: Proof
    words: str
    made_at: datetime
    texted_at: datetime | None = None
    heard_before: datetime | None = None

    def texted(self, at: datetime, last_heard: datetime | None) -> "Agreed":
        """Notes that she was written to, and when she herself had written last."""
        return replace(self, texted_at=at, heard_before=last_heard)

    def waits(self, last_heard: datetime | None) -> bool:
        """Says whether she was written to and has not written since: once is enough."""
        if self.texted_at is None:
            return False
        before = self.heard_before
        return last_heard is None or (before is not None and last_heard <= before)

    def ends_at(self, local: datetime) -> datetime | None:
        """Returns when her hours end, at a local moment inside them; None outside them."""
        if local.weekday() not in self.weekdays or not self.starts <= local.time() < self.ends:
            return None
        return datetime.combine(local.date(), self.ends, tzinfo=local.tzinfo)

    def written(self) -> dict[str, Any]:
        """Writes it as plain JSON."""
        moments = {
            "starts": self.starts.isoformat(),
            "ends": self.ends.isoformat(),
            "made_at": self.made_at.isoformat(),
            "texted_at": self.texted_at.isoformat() if self.texted_at else None,
            "heard_before": self.heard_before.isoformat() if self.heard_before else None,
        }
        return {**asdict(self), "weekdays": list(self.weekdays), **moments}

    @classmethod
    def read(cls, written: Mapping[str, Any]) -> Self:
        """Reads it again."""
        return cls(
            **{
                **written,
                "weekdays": tuple(written["weekdays"]),
                "starts": time.fromisoformat(written["starts"]),
                "ends": time.fromisoformat(written["ends"]),
                "proof": Proof(written["proof"]),
                "made_at": datetime.fromisoformat(written["made_at"]),
                "texted_at": _moment(written["texted_at"]),
                "heard_before": _moment(written["heard_before"]),
            }
        )


def proven_lately(proven_on: date | None, today: date) -> bool:
    """Says whether she proved herself so lately that a statement may rest on it."""
    return proven_on is not None and today - proven_on <= DAYS


def _moment(written: str | None) -> datetime | None:
    return None if written is None else datetime.fromisoformat(written)
