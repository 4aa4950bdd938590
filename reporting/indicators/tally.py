"""Adding facts up: true counts of every cell and margin; they leave this room only rounded."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from reporting.indicators.grid import Grid
from reporting.indicators.model import (
    ALL,
    SMALL,
    T2,
    T5,
    TOTAL,
    UNKNOWN,
    CellId,
    FactTuple,
)

SMALL_SHARE = 0.25


def tally(facts: Iterable[FactTuple], districts: Sequence[str]) -> Counter[CellId]:
    """Counts every cell and margin; a district outside the boundary year counts as unknown."""
    inner: Counter[CellId] = Counter()
    for fact in facts:
        inner[_placed(fact.cell, districts)] += fact.sign
    counts: Counter[CellId] = Counter()
    for cell, number in inner.items():
        for margin in margins(cell):
            counts[margin] += max(0, number)
    return counts


def margins(cell: CellId) -> Iterable[CellId]:
    """Returns every cell an inner cell adds to, itself included."""
    table, period, *codes = cell
    if table == T5:
        return dict.fromkeys([cell, (table, period, codes[0], ALL)])
    choices = [dict.fromkeys([code, TOTAL]) for code in codes]
    return [(table, period, *picked) for picked in product(*choices)]


def is_too_thin(grid: Grid, counts: Mapping[CellId, int]) -> bool:
    """Says whether more than a quarter of a grid's non-zero inner cells are small."""
    wholes = {line.whole for line in grid.sums}
    filled = [counts[cell] for cell in grid.cells if counts[cell] and cell not in wholes]
    small = sum(1 for count in filled if count < SMALL)
    return small > SMALL_SHARE * len(filled)


def _placed(cell: CellId, districts: Sequence[str]) -> CellId:
    if cell[0] == T2 and cell[2] not in districts:
        return (*cell[:2], UNKNOWN, *cell[3:])
    return cell
