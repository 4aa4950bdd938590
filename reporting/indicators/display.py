"""What leaves the room: exports of protected cells, in an internal and a coarser public edition."""

import csv
from collections.abc import Iterable
from io import StringIO
from typing import Any

from reporting.indicators.cube import Cube, Sheet
from reporting.indicators.model import DIMENSIONS, TABLES, CellId, Shown, canonical, shown
from reporting.indicators.release import CAVEAT, Release

PUBLIC_SMALL = 10
_SAYS = ("value", "lower", "upper", "status", "label")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def coarser(says: Shown) -> Shown:
    """Returns a cell as the public sees it: under ten it is only an interval."""
    if says.value is None or says.value >= PUBLIC_SMALL:
        return says
    return Shown(None, says.lower, says.upper, "range")


def added(cells: Iterable[Shown]) -> Shown:
    """Adds protected cells up; the intervals add up with them."""
    parts = tuple(cells)
    value = sum(part.value or 0 for part in parts)
    lower, upper = sum(part.lower for part in parts), sum(part.upper for part in parts)
    return Shown(value or None, lower, upper, "value" if value else "range")


def sheet_cells(sheet: Sheet) -> dict[CellId, Shown]:
    """Returns what each cell of a sheet says, in the grid's own order."""
    return {cell: shown(value, sheet.steps) for cell, value in sheet.values.items()}


def as_csv(table: str, cube: Cube, *, public: bool = False) -> str:
    """Writes a table as CSV; an unknown cell has no value, and each row says what it is not."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    dimensions = DIMENSIONS[table]
    writer.writerow(("table", "period", "early", *dimensions, *_SAYS, "caveat"))
    for (name, period), sheet in sorted(cube.sheets.items()):
        for cell, says in sheet_cells(sheet).items() if name == table else ():
            said = coarser(says) if public else says
            row = (
                table,
                period,
                "yes" if sheet.early else "no",
                *cell[2:],
                *_columns(said),
                CAVEAT,
            )
            writer.writerow([_harmless(value) for value in row])
    return out.getvalue()


def as_public_json(release: Release) -> bytes:
    """Writes the public edition of an approved release, tied by hash to what was signed."""
    cube = release.cube
    return canonical(
        {
            "release": release.id,
            "as_of": release.as_of.isoformat(),
            "hash": release.hash,
            "early": release.early,
            "caveat": CAVEAT,
            "districts": release.districts,
            "tables": {table: _public_rows(table, cube) for table in TABLES},
        }
    )


def _public_rows(table: str, cube: Cube) -> list[dict[str, Any]]:
    return [
        {
            "period": period,
            **dict(zip(DIMENSIONS[table], cell[2:], strict=True)),
            **dict(zip(_SAYS, _columns(coarser(says)), strict=True)),
        }
        for (name, period), sheet in sorted(cube.sheets.items())
        if name == table
        for cell, says in sheet_cells(sheet).items()
    ]


def _columns(says: Shown) -> tuple[int | None, int, int, str, str]:
    return (says.value, says.lower, says.upper, says.status, says.label)


def _harmless(value: object) -> object:
    # A spreadsheet takes such a cell for a formula.
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value
