"""The gate before a release: an attacker's own sums, solved for the least and most of each cell."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog

from reporting.indicators.grid import Grid
from reporting.indicators.model import BASE, CellId, Shown

NARROWEST = BASE - 1
_SLACK = 1e-6


@dataclass(frozen=True)
class Audit:
    """Holds how many cells were attacked and the narrowest interval that came out."""

    cells: int
    narrowest: int

    @property
    def passed(self) -> bool:
        """Says whether no cell can be known better than the base allows."""
        return self.narrowest >= NARROWEST


def audited(grid: Grid, published: Mapping[CellId, Shown]) -> Audit:
    """Solves, for each published cell, its least and greatest count under every known relation."""
    system = _System(grid, published)
    widths = [system.width(at) for at, cell in enumerate(system.cells) if cell in published]
    return Audit(len(widths), min(widths, default=NARROWEST))


class _System:
    """Holds all that an attacker knows as linear relations and bounds."""

    def __init__(self, grid: Grid, published: Mapping[CellId, Shown]) -> None:
        named = (cell for line in grid.sums for cell in (line.whole, *line.parts))
        self.cells = tuple(dict.fromkeys((*grid.cells, *named)))
        place = {cell: at for at, cell in enumerate(self.cells)}
        self.sums = _matrix([(line.whole, line.parts) for line in grid.sums], place)
        self.limits = _matrix([(line.limit, line.parts) for line in grid.limits], place)
        self.bounds = [_bounds(published.get(cell)) for cell in self.cells]

    def width(self, at: int) -> int:
        """Returns how many whole counts lie between the least and the most of a cell."""
        return int(np.floor(self._most(at) + _SLACK) - np.ceil(-self._most(at, -1.0) - _SLACK))

    def _most(self, at: int, sign: float = 1.0) -> float:
        cost = np.zeros(len(self.cells))
        cost[at] = -sign
        result = linprog(
            cost,
            A_eq=self.sums,
            b_eq=np.zeros(len(self.sums)),
            A_ub=self.limits,
            b_ub=np.zeros(len(self.limits)),
            bounds=self.bounds,
            method="highs",
        )
        if result.status != 0 or result.fun is None:
            raise ContradictionError
        return -float(result.fun)


class ContradictionError(Exception):
    """Says that no true counts could stand behind the published cells."""


def _bounds(cell: Shown | None) -> tuple[float, float]:
    return (0.0, np.inf) if cell is None else (float(cell.lower), float(cell.upper))


def _matrix(
    lines: list[tuple[CellId, tuple[CellId, ...]]], place: Mapping[CellId, int]
) -> NDArray[np.float64]:
    matrix = np.zeros((len(lines), len(place)))
    for row, (whole, parts) in enumerate(lines):
        matrix[row, place[whole]] = -1.0
        for part in parts:
            matrix[row, place[part]] = 1.0
    return matrix
