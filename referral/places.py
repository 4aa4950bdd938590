"""Places: which area a point lies in, where an area's middle is, and which area a text names.

Pure. A text that could be two areas is asked about again and never guessed.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from rapidfuzz import fuzz

_SURE: Final = 80.0
_MARGIN: Final = 8.0
_MAX_WORDS: Final = 40
_SHORTEST_GUESS: Final = 4


@dataclass(frozen=True)
class NamedArea:
    """Holds one area of the nested geography; `path` is its way down from the city."""

    code: str
    name: str
    parent: str | None
    level: str
    typology: str | None
    path: str
    polygon: Mapping[str, Any]


@dataclass(frozen=True)
class Unsure:
    """Holds the areas that a text might equally mean."""

    codes: tuple[str, ...]


def ring_of(polygon: Mapping[str, Any]) -> list[list[float]]:
    """Returns the outer ring of a GeoJSON polygon as [longitude, latitude] pairs."""
    ring: list[list[float]] = polygon["coordinates"][0]
    return ring


def middle_of(polygon: Mapping[str, Any]) -> tuple[float, float]:
    """Returns the latitude and longitude of a polygon's centre of area."""
    ring = ring_of(polygon)
    origin_x, origin_y = ring[0]
    twice = x_sum = y_sum = 0.0
    # Measured from its first corner: far from (0, 0) the products would drown the differences.
    for (ax, ay), (bx, by) in pairwise(ring):
        x, y, next_x, next_y = ax - origin_x, ay - origin_y, bx - origin_x, by - origin_y
        cross = x * next_y - next_x * y
        twice += cross
        x_sum += (x + next_x) * cross
        y_sum += (y + next_y) * cross
    return origin_y + y_sum / (3 * twice), origin_x + x_sum / (3 * twice)


def contains(polygon: Mapping[str, Any], latitude: float, longitude: float) -> bool:
    """Says whether a point lies inside a polygon, by counting the edges east of it."""
    inside = False
    ring = ring_of(polygon)
    for (ax, ay), (bx, by) in pairwise(ring):
        if (ay > latitude) != (by > latitude):
            east = ax + (latitude - ay) * (bx - ax) / (by - ay)
            inside ^= longitude < east
    return inside


def home_of(areas: Iterable[NamedArea], latitude: float, longitude: float) -> str:
    """Returns the path of the smallest area around a point; empty if it lies in none."""
    around = [area.path for area in areas if contains(area.polygon, latitude, longitude)]
    return max(around, key=lambda path: path.count("/"), default="")


def area_in(text: str, areas: Sequence[NamedArea]) -> str | Unsure | None:
    """Returns the code of the one area that a text names, the areas it might mean, or None."""
    words = folded(text).split()[:_MAX_WORDS]
    if not words:
        return None
    code = _code_in(words, areas)
    if code is not None:
        return code
    scored = sorted(((_likeness(words, area.name), area) for area in areas), key=_by_score)
    best, area = scored[0]
    if best < _SURE:
        return None
    rivals = [other.code for score, other in scored if score > best - _MARGIN]
    return area.code if len(rivals) == 1 else Unsure(tuple(rivals))


def _code_in(words: Sequence[str], areas: Sequence[NamedArea]) -> str | None:
    # A one-letter code would be found in every other sentence.
    codes = {folded(area.code).replace(" ", ""): area.code for area in areas if len(area.code) > 1}
    pairs = ("".join(pair) for pair in pairwise(words))
    spelled = {*words, *pairs} & codes.keys()
    longest = [code for code in spelled if len(code) == max(map(len, spelled))]
    return codes[longest[0]] if len(longest) == 1 else None


def folded(text: str) -> str:
    """Returns a text in plain small letters and digits with single spaces."""
    plain = unicodedata.normalize("NFKD", text)
    bare = "".join(mark for mark in plain if not unicodedata.combining(mark))
    return re.sub(r"[^\w]+|_", " ", bare.casefold()).strip()


def _by_score(scored: tuple[float, NamedArea]) -> tuple[float, str]:
    return (-scored[0], scored[1].path)


def _likeness(words: Sequence[str], name: str) -> float:
    wanted = folded(name)
    length = len(wanted.split())
    windows = [
        "".join(words[start : start + size])
        for size in {length, max(1, length - 1), length + 1}
        for start in range(max(1, len(words) - size + 1))
    ]
    bare = wanted.replace(" ", "")
    long_enough = [window for window in windows if len(window) >= _SHORTEST_GUESS]
    return max((fuzz.ratio(window, bare) for window in long_enough), default=0.0)
