"""The geometry of the charts: bars with their intervals, in the units of a small drawing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from console.indicators.words import said
from reporting.indicators.model import Shown

WIDTH = 360
_ROW = 46
_BAR = 14
_EDGE = 6
_STEPS = tuple(part * ten for ten in (10, 100, 1000, 10000) for part in (2, 3, 4, 6, 8, 10, 14))
_MONTHS_HIGH = 190
_FLOOR = 150
_LEFT = 34


@dataclass(frozen=True)
class Bar:
    """Holds one bar: where it lies, how long it is, and where its interval begins and ends."""

    name: str
    says: str
    unsafe: bool
    at: float
    length: float
    low: float
    high: float
    under: str = ""


@dataclass(frozen=True)
class Tick:
    """Holds one line of the scale."""

    at: float
    text: str


@dataclass(frozen=True)
class Chart:
    """Holds a drawing: its bars, its scale, its height, and all of it in words."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    height: float
    thick: float
    words: str


def lying(items: Sequence[tuple[str, Shown]]) -> Chart:
    """Draws named cells as lying bars, each name over its bar."""
    top = _top(items)
    scale = (WIDTH - 2 * _EDGE) / top
    bars = tuple(_bar(name, cell, at * _ROW, scale) for at, (name, cell) in enumerate(items))
    return Chart(bars, (), len(items) * _ROW, _BAR, _words(items))


def standing(items: Sequence[tuple[str, Shown]], under: Sequence[str]) -> Chart:
    """Draws months as standing bars over one scale, with a second line under some."""
    top = _top(items)
    scale = (_FLOOR - _EDGE) / top
    step = (WIDTH - _LEFT) / max(1, len(items))
    bars = tuple(
        replace(_bar(name, cell, _cut(_LEFT + at * step), scale), under=under[at])
        for at, (name, cell) in enumerate(items)
    )
    ticks = tuple(Tick(_cut(_FLOOR - value * scale), str(value)) for value in (0, top // 2, top))
    return Chart(bars, ticks, _MONTHS_HIGH, _cut(step * 0.6), _words(items))


def _bar(name: str, cell: Shown, at: float, scale: float) -> Bar:
    length = cell.upper if cell.value is None else cell.value
    low, high = cell.lower * scale, cell.upper * scale
    return Bar(
        name, said(cell), cell.value is None, at, _cut(length * scale), _cut(low), _cut(high)
    )


def _cut(length: float) -> float:
    return round(length, 1)


def _top(items: Sequence[tuple[str, Shown]]) -> int:
    most = max((cell.upper for _, cell in items), default=1)
    return next((step for step in _STEPS if step >= most), most)


def _words(items: Sequence[tuple[str, Shown]]) -> str:
    return "; ".join(f"{name}: {said(cell)}" for name, cell in items)
