"""The safety walk's table and its shares."""

from __future__ import annotations

from datetime import date

from reporting.indicators.build import assembled
from reporting.indicators.cube import Cube, Source, Span
from reporting.indicators.display import sheet_cells
from reporting.indicators.facts import fact_for_walk
from reporting.indicators.model import P1, TOTAL, Shown
from reporting.indicators.shares import feels_safe, never_out

DAY = date(2026, 8, 12)
AFTER = date(2026, 12, 1)


def built(*answers: tuple[str, str, int]) -> dict[tuple[str, ...], Shown]:
    facts = [fact_for_walk(DAY, kind, said) for kind, said, many in answers for _ in range(many)]
    cube = assembled(Cube({}, {}, ()), Source(facts, ("D1",), b"k" * 32), Span(AFTER))
    assert all(audit.passed for audit in cube.audits.values())
    return sheet_cells(cube.sheets[P1, "2026Q3"])


def test_shares_come_from_published_cells_with_an_honest_interval() -> None:
    cells = built(
        ("ordinary", "very_safe", 31),
        ("ordinary", "fairly_safe", 32),
        ("ordinary", "bit_unsafe", 33),
        ("ordinary", "never_out", 24),
    )
    share = feels_safe(cells, "2026Q3")
    assert share is not None
    assert share.lower <= round(100 * 63 / 96) <= share.upper
    assert share.lower < share.value < share.upper
    never = never_out(cells, "2026Q3")
    assert never is not None
    assert never.lower <= 20 <= never.upper


def test_few_answers_say_nothing_certain() -> None:
    cells = built(("ordinary", "very_safe", 1), ("vulnerable", "very_unsafe", 2))
    share = feels_safe(cells, "2026Q3")
    assert share is None or (share.lower, share.upper) == (0, 100)


def test_thin_classes_are_left_out() -> None:
    cells = built(*((kind, "very_safe", 1) for kind in ("ordinary", "vulnerable", "upper_middle")))
    assert {cell[2] for cell in cells} <= {TOTAL}
