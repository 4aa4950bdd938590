"""The share that feels safe, with its honest interval.

Whoever answers a safety walk chose to. This is no sample, so it is not indicator 16.1.4 of the SDG,
although it asks in the same words; the share is taken from the published cells, as anybody could.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reporting.indicators.model import FEELS_SAFE, FEELS_UNSAFE, NEVER_OUT, P1, TOTAL, CellId, Shown

WHOLE = 100


@dataclass(frozen=True)
class Share:
    """Holds a share in percent, and the lowest and highest it can be."""

    value: int
    lower: int
    upper: int


def feels_safe(cells: Mapping[CellId, Shown], quarter: str, row: str = TOTAL) -> Share | None:
    """Returns very and fairly safe among the valid answers; who never goes out is left out."""
    safe = [cells.get((P1, quarter, row, one)) for one in FEELS_SAFE]
    unsafe = [cells.get((P1, quarter, row, one)) for one in FEELS_UNSAFE]
    return _share(safe, unsafe)


def never_out(cells: Mapping[CellId, Shown], quarter: str, row: str = TOTAL) -> Share | None:
    """Returns the share that never goes out alone after dark, among all who answered."""
    never = [cells.get((P1, quarter, row, NEVER_OUT))]
    others = [cells.get((P1, quarter, row, one)) for one in (*FEELS_SAFE, *FEELS_UNSAFE)]
    return _share(never, others)


def _share(some: Iterable[Shown | None], others: Iterable[Shown | None]) -> Share | None:
    """Returns one part of two; None where a cell is withheld, or nothing certain was counted."""
    ours, theirs = [*some], [*others]
    mine = [one for one in ours if one is not None]
    rest = [one for one in theirs if one is not None]
    if len(mine) < len(ours) or len(rest) < len(theirs):
        return None
    value = sum(one.value or 0 for one in mine)
    whole = value + sum(one.value or 0 for one in rest)
    if not whole:
        return None
    low, high = sum(one.lower for one in mine), sum(one.upper for one in mine)
    least, most = sum(one.lower for one in rest), sum(one.upper for one in rest)
    return Share(
        round(WHOLE * value / whole),
        WHOLE * low // max(1, low + most),
        -(-WHOLE * high // max(1, high + least)),
    )
