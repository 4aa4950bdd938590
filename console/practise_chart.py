"""The drawing of how fast drills were opened, answered and taken on, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from zoneinfo import ZoneInfo

from babel.dates import format_date
from flask_babel import get_locale

from console import practise_words as words
from console.labels import say
from console.times import waited
from reporting.drills.model import Drill, Outcome, outcome_of

MINUTES = 15
WIDTH = 360
_LEFT = 6
_ROW = 44
_SHOWN = 12
_SPAN = WIDTH - 2 * _LEFT


@dataclass(frozen=True)
class Point:
    """Holds one mark on a line: what it is, and where."""

    kind: str
    at: float


@dataclass(frozen=True)
class Line:
    """Holds one drill: its name, what is said at its end, and its marks."""

    name: str
    says: str
    at: float
    points: tuple[Point, ...]
    missed: bool = False

    @property
    def first(self) -> float | None:
        """Returns where the first mark lies; nothing for a drill nobody opened."""
        return min((one.at for one in self.points), default=None)


@dataclass(frozen=True)
class Chart:
    """Holds the drawing, its scale, its height, and all of it in words."""

    lines: tuple[Line, ...]
    ticks: tuple[tuple[float, str], ...]
    height: float
    words: str


def chart_of(drills: Sequence[Drill], zone: str) -> Chart:
    """Draws the newest drills on one scale of a quarter of an hour."""
    shown = drills[:_SHOWN]
    lines = tuple(_line(one, at * _ROW, zone) for at, one in enumerate(shown))
    ticks = tuple((_place(minute), str(minute)) for minute in range(0, MINUTES + 1, 5))
    said = "; ".join(f"{line.name}: {line.says}" for line in lines)
    return Chart(lines, ticks, len(lines) * _ROW + 22, said)


def typical(drills: Sequence[Drill]) -> str:
    """Returns the middle of the times to a first opening, in words; empty without any."""
    found = [one for drill in drills if (one := drill.minutes_to(drill.opened_at)) is not None]
    return waited(round(median(found))) if found else ""


def after(drill: Drill, name: str) -> str:
    """Returns how long something took in a drill, in words; empty where it did not happen."""
    minutes = drill.minutes_to(getattr(drill, name))
    return "" if minutes is None else waited(round(minutes))


def _line(drill: Drill, at: float, zone: str) -> Line:
    day = drill.started_at.astimezone(ZoneInfo(zone)) if drill.started_at else None
    name = f"{format_date(day, 'd MMM', locale=get_locale())} · {drill.word}" if day else drill.word
    times = {name: drill.minutes_to(getattr(drill, f"{name}_at")) for name in _KINDS}
    points = tuple(Point(kind, _place(m)) for kind, m in times.items() if m is not None)
    said = after(drill, "opened_at") or say(words.OUTCOMES, str(drill.outcome or outcome_of(drill)))
    missed = outcome_of(drill) is not Outcome.OPENED and drill.outcome is not Outcome.YIELDED
    return Line(name, said, at, points, missed)


def _place(minutes: float) -> float:
    return round(_LEFT + min(minutes, MINUTES) / MINUTES * _SPAN, 1)


_KINDS = ("opened", "answered", "accepted")
