"""The gate finds what an attacker would find."""

import pytest

from reporting.indicators.audit import ContradictionError, audited
from reporting.indicators.grid import Grid, Sum
from reporting.indicators.model import CellId, Shown, shown

A, B, WHOLE = ("T1", "2026-11", "a"), ("T1", "2026-11", "b"), ("T1", "2026-11", "total")
GRID = Grid((A, B, WHOLE), (Sum(WHOLE, (A, B)),))


def test_rounded_cells_stay_wide() -> None:
    audit = audited(GRID, {A: shown(0), B: shown(10), WHOLE: shown(10)})
    assert audit.narrowest == 4
    assert audit.passed


def test_a_suppressed_cell_between_exact_ones_is_found() -> None:
    exact = Shown(9, 9, 9, "value")
    audit = audited(GRID, {A: shown(0), B: Shown(7, 7, 7, "value"), WHOLE: exact})
    assert audit.narrowest == 0
    assert not audit.passed


def test_a_sum_that_narrows_a_cell_is_found() -> None:
    loose: dict[CellId, Shown] = {A: Shown(10, 6, 14, "value"), B: Shown(10, 10, 10, "value")}
    audit = audited(GRID, {**loose, WHOLE: Shown(20, 18, 20, "value")})
    assert audit.narrowest < 4


def test_a_hidden_cell_is_worked_out_from_the_rest() -> None:
    # B is not published at all: the attacker still has the sum.
    assert audited(GRID, {A: shown(5), WHOLE: shown(5)}).passed


def test_cells_that_contradict_each_other_stop_the_build() -> None:
    with pytest.raises(ContradictionError):
        audited(GRID, {A: shown(50), B: shown(0), WHOLE: shown(10)})
