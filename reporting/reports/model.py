"""Reports, their sealed entries, and red items, as frozen values."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class ReportStatus(StrEnum):
    """Names how far a report is kept: unproven holds danger texts only."""

    UNPROVEN = "unproven"
    RECEIVED = "received"
    UNLINKED = "unlinked"
    ERASED = "erased"


class AlarmKind(StrEnum):
    """Names why a human is wanted now."""

    DANGER = "danger"
    POLICE = "police"
    AMBULANCE = "ambulance"
    NO_POLICE = "no_police"
    PERSON = "person"
    STOPPED = "stopped"
    NO_SERVICE = "no_service"
    UNDO = "undo"
    UNSAFE = "unsafe"
    COVER = "cover"
    DELETE = "delete"


# Somebody waits for words on these; nobody holds the key of an answer to the others.
ANSWERED = frozenset(
    {
        AlarmKind.DANGER,
        AlarmKind.POLICE,
        AlarmKind.AMBULANCE,
        AlarmKind.NO_POLICE,
        AlarmKind.PERSON,
    }
)
# These call whoever is on shift until somebody opens them.
CALLING = ANSWERED | {AlarmKind.COVER}


class AlarmState(StrEnum):
    """Names where a red item stands."""

    RAISED = "raised"
    OPENED = "opened"
    CLOSED = "closed"


@dataclass(frozen=True)
class Entry:
    """Is one turn of a conversation as it is sealed: what was heard, told and said."""

    at: str
    heard: str = ""
    asked: str = ""
    said: str = ""
    text: str = ""
    danger: str = ""
    mark: str = ""
    media: int = 0
    told: dict[str, str] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class SealedEntry:
    """Is an entry as it is stored."""

    id: UUID
    report_id: UUID
    sequence: int
    day: date
    wrap: bytes
    body: bytes
    held_by: str


@dataclass(frozen=True)
class Report:
    """Is what a report shows without a key."""

    id: UUID
    code: str
    organization_id: UUID
    status: ReportStatus
    day: date
    contact_token: str
    drill: bytes | None = None


@dataclass(frozen=True)
class Alarm:
    """Is a red item; the reply key's private half is in her sealed state."""

    id: UUID
    organization_id: UUID
    case_id: UUID
    kind: AlarmKind
    state: AlarmState
    raised_at: datetime
    reply_key: bytes
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    reply_to: bytes | None = None
    reply_until: datetime | None = None
    drill: bytes | None = None
    answer_message: UUID | None = None
    paged_at: datetime | None = None
    pages: int = 0
