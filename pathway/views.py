"""What pages are shown: frozen values with everything already decided."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from pathway.contact_sight import Reach


@dataclass(frozen=True)
class CaseLine:
    """Shows a case in a list: a code, a state and times, no story."""

    id: UUID
    code: str
    state: str
    tier: str
    owner_name: str | None
    opened_day: date
    due_at: datetime | None
    overdue: bool
    drill: bool = False


@dataclass(frozen=True)
class DrillLine:
    """Shows a drill that everybody may know of: what it was, and how soon it was opened."""

    word: str
    case_code: str
    outcome: str
    minutes_to_opening: float | None


@dataclass(frozen=True)
class AlarmLine:
    """Shows a red item in a list."""

    id: UUID
    kind: str
    state: str
    raised_at: datetime
    opened_at: datetime | None
    report_code: str
    case_code: str | None
    minutes_waiting: int
    pages: int = 0
    paged_at: datetime | None = None


@dataclass(frozen=True)
class AlarmView:
    """Shows a red item on its case, with what she wrote on it."""

    line: AlarmLine
    texts: tuple[str, ...]
    can_reply: bool
    unsent: str | None = None


@dataclass(frozen=True)
class MediaLine:
    """Shows that a voice note or a picture belongs to a line, and where it stands."""

    id: UUID
    kind: str
    state: str


@dataclass(frozen=True)
class Line:
    """Shows one line of a conversation: `in` is hers, `out` is ours."""

    sequence: int
    day: date
    direction: str
    text: str
    prompt: str | None
    danger: bool
    mark: str = ""
    media: tuple[MediaLine, ...] = ()
    sent_at: datetime | None = None


@dataclass(frozen=True)
class MatchLine:
    """Shows how one service fared for a need."""

    service_id: UUID
    service: str
    organization: str
    offered: bool
    codes: tuple[str, ...]
    score: int | None


@dataclass(frozen=True)
class AttemptView:
    """Shows one request to one service."""

    id: UUID
    code: str
    service: str
    organization: str
    state: str
    tier: str
    due_at: datetime | None
    reason_code: str | None
    outcome_code: str | None
    position: int
    on_hold: bool = False


@dataclass(frozen=True)
class NeedView:
    """Shows a need, the services weighed for it, and the requests made."""

    id: UUID
    category: str
    state: str
    lines: tuple[MatchLine, ...]
    attempts: tuple[AttemptView, ...]


@dataclass(frozen=True)
class NoteView:
    """Shows a worker's note."""

    day: date
    author: str
    kind: str
    text: str


@dataclass(frozen=True)
class AnswerView:
    """Shows that an answer was left for her; its words are hers alone to open."""

    id: UUID
    day: date
    state: str
    left_by: str


@dataclass(frozen=True)
class Opening:
    """Shows who did what on this case, in which hour, and why."""

    name: str
    verb: str
    purpose: str | None
    hour: datetime


@dataclass(frozen=True)
class CaseView:
    """Shows a case to somebody who may read it."""

    line: CaseLine
    report_code: str
    conversation: tuple[Line, ...]
    facts_told: tuple[tuple[str, str], ...]
    alarms: tuple[AlarmView, ...]
    needs: tuple[NeedView, ...]
    notes: tuple[NoteView, ...]
    answers: tuple[AnswerView, ...]
    can_answer: bool
    why_not: str | None
    openings: tuple[Opening, ...]
    mine: bool
    reach: Reach
