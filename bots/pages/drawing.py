"""Lays a script out as a drawing: layers from its entries downwards, few crossings, plain boxes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bots.model import RETURN, SILENCE, Arrow, Script

BOX_WIDTH, BOX_HEIGHT, GAP, RISE, EDGE = 96, 34, 26, 62, 24
_SWEEPS: Final = 6
_MANY: Final = 4
_MOST_ACROSS: Final = 8
_AWAY: Final = frozenset({SILENCE, RETURN})


@dataclass(frozen=True)
class Way:
    """Leads from one place of a script to another, on an answer or an outcome."""

    origin: str
    to: str
    on: str


@dataclass(frozen=True)
class Line:
    """Is a way as it is drawn."""

    path: str
    on: str
    x: float
    y: float
    back: bool


@dataclass(frozen=True)
class Box:
    """Is a place as it is drawn, with the ways that leave it."""

    name: str
    x: float
    y: float
    kind: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Drawing:
    """Holds all boxes and how large the drawing is."""

    boxes: tuple[Box, ...]
    width: float
    height: float


def ways(script: Script) -> tuple[Way, ...]:
    """Returns every way of a script, silence and returns among them."""
    return (
        *(Way(name, to, on) for name, step in script.steps.items()
          for key, arrow in step.on.items() for to, on in _targets(key, arrow)),
        *(Way(name, to, condition) for name, fork in script.forks.items()
          for condition, to in (*fork.cases, ("", fork.otherwise))),
    )  # fmt: skip


def draw(script: Script) -> Drawing:
    """Lays a script out."""
    inside = [way for way in ways(script) if way.to not in _AWAY]
    following: dict[str, list[str]] = {}
    for way in inside:
        following.setdefault(way.origin, []).append(way.to)
    layers = _layers(script, following)
    _untangle(layers, inside)
    places = _places(layers)
    boxes = tuple(
        Box(name, x, y, _kind(script, name), tuple(_lines(name, inside, places)))
        for name, (x, y) in places.items()
    )
    width = max((x for x, _ in places.values()), default=0) + BOX_WIDTH + EDGE
    height = max((y for _, y in places.values()), default=0) + BOX_HEIGHT + EDGE
    return Drawing(boxes, width, height)


def _targets(key: str, arrow: Arrow) -> Iterator[tuple[str, str]]:
    if not arrow.asks:
        yield arrow.to, key
    for outcome, to in arrow.outcomes.items():
        yield to, f"{key} {outcome}" if key != "enter" else outcome


def _layers(script: Script, following: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Puts each place a layer below the first that leads to it; lone entries come last."""
    depth: dict[str, int] = {}
    for entry in script.entries:
        ahead = [(entry, 0)]
        while ahead:
            place, here = ahead.pop(0)
            if place not in depth:
                depth[place] = here
                ahead.extend((to, here + 1) for to in following.get(place, ()))
    lone = [place for place in depth if not following.get(place) and depth[place] == 0]
    deepest = max(depth.values(), default=0)
    layers = [[p for p in depth if depth[p] == at and p not in lone] for at in range(deepest + 1)]
    return [part for layer in (*layers, lone) if layer for part in _parts(layer)]


def _parts(layer: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(layer), _MOST_ACROSS):
        yield layer[start : start + _MOST_ACROSS]


def _untangle(layers: list[list[str]], inside: Sequence[Way]) -> None:
    """Orders each layer by where its neighbours stand, a few times over."""
    for sweep in range(_SWEEPS):
        at = {name: index / max(len(layer), 1) for layer in layers
              for index, name in enumerate(layer, start=1)}  # fmt: skip
        for layer in layers if sweep % 2 == 0 else reversed(layers):
            near = {name: _neighbours(name, inside, at) for name in layer}
            layer.sort(key=near.__getitem__)
            at |= {name: index / len(layer) for index, name in enumerate(layer, start=1)}


def _neighbours(name: str, inside: Sequence[Way], at: Mapping[str, float]) -> float:
    near = [at[way.to] for way in inside if way.origin == name]
    near += [at[way.origin] for way in inside if way.to == name]
    return sum(near) / len(near) if near else at[name]


def _places(layers: list[list[str]]) -> dict[str, tuple[float, float]]:
    widest = max((len(layer) for layer in layers), default=0) * (BOX_WIDTH + GAP) - GAP
    found: dict[str, tuple[float, float]] = {}
    for row, layer in enumerate(layers):
        left = EDGE + (widest - (len(layer) * (BOX_WIDTH + GAP) - GAP)) / 2
        for column, name in enumerate(layer):
            x = left + column * (BOX_WIDTH + GAP)
            found[name] = (x, EDGE + row * (BOX_HEIGHT + RISE))
    return found


def _lines(
    name: str, inside: Sequence[Way], places: Mapping[str, tuple[float, float]]
) -> Iterator[Line]:
    leaving: dict[str, list[str]] = {}
    for way in inside:
        if way.origin == name and way.to in places:
            leaving.setdefault(way.to, []).append(way.on)
    x, y = places[name]
    for index, (to, answers) in enumerate(leaving.items(), start=1):
        start = x + BOX_WIDTH * index / (len(leaving) + 1)
        # A box says by which answers; how an effect came out, and what a fork asks, is in words.
        keys = list(dict.fromkeys(one.partition(" ")[0] for one in answers if one[:1].isdecimal()))
        short = ",".join(keys) if len(keys) < _MANY else f"{keys[0]}–{keys[-1]}"
        yield _line(start, y, places[to], short)


def _line(start: float, y: float, target: tuple[float, float], on: str) -> Line:
    end, below = target[0] + BOX_WIDTH / 2, target[1] > y
    bottom = y + BOX_HEIGHT
    top = target[1] if below else target[1] + BOX_HEIGHT
    bend = max((top - bottom) / 2, RISE / 2) if below else RISE
    path = f"M{start:.0f} {bottom}C{start:.0f} {bottom + bend:.0f} "
    path += f"{end:.0f} {top - bend if below else top + bend:.0f} {end:.0f} {top:.0f}"
    return Line(path, on, start, bottom + 13, back=not below)


def _kind(script: Script, name: str) -> str:
    if name in script.forks:
        return "fork"
    return "entry" if name in script.entries else "end" if not script.steps[name].on else "step"
