"""Zero-restricted controlled rounding: multiples of five that still add up everywhere.

Each cell goes to a multiple of the base next to it, a multiple stays where it is, and every sum
holds. A keyed draw decides which way a free cell goes: up with the chance its remainder asks for,
so that trends stay unbiased, and the same way each time, so that nothing can be averaged out.
When frozen margins leave no such table, up to two more steps are allowed and recorded; no step
ever turns a count of five or more into 0.
"""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, eye_array, hstack

from reporting.indicators.grid import Grid
from reporting.indicators.model import BASE, CellId

MOST_STEPS = 2
_EXTRA_STEP_COST = 16.0
_SOLVED = 0


@dataclass(frozen=True)
class Rounded:
    """Holds the rounded counts and how many extra steps they took."""

    values: Mapping[CellId, int]
    steps: int


@dataclass(frozen=True)
class Infeasible:
    """Says that no additive table exists within the allowed steps."""


@dataclass(frozen=True)
class Problem:
    """Holds true counts, constants from frozen periods, and margins that should rather hold."""

    grid: Grid
    counts: Mapping[CellId, int]
    fixed: Mapping[CellId, int]
    wished: frozenset[CellId] = frozenset()


def weight(key: bytes, cell: CellId) -> float:
    """Returns a cell's keyed draw in [0, 1): reproducible, and unknown without the key."""
    drawn = hmac.new(key, "|".join(cell).encode(), sha256).digest()
    return int.from_bytes(drawn[:6], "big") / 2**48


def rounded(problem: Problem, key: bytes) -> Rounded | Infeasible:
    """Rounds the counts of a grid, with as few extra steps as its constants allow."""
    if not problem.grid.cells:
        return Rounded({}, 0)
    for steps in range(MOST_STEPS + 1):
        if _constants_allow(problem, steps):
            found = _solved(problem, key, steps)
            if found is not None:
                return Rounded(found, steps)
    return Infeasible()


def limits(count: int, steps: int) -> tuple[int, int]:
    """Returns the lowest and highest allowed multiple, in units of the base."""
    if count == 0:
        return 0, 0
    lowest = max(0 if count < BASE else 1, count // BASE - steps)
    return lowest, -(-count // BASE) + steps


def _constants_allow(problem: Problem, steps: int) -> bool:
    """Says whether each frozen margin is as near its count as these steps would claim."""
    return all(
        low <= problem.fixed[cell] // BASE <= high
        for cell in problem.grid.cells
        if cell in problem.fixed
        for low, high in (limits(problem.counts[cell], steps),)
    )


def _solved(problem: Problem, key: bytes, steps: int) -> dict[CellId, int] | None:
    cells = problem.grid.cells
    size = len(cells)
    counts = [problem.counts[cell] for cell in cells]
    draws = [
        weight(key, cell) - count % BASE / BASE for cell, count in zip(cells, counts, strict=True)
    ]
    bounds = np.array([_bounds(problem, cell, steps) for cell in cells], dtype=float)
    floors = np.array([count // BASE for count in counts], dtype=float)
    ceilings = np.array([-(-count // BASE) for count in counts], dtype=float)
    sums, low, high = _relations(problem)
    one = eye_array(size)
    # Value minus slack stays under the ceiling and value plus slack over the floor: what leaves
    # the base interval is paid for in slack.
    result = milp(
        np.concatenate([draws, np.full(size, _EXTRA_STEP_COST)]),
        integrality=np.concatenate([np.ones(size), np.zeros(size)]),
        bounds=Bounds(
            np.concatenate([bounds[:, 0], np.zeros(size)]),
            np.concatenate([bounds[:, 1], np.full(size, np.inf)]),
        ),
        constraints=[
            LinearConstraint(hstack([sums, csr_array(sums.shape)]), low, high),
            LinearConstraint(hstack([one, -one]), -np.inf, ceilings),
            LinearConstraint(hstack([one, one]), floors, np.inf),
        ],
        options={"mip_rel_gap": 0.0},
    )
    if result.x is None or result.status != _SOLVED:
        return None
    return {cell: BASE * round(float(result.x[at])) for at, cell in enumerate(cells)}


def _bounds(problem: Problem, cell: CellId, steps: int) -> tuple[float, float]:
    if cell in problem.fixed:
        return problem.fixed[cell] // BASE, problem.fixed[cell] // BASE
    if cell in problem.wished:
        return 0, np.inf
    return limits(problem.counts[cell], steps)


def _relations(problem: Problem) -> tuple[csr_array, list[float], list[float]]:
    """Returns every sum and limit of the grid as rows with their lowest and highest value."""
    place = {cell: at for at, cell in enumerate(problem.grid.cells)}
    known: list[float] = []
    entries: list[tuple[int, int, float]] = [(0, 0, 0.0)]
    relations = [(line.whole, line.parts) for line in problem.grid.sums]
    relations += [(limit.limit, limit.parts) for limit in problem.grid.limits]
    for row, (whole, parts) in enumerate(relations):
        constant = 0.0
        for cell, sign in ((whole, -1.0), *((part, 1.0) for part in parts)):
            if cell in place:
                entries.append((row, place[cell], sign))
            else:
                constant -= sign * (problem.fixed[cell] // BASE)
        known.append(constant)
    where, columns, signs = zip(*entries, strict=True)
    matrix = csr_array((signs, (where, columns)), shape=(max(1, len(relations)), len(place)))
    high = known or [0.0]
    equal = len(problem.grid.sums)
    return matrix, [*high[:equal], *([-np.inf] * (len(high) - equal))], high
