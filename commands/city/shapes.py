"""The shapes of the practice city: irregular areas that share their borders, far out at sea.

The city is a lattice of points, each pushed a little aside by its own fixed amount. A district is
twelve points wide and four half-rows high; its upper row holds four neighbourhoods, its lower row
three. Areas are cut along the same points, so neighbours fit without gaps.
"""

from hashlib import blake2b
from typing import Any, Final

_WEST: Final = -20.18
_NORTH: Final = -24.92
_STEP_EAST: Final = 0.008
_STEP_SOUTH: Final = 0.02
_PUSH: Final = 0.3
_ACROSS: Final = 12
_DOWN: Final = 4
_DISTRICTS_A_ROW: Final = 3
_UPPER: Final = ((0, 3), (3, 6), (6, 9), (9, 12))
_LOWER: Final = ((0, 4), (4, 8), (8, 12))

Polygon = dict[str, Any]


def city() -> Polygon:
    """Returns the outline of the whole city."""
    return _cut(0, _ACROSS * _DISTRICTS_A_ROW, 0, _DOWN * 2)


def district(number: int) -> Polygon:
    """Returns the outline of a district, numbered from 1."""
    left, top = _corner(number)
    return _cut(left, left + _ACROSS, top, top + _DOWN)


def neighbourhood(district_number: int, number: int) -> Polygon:
    """Returns the outline of a neighbourhood, numbered from 1 within its district."""
    left, top = _corner(district_number)
    upper = number <= len(_UPPER)
    start, end = _UPPER[number - 1] if upper else _LOWER[number - 1 - len(_UPPER)]
    half = top if upper else top + _DOWN // 2
    return _cut(left + start, left + end, half, half + _DOWN // 2)


def point_in(district_number: int, number: int) -> tuple[float, float]:
    """Returns a latitude and longitude inside a neighbourhood, not far from its middle."""
    corners = neighbourhood(district_number, number)["coordinates"][0][:-1]
    east = [corner[0] for corner in corners]
    north = [corner[1] for corner in corners]
    return round((min(north) + max(north)) / 2, 5), round((min(east) + max(east)) / 2, 5)


def _corner(district_number: int) -> tuple[int, int]:
    row, column = divmod(district_number - 1, _DISTRICTS_A_ROW)
    return column * _ACROSS, row * _DOWN


def _cut(left: int, right: int, top: int, bottom: int) -> Polygon:
    around = [
        *((x, top) for x in range(left, right)),
        *((right, y) for y in range(top, bottom)),
        *((x, bottom) for x in range(right, left, -1)),
        *((left, y) for y in range(bottom, top, -1)),
    ]
    # GeoJSON walks an outer ring with its inside on the left.
    ring = [_point(x, y) for x, y in reversed(around)]
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}


def _point(x: int, y: int) -> list[float]:
    east, south = blake2b(f"{x},{y}".encode(), digest_size=2).digest()
    return [
        round(_WEST + (x + _pushed(east)) * _STEP_EAST, 5),
        round(_NORTH - (y + _pushed(south)) * _STEP_SOUTH, 5),
    ]


def _pushed(byte: int) -> float:
    return (byte / 255 * 2 - 1) * _PUSH
