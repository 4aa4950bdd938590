"""What is remembered of a contact between two texts; it rests sealed and expires."""

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID


@dataclass(frozen=True)
class Danger:
    """Holds an open danger path: its red item, its times, and what she asked for."""

    alarm_id: UUID
    reply_key: bytes
    first_at: datetime
    last_at: datetime
    letter: str = ""
    letter_at: datetime | None = None
    place_known: bool = False
    asked_letter: bool = False
    seen: int = 0
    showing: bool = True


@dataclass(frozen=True)
class Thread:
    """Names what an own word opened: a report, its case, and the key of her answers."""

    report_id: UUID
    case_id: UUID | None
    reply_key: bytes
    language: str = ""
    fresh: bool = False


@dataclass(frozen=True)
class Cover:
    """Holds that cover is on: since when nothing was sent, and how many lines were shown."""

    last_at: datetime
    shown: int = 0


@dataclass(frozen=True)
class State:
    """Holds where a contact stands and what a visit has gathered."""

    language: str = "en"
    step: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    last_at: datetime | None = None
    held: tuple[str, ...] = ()
    held_media: tuple[str, ...] = ()
    kept: bool = False
    report_id: UUID | None = None
    case_id: UUID | None = None
    need_id: UUID | None = None
    sequence: int = 0
    danger: Danger | None = None
    earlier_danger: Danger | None = None
    thread: Thread | None = None
    offers: tuple[str, ...] = ()
    category: str = ""
    earlier_cases: tuple[str, ...] = ()
    opened_cases: tuple[str, ...] = ()
    opened_word: UUID | None = None
    opened_reports: tuple[str, ...] = ()
    word: str = ""
    wants_person: bool = False
    asked_now: bool = False
    letters_offered: bool = False
    last_said: str = ""
    echo: str = ""
    echoes: int = 0
    confused: int = 0
    finished: bool = False
    unsent: UUID | None = None
    turn: int = 0
    session: str = ""
    screens: tuple[str, ...] = ()
    session_open: bool = False
    stopped_at: datetime | None = None
    cover: Cover | None = None
    declined: tuple[str, ...] = ()
    trail: tuple[str, ...] = ()
    child_told: bool = False
    misses: int = 0
    checks: int = 0
    checks_since: datetime | None = None
    checks_closed_until: datetime | None = None

    def is_idle(self, now: datetime, minutes: int) -> bool:
        """Says whether the visit has lapsed."""
        return self.last_at is None or now - self.last_at > timedelta(minutes=minutes)

    def danger_open(self, now: datetime, minutes: int) -> bool:
        """Says whether a text now still belongs to the open danger path."""
        if self.danger is None or not self.danger.showing:
            return False
        return now - self.danger.last_at <= timedelta(minutes=minutes)

    def fresh_visit(self) -> "State":
        """Returns what outlives a visit: the count of wrong words, the way to its red item.

        A red item belongs to the visit that raised it: a cry in a later one is red by itself.
        """
        cases = {str(self.case_id)} if self.case_id else set()
        return State(
            language=self.language,
            earlier_cases=tuple(sorted(cases.union(self.earlier_cases))),
            earlier_danger=self.danger or self.earlier_danger,
            misses=self.misses,
            checks=self.checks,
            checks_since=self.checks_since,
            checks_closed_until=self.checks_closed_until,
            unsent=self.unsent,
            last_at=self.last_at,
            turn=self.turn,
            session=self.session,
            stopped_at=self.stopped_at,
        )

    def to_json(self) -> str:
        """Returns the state as JSON, without what is at its default."""
        blank = State()
        changed = {
            f.name: getattr(self, f.name)
            for f in fields(self)
            if getattr(self, f.name) != getattr(blank, f.name)
        }
        for name in _NESTED:
            if changed.get(name) is not None:
                changed[name] = asdict(changed[name])
        return json.dumps(changed, default=_written, ensure_ascii=False)

    @classmethod
    def from_json(cls, written: bytes) -> "State":
        """Reads a state again; fields it does not know are dropped."""
        known = json.loads(written)
        values = {f.name: _read(f.name, known[f.name]) for f in fields(cls) if f.name in known}
        return replace(cls(), **values)


_UUIDS = {"report_id", "case_id", "need_id", "unsent", "alarm_id", "opened_word"}
_TIMES = {
    "last_at", "checks_closed_until", "checks_since", "first_at", "letter_at", "stopped_at",
}  # fmt: skip
_BYTES = {"reply_key"}
_TUPLES = {
    "held", "held_media", "offers", "earlier_cases", "opened_cases", "opened_reports", "screens",
    "declined", "trail",
}  # fmt: skip
_NESTED = {"danger": Danger, "earlier_danger": Danger, "thread": Thread, "cover": Cover}


def _written(value: object) -> object:
    match value:
        case UUID():
            return str(value)
        case datetime():
            return value.isoformat()
        case bytes():
            return b64encode(value).decode()
    raise TypeError(type(value).__name__)


def _read(name: str, value: Any) -> Any:  # noqa: ANN401 - plain JSON
    if value is None:
        return None
    if name in _UUIDS:
        return UUID(value)
    if name in _TIMES:
        return datetime.fromisoformat(value)
    if name in _BYTES:
        return b64decode(value)
    if name in _TUPLES:
        return tuple(value)
    if name in _NESTED:
        return _NESTED[name](**{key: _read(key, inner) for key, inner in value.items()})
    return value
