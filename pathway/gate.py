"""The gate of the line: what must stand before strangers may write, and opening it.

One list for the page, for `flask doctor` and for the act itself. In practice it is shown and
never binds; outside practice a fault keeps the line closed.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal, Protocol
from uuid import UUID

from sqlalchemy.orm import Session

from kernel.programme import hold_programme, save_programme
from pathway.desk import Desk
from staff import rota, store
from staff.directory import NoIntakeKeyError, intake_public, intake_readers

TOPICS: Final = "topics"
_ENOUGH_READERS: Final = 2
Level = Literal["ok", "warning", "fault"]


class Wording(Protocol):
    """Is what the gate needs to know of a language's lines."""

    @property
    def language(self) -> str:
        """Names the language."""
        ...

    @property
    def over(self) -> str:
        """Is the print of every line."""
        ...

    @property
    def lines(self) -> int:
        """Counts the lines."""
        ...

    @property
    def reviewed(self) -> int:
        """Counts those a native reader has read as they stand."""
        ...

    @property
    def by(self) -> tuple[str, ...]:
        """Names who has read them."""
        ...

    @property
    def is_reviewed(self) -> bool:
        """Says whether every line was read."""
        ...


@dataclass(frozen=True)
class Lent:
    """Holds what another door knows: languages, their wording, coded words and drills."""

    languages: Callable[[], tuple[str, ...]]
    wording: Callable[[str], Wording]
    word_faults: Callable[[Session, Collection[str]], Iterable[str]]
    words_in_use: Callable[[Session], int]
    last_drill: Callable[[Session], date | None]


@dataclass(frozen=True)
class Point:
    """Is one thing the gate looks at: which, of what, how it stands, and a detail."""

    name: str
    code: str
    level: Level = "ok"
    about: str = ""
    detail: str = ""


@dataclass(frozen=True)
class Opened:
    """Says that the line is open."""


@dataclass(frozen=True)
class NotReady:
    """Says what keeps the line closed."""

    points: tuple[Point, ...]


def points(desk: Desk, lent: Lent) -> tuple[Point, ...]:
    """Returns everything that must stand before the line opens, each as it is now."""
    found = (
        *_numbers(desk),
        *_wordings(desk, lent),
        *_topics(desk),
        *_modes(desk, lent),
        *_readers(desk),
        *_rota(desk),
        *_words(desk, lent),
    )
    if not desk.programme.practice:
        return found
    paper = {"counsel", "review", "topics", "police", "ambulance"}
    return tuple(
        replace(one, level="warning") if one.level == "fault" and one.name in paper else one
        for one in found
    )


def faults(desk: Desk, lent: Lent) -> tuple[Point, ...]:
    """Returns what keeps the line closed."""
    return tuple(one for one in points(desk, lent) if one.level == "fault")


def holding(desk: Desk) -> Desk:
    """Returns the desk with the newest settings, so that no other act's change is written over."""
    newest = hold_programme(desk.session)
    return desk if newest is None else replace(desk, programme=newest)


def open_line(desk: Desk, lent: Lent, actor: UUID) -> Opened | NotReady:
    """Opens the line, unless something is missing."""
    desk = holding(desk)
    missing = faults(desk, lent)
    if missing and not desk.programme.practice:
        return NotReady(missing)
    save_programme(desk.session, desk.programme.changed(open=True))
    store.journal(desk.session, "line.opened", actor, None, None, desk.now)
    return Opened()


def close_line(desk: Desk, actor: UUID) -> None:
    """Closes the line at once; what is under way is answered by nobody until it opens."""
    desk = holding(desk)
    save_programme(desk.session, desk.programme.changed(open=False))
    store.journal(desk.session, "line.closed", actor, None, None, desk.now)


def language_faults(desk: Desk, lent: Lent, language: str) -> tuple[Point, ...]:
    """Returns what keeps a language from being spoken outside practice."""
    found = (*_counsel(desk, lent, language), *_review(desk, lent, language))
    return tuple(one for one in found if one.level == "fault")


def _numbers(desk: Desk) -> Iterator[Point]:
    number = desk.programme.emergency
    yield (
        Point("emergency", "set", detail=number)
        if number
        else Point("emergency", "missing", "fault")
    )


def _wordings(desk: Desk, lent: Lent) -> Iterator[Point]:
    for language in desk.programme.languages:
        yield from _counsel(desk, lent, language)
        yield from _review(desk, lent, language)


def _counsel(desk: Desk, lent: Lent, language: str) -> Iterator[Point]:
    signed = desk.programme.counsel_on(language)
    if signed is None:
        yield Point("counsel", "unsigned", "fault", language)
    elif signed.over != lent.wording(language).over:
        yield Point("counsel", "changed", "warning", language, f"{signed.who}, {signed.day}")
    else:
        yield Point("counsel", "signed", "ok", language, f"{signed.who}, {signed.day}")


def _review(desk: Desk, lent: Lent, language: str) -> Iterator[Point]:
    wording = lent.wording(language)
    part = f"{wording.reviewed}/{wording.lines}"
    override = desk.programme.override_of(language)
    if wording.is_reviewed:
        yield Point("review", "reviewed", "ok", language, part)
    elif override is None:
        yield Point("review", "unreviewed", "fault", language, part)
    else:
        yield Point("review", "overridden", "warning", language, f"{override.who}, {override.day}")


def _topics(desk: Desk) -> Iterator[Point]:
    signed = desk.programme.signature_on(TOPICS)
    if signed is None:
        yield Point("topics", "unsigned", "fault")
    else:
        yield Point("topics", "signed", "ok", detail=f"{signed.who}, {signed.day}")


def _modes(desk: Desk, lent: Lent) -> Iterator[Point]:
    programme = desk.programme
    modes = {
        "police": (programme.police_on, programme.police_protocol),
        "ambulance": (programme.ambulance_on, programme.ambulance_protocol),
    }
    for name, (is_on, protocol) in modes.items():
        if not is_on:
            yield Point(name, "off")
        elif not protocol:
            yield Point(name, "no_protocol", "fault")
        elif lent.last_drill(desk.session) is None:
            yield Point(name, "no_drill", "fault")
        else:
            yield Point(name, "on")


def _readers(desk: Desk) -> Iterator[Point]:
    try:
        intake_public(desk.session, desk.intake_id, desk.keyring)
    except NoIntakeKeyError:
        yield Point("readers", "no_key", "fault")
        return
    count = len(intake_readers(desk.session, desk.intake_id))
    if count < _ENOUGH_READERS:
        yield Point("readers", "too_few", "fault", detail=str(count))
    else:
        yield Point("readers", "enough", detail=str(count))


def _rota(desk: Desk) -> Iterator[Point]:
    shifts = store.shifts_of(desk.session, desk.intake_id)
    gaps = rota.gaps(shifts, desk.now, desk.programme.timezone)
    hours = sum((end - start).total_seconds() for start, end in gaps) / 3600
    if not shifts:
        yield Point("rota", "empty", "fault")
    elif gaps:
        yield Point("rota", "gaps", detail=f"{hours:.0f}")
    else:
        yield Point("rota", "full")


def _words(desk: Desk, lent: Lent) -> Iterator[Point]:
    found = tuple(lent.word_faults(desk.session, desk.programme.languages))
    for fault in found:
        yield Point("keywords", "collides", "fault", detail=fault)
    if not lent.words_in_use(desk.session):
        yield Point("keywords", "none", "fault")
    elif not found:
        yield Point("keywords", "apart")
