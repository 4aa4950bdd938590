"""The registry of coded words: adding, changing and retiring them, and what stands against one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from typing import Final, Protocol
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from bots import store
from bots.folding import fold, squeezed
from bots.keywords import check
from bots.rows import KeywordRow
from bots.words import Finding, Keyword
from kernel.clock import local_day
from kernel.ids import new_id
from kernel.programme import Programme
from pathway import staffed_hours
from staff.model import Shift
from staff.store import shifts_of

OPENS_ON: Final = timedelta(days=30)
_SOON: Final = timedelta(days=14)
_MOST_GAPS: Final = 3


class Word(Protocol):
    """Is what the registry needs to know of a coded word that a practice city brings."""

    @property
    def word(self) -> str:
        """Is the word as it is spread."""
        ...

    @property
    def intent(self) -> str:
        """Says what it opens."""
        ...

    @property
    def language(self) -> str:
        """Names its language."""
        ...

    @property
    def place(self) -> str:
        """Says where it is spread."""
        ...

    @property
    def hours(self) -> str:
        """Says when it is staffed."""
        ...


@dataclass(frozen=True)
class Draft:
    """Holds a coded word as an administrator writes it down."""

    word: str
    intent: str
    language: str
    rule: str
    place: str
    hours: str
    rotate_on: date | None = None


@dataclass(frozen=True)
class Entry(Draft):
    """Holds a registered coded word, with its last drill and whether it was retired."""

    id: UUID | None = None
    last_drill_on: date | None = None
    retired_on: date | None = None

    @property
    def opens_until(self) -> date | None:
        """Returns the last day on which a retired word still opens a visit."""
        return None if self.retired_on is None else self.retired_on + OPENS_ON


@dataclass(frozen=True)
class Ground:
    """Holds what a coded word is held against besides the other words."""

    languages: tuple[str, ...]
    timezone: str
    now: datetime
    numbers: frozenset[str] = frozenset()
    shifts: tuple[Shift, ...] = ()

    @property
    def today(self) -> date:
        """Returns the programme's calendar day."""
        return local_day(self.now, self.timezone)


def ground(session: Session, programme: Programme | None, now: datetime) -> Ground:
    """Gathers what the programme, its rota and its emergency numbers say to a coded word."""
    if programme is None:
        return Ground(("en",), "UTC", now)
    intake = programme.intake_organization_id
    numbers = {squeezed(one) for one in (programme.emergency, programme.child_line) if one}
    shifts = shifts_of(session, UUID(intake)) if intake else ()
    return Ground(programme.languages, programme.timezone, now, frozenset(numbers), shifts)


def entries(session: Session) -> tuple[Entry, ...]:
    """Returns every coded word, those in use first."""
    found = [_entry(row) for row in store.keyword_rows(session)]
    return tuple(sorted(found, key=lambda one: one.retired_on is not None))


def entry(session: Session, word_id: UUID) -> Entry | None:
    """Returns one coded word."""
    row = session.get(KeywordRow, word_id)
    return None if row is None else _entry(row)


def objections(
    session: Session, draft: Draft, among: Ground, word_id: UUID | None = None
) -> list[Finding]:
    """Returns all that stands against a word, beside every other one that still opens."""
    others = [one for one in store.list_keywords(session) if one.id != str(word_id)]
    written = Keyword("", draft.word, draft.intent, draft.language, draft.rule)
    return [
        *check(written, others, among.languages),
        *_numbers(draft, among),
        *_language(draft, among),
        *_hours(draft, among),
        *_rotation(draft, among),
    ]


def findings(session: Session, among: Ground) -> Iterator[tuple[str, Finding]]:
    """Yields what stands against each registered word that is in use."""
    for one in entries(session):
        if one.retired_on is None:
            for finding in objections(session, one, among, one.id):
                yield one.word, finding


def save(session: Session, draft: Draft, word_id: UUID | None = None) -> UUID:
    """Adds a coded word, or changes one; the objections to it were heard before."""
    row = session.get(KeywordRow, word_id) if word_id else None
    if row is None:
        row = KeywordRow(id=word_id or new_id())
        session.add(row)
    for one in fields(Draft):
        setattr(row, one.name, getattr(draft, one.name))
    row.folded = fold(draft.word)
    return row.id


def retire(session: Session, word_id: UUID, today: date) -> bool:
    """Takes a word out of use; it opens thirty days more, because posters live on."""
    row = session.get(KeywordRow, word_id)
    if row is None or row.retired_on is not None:
        return False
    row.retired_on = today
    return True


def use_again(session: Session, word_id: UUID) -> None:
    """Puts a retired word back into use."""
    row = session.get(KeywordRow, word_id)
    if row is not None:
        row.retired_on = None


def forget_retired(session: Session, today: date) -> None:
    """Drops words that were retired more than thirty days ago: from now on they open nothing."""
    session.execute(delete(KeywordRow).where(KeywordRow.retired_on < today - OPENS_ON))


def note_drill(session: Session, word_id: UUID, day: date) -> None:
    """Notes on which day a drill last went through a word."""
    row = session.get(KeywordRow, word_id)
    if row is not None:
        row.last_drill_on = day


def last_drill(session: Session) -> date | None:
    """Returns the day of the last drill through any coded word."""
    return session.scalar(select(func.max(KeywordRow.last_drill_on)))


def words_in_use(session: Session) -> int:
    """Counts the words that are in use."""
    return sum(one.retired_on is None for one in entries(session))


def register(session: Session, words: Iterable[Word]) -> None:
    """Adds coded words that are not there yet."""
    known = {one.folded for one in store.keyword_rows(session)}
    for one in words:
        if fold(one.word) not in known:
            save(session, Draft(one.word, one.intent, one.language, "first", one.place, one.hours))


def _entry(row: KeywordRow) -> Entry:
    return Entry(**{one.name: getattr(row, one.name) for one in fields(Entry)})


def _numbers(draft: Draft, among: Ground) -> Iterator[Finding]:
    if squeezed(draft.word) in among.numbers:
        yield Finding("error", "emergency_number", draft.word)


def _language(draft: Draft, among: Ground) -> Iterator[Finding]:
    if draft.language not in among.languages:
        yield Finding("warning", "language_off", draft.language)


def _hours(draft: Draft, among: Ground) -> Iterator[Finding]:
    if not staffed_hours.readable(draft.hours, among.timezone):
        yield Finding("error", "hours_unreadable", draft.hours)
        return
    missing = staffed_hours.uncovered(draft.hours, among.timezone, among.shifts, among.now)
    if missing:
        more = ", …" if len(missing) > _MOST_GAPS else ""
        yield Finding("warning", "rota_gap", ", ".join(missing[:_MOST_GAPS]) + more)


def _rotation(draft: Draft, among: Ground) -> Iterator[Finding]:
    if draft.rotate_on is not None and draft.rotate_on <= among.today + _SOON:
        past = draft.rotate_on < among.today
        yield Finding("warning", "rotate_past" if past else "rotate_soon", str(draft.rotate_on))
