"""What leaves the room says the same for zero as for four."""

import csv
import json
from datetime import date
from io import StringIO

import pytest

from reporting.indicators.cube import Cube, Sheet
from reporting.indicators.display import added, as_csv, as_public_json, coarser
from reporting.indicators.model import T1, TOTAL, UNSAFE, CellId, Shown, shown
from reporting.indicators.release import FIRST, Release, written

VALUES: dict[CellId, int] = {
    (T1, "2026-11", "rape"): 0,
    (T1, "2026-11", "unknown"): 5,
    (T1, "2026-11", TOTAL): 10,
}
CUBE = Cube({(T1, "2026-11"): Sheet("fine", 0, early=False, values=VALUES)}, {}, ())


@pytest.mark.parametrize(
    ("value", "steps", "label"),
    [(0, 0, UNSAFE), (0, 2, UNSAFE), (5, 0, "5 (1–9)"), (10, 0, "10 (6–14)"), (15, 1, "15 (6–24)")],
)
def test_a_cell_says_its_interval(value: int, steps: int, label: str) -> None:
    assert shown(value, steps).label == label


def test_an_unknown_cell_has_no_value_in_csv() -> None:
    rows = list(csv.DictReader(StringIO(as_csv(T1, CUBE))))
    assert [row["value"] for row in rows] == ["", "5", "10"]
    assert (rows[0]["lower"], rows[0]["upper"], rows[0]["status"]) == ("0", "4", "range")
    assert rows[0]["label"] == UNSAFE
    assert all("not prevalence" in row["caveat"] for row in rows)


def test_the_public_edition_is_coarser_and_never_drawn_again() -> None:
    rows = list(csv.DictReader(StringIO(as_csv(T1, CUBE, public=True))))
    assert [(row["value"], row["label"]) for row in rows] == [
        ("", UNSAFE),
        ("", "1–9"),
        ("10", "10 (6–14)"),
    ]
    assert coarser(shown(10)) == shown(10)


def test_the_public_json_has_the_same_cells() -> None:
    body = written("R1", date(2026, 12, 20), "C", CUBE, {"D1": "One"})
    release = Release(
        id="R1",
        as_of=date(2026, 12, 20),
        state="approved",
        early=False,
        payload=body,
        previous_hash=FIRST,
        hash="0" * 64,
        signature=b"",
    )
    told = json.loads(as_public_json(release))
    assert [row["value"] for row in told["tables"][T1]] == [None, None, 10]
    assert told["hash"] == release.hash


def test_sums_of_cells_carry_their_intervals() -> None:
    assert added([shown(10), shown(5), shown(0)]) == Shown(15, 7, 27, "value")
    assert added([shown(0), shown(0)]).label == "0–8"
