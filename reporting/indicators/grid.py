"""The fixed grid: which cells a table has at each level, and which sums tie them together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from reporting.indicators.model import (
    ALL,
    CATEGORIES,
    REFERRAL_STAGES,
    T1,
    T2,
    T5,
    TOTAL,
    TYPES,
    UNKNOWN,
    WHOLE_STAGES,
    CellId,
)

FINE, COARSE, WITHHELD = "fine", "coarse", "withheld"
LEVELS = (FINE, COARSE, WITHHELD)
_WHOLE_PARTS = (("accepted", "declined", "unavailable"), ("received",))


@dataclass(frozen=True)
class Sum:
    """Says that a cell is the sum of its parts."""

    whole: CellId
    parts: tuple[CellId, ...]


@dataclass(frozen=True)
class AtMost:
    """Says that some cells together are never more than another."""

    limit: CellId
    parts: tuple[CellId, ...]


@dataclass(frozen=True)
class Grid:
    """Holds the cells that stand together and every relation an attacker knows between them."""

    cells: tuple[CellId, ...]
    sums: tuple[Sum, ...] = ()
    limits: tuple[AtMost, ...] = ()

    def joined(self, *others: "Grid") -> "Grid":
        """Returns one grid of several, each cell once."""
        grids = (self, *others)
        return Grid(
            tuple(dict.fromkeys(cell for grid in grids for cell in grid.cells)),
            tuple(dict.fromkeys(line for grid in grids for line in grid.sums)),
            tuple(dict.fromkeys(limit for grid in grids for limit in grid.limits)),
        )


def month_grid(month: str, level: str = FINE) -> Grid:
    """Returns T1 for a month: types and their total, or the total alone."""
    total = (T1, month, TOTAL)
    if level != FINE:
        return Grid((total,))
    kinds = tuple((T1, month, kind) for kind in TYPES)
    return Grid((*kinds, total), (Sum(total, kinds),))


def district_grid(quarter: str, districts: Sequence[str], level: str = FINE) -> Grid:
    """Returns T2 for a quarter: districts by type with both margins, or districts alone."""
    if level == WITHHELD:
        return Grid(())
    rows = (*districts, UNKNOWN)
    kinds = TYPES if level == FINE else ()
    cells = tuple((T2, quarter, row, kind) for row in (*rows, TOTAL) for kind in (*kinds, TOTAL))
    across = (
        Sum((T2, quarter, row, TOTAL), tuple((T2, quarter, row, kind) for kind in kinds))
        for row in (*rows, TOTAL)
        if kinds
    )
    down = (
        Sum((T2, quarter, TOTAL, kind), tuple((T2, quarter, row, kind) for row in rows))
        for kind in (*kinds, TOTAL)
    )
    return Grid(cells, (*across, *down))


def time_sums(quarter: str, months: Iterable[str], kinds: Sequence[str]) -> tuple[Sum, ...]:
    """Returns what ties a quarter's margins in T2 to its months in T1."""
    closed = tuple(months)
    return tuple(
        Sum((T2, quarter, TOTAL, kind), tuple((T1, month, kind) for month in closed))
        for kind in (*kinds, TOTAL)
    )


def funnel_grid(quarter: str, level: str = FINE) -> Grid:
    """Returns T5 for a quarter: stages by service category, or stages alone."""
    if level == WITHHELD:
        return Grid(())
    groups = (*CATEGORIES, ALL) if level == FINE else (ALL,)
    whole = tuple((T5, quarter, stage, ALL) for stage in WHOLE_STAGES)
    parted = tuple((T5, quarter, *pair) for pair in product(REFERRAL_STAGES, groups))
    sums = tuple(
        Sum((T5, quarter, stage, ALL), tuple((T5, quarter, stage, one) for one in CATEGORIES))
        for stage in REFERRAL_STAGES
        if level == FINE
    )
    return Grid((*whole, *parted), sums, tuple(_funnel_limits(quarter, groups)))


def funnel_start(quarter: str, months: Iterable[str]) -> Sum:
    """Returns what makes the funnel start with exactly the reports that T1 counts."""
    return Sum((T5, quarter, "reported", ALL), tuple((T1, month, TOTAL) for month in months))


def _funnel_limits(quarter: str, groups: Iterable[str]) -> Iterable[AtMost]:
    answers, received = _WHOLE_PARTS
    for group in groups:
        sent, accepted = (T5, quarter, "sent", group), (T5, quarter, "accepted", group)
        yield AtMost(sent, tuple((T5, quarter, stage, group) for stage in answers))
        yield AtMost(accepted, tuple((T5, quarter, stage, group) for stage in received))
