"""Controlled rounding keeps its promises on any table."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporting.indicators.grid import Grid, Sum, funnel_grid, month_grid
from reporting.indicators.model import TOTAL, TYPES, CellId
from reporting.indicators.rounding import Infeasible, Problem, Rounded, limits, rounded, weight

KEY = b"a rounding key of thirty-two byt"
ROWS = ("D1", "D2", "D3", "unknown")


def two_way(counts: list[list[int]]) -> tuple[Grid, dict[CellId, int]]:
    names = [f"t{at}" for at in range(len(counts[0]))]
    rows = [f"r{at}" for at in range(len(counts))]
    told: Counter[CellId] = Counter()
    for row, line in zip(rows, counts, strict=True):
        for name, count in zip(names, line, strict=True):
            for cell in ((row, name), (row, TOTAL), (TOTAL, name), (TOTAL, TOTAL)):
                told["T2", "2026Q4", *cell] += count
    cells = tuple(("T2", "2026Q4", r, n) for r in (*rows, TOTAL) for n in (*names, TOTAL))
    across = [
        Sum(("T2", "2026Q4", r, TOTAL), tuple(("T2", "2026Q4", r, n) for n in names))
        for r in (*rows, TOTAL)
    ]
    down = [
        Sum(("T2", "2026Q4", TOTAL, n), tuple(("T2", "2026Q4", r, n) for r in rows))
        for n in (*names, TOTAL)
    ]
    return Grid(cells, (*across, *down)), {cell: told[cell] for cell in cells}


tables = st.integers(2, 4).flatmap(
    lambda width: st.lists(
        st.lists(st.integers(0, 23), min_size=width, max_size=width), min_size=2, max_size=5
    )
)


@settings(max_examples=60, deadline=None)
@given(tables)
def test_a_table_stays_additive_near_and_in_fives(counts: list[list[int]]) -> None:
    grid, true = two_way(counts)
    answer = rounded(Problem(grid, true, {}), KEY)
    assert isinstance(answer, Rounded)
    assert answer.steps == 0
    for line in grid.sums:
        assert answer.values[line.whole] == sum(answer.values[part] for part in line.parts)
    for cell, count in true.items():
        shown = answer.values[cell]
        assert shown % 5 == 0
        assert abs(shown - count) < 5
        assert shown == count or count % 5
        assert shown > 0 or count < 5


@settings(max_examples=20, deadline=None)
@given(tables)
def test_the_same_data_gives_the_same_table(counts: list[list[int]]) -> None:
    grid, true = two_way(counts)
    first = rounded(Problem(grid, true, {}), KEY)
    assert first == rounded(Problem(grid, true, {}), KEY)


def test_another_key_or_period_draws_anew() -> None:
    cells = [("T1", f"2026-{month:02d}", TYPES[0]) for month in range(1, 13)]
    draws = {weight(KEY, cell) for cell in cells} | {weight(b"other", cell) for cell in cells}
    assert len(draws) == 24
    assert all(0 <= draw < 1 for draw in draws)


def test_twelve_reports_show_ten_or_fifteen() -> None:
    seen = set()
    for month in range(1, 13):
        grid = month_grid(f"2026-{month:02d}")
        true = dict.fromkeys(grid.cells, 0)
        true["T1", f"2026-{month:02d}", "physical_assault"] = 12
        true["T1", f"2026-{month:02d}", TOTAL] = 12
        answer = rounded(Problem(grid, true, {}), KEY)
        assert isinstance(answer, Rounded)
        seen.add(answer.values["T1", f"2026-{month:02d}", "physical_assault"])
    assert seen == {10, 15}


def test_rounding_is_unbiased_over_many_cells() -> None:
    total = 0
    for at in range(300):
        cell = ("T1", f"m{at}", TOTAL)
        answer = rounded(Problem(Grid((cell,)), {cell: 7}, {}), KEY)
        assert isinstance(answer, Rounded)
        total += answer.values[cell]
    assert total / 300 == pytest.approx(7, abs=0.5)


@pytest.mark.parametrize("steps", [0, 1, 2])
@pytest.mark.parametrize("count", range(40))
def test_no_step_turns_five_or_more_into_nothing(count: int, steps: int) -> None:
    low, high = limits(count, steps)
    assert low <= high
    assert low > 0 or count < 5
    assert high > 0 or count == 0
    assert 5 * high - count < 5 * (steps + 1)
    assert count - 5 * low < 5 * (steps + 1)


def test_a_frozen_margin_takes_a_recorded_step() -> None:
    parts = (("T2", "2026Q4", "D1", TOTAL), ("T2", "2026Q4", "D2", TOTAL))
    whole = ("T2", "2026Q4", TOTAL, TOTAL)
    grid = Grid((*parts, whole), (Sum(whole, parts),))
    true: dict[CellId, int] = {parts[0]: 10, parts[1]: 10, whole: 20}
    answer = rounded(Problem(grid, true, {whole: 25}), KEY)
    assert isinstance(answer, Rounded)
    assert answer.steps == 1
    assert sum(answer.values[part] for part in parts) == 25


def test_a_frozen_zero_over_many_reports_is_refused() -> None:
    part, whole = ("T2", "2026Q4", "D1", TOTAL), ("T2", "2026Q4", TOTAL, TOTAL)
    grid = Grid((part, whole), (Sum(whole, (part,)),))
    answer = rounded(Problem(grid, {part: 9, whole: 9}, {whole: 0}), KEY)
    assert isinstance(answer, Infeasible)


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_the_funnel_never_widens_downwards(data: st.DataObject) -> None:
    grid = funnel_grid("2026Q4")
    true: Counter[CellId] = Counter()
    for category in ("shelter", "health", "police"):
        received, waiting, declined, failed, silent = (
            data.draw(st.integers(0, 9)) for _ in range(5)
        )
        stages = {
            "received": received,
            "accepted": received + waiting,
            "declined": declined,
            "unavailable": failed,
            "sent": received + waiting + declined + failed + silent,
        }
        for stage, count in stages.items():
            true["T5", "2026Q4", stage, category] += count
            true["T5", "2026Q4", stage, "all"] += count
    answer = rounded(Problem(grid, true, {}), KEY)
    assert isinstance(answer, Rounded)
    for limit in grid.limits:
        assert sum(answer.values[part] for part in limit.parts) <= answer.values[limit.limit]
