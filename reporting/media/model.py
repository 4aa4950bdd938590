"""What is known of a voice note or a picture without its key, as frozen values."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class MediaState(StrEnum):
    """Names where one piece stands; all but the first are ends."""

    WAITING = "waiting"
    KEPT = "kept"
    TOO_BIG = "too_big"
    WRONG_KIND = "wrong_kind"
    BROKEN = "broken"
    REFUSED = "refused"
    GONE = "gone"
    FAILED = "failed"


@dataclass(frozen=True)
class Held:
    """Holds a sealed piece: the wrap of its key, its body, and whose key opens the wrap."""

    wrap: bytes
    body: bytes
    held_by: str


@dataclass(frozen=True)
class Piece:
    """Is one voice note or picture of a report; its kind and content are sealed."""

    id: UUID
    report_id: UUID
    state: MediaState
    day: date


@dataclass(frozen=True)
class Wait:
    """Is what the jobs process needs to fetch one piece: sealed to the sender key."""

    id: UUID
    handle: bytes
    tries: int
    next_at: datetime
    body: bytes
