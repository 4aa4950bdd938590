"""The protected cube: rounded sheets, when they may close, and what an attacker can solve."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from reporting.indicators import grid as shapes
from reporting.indicators.audit import Audit, audited
from reporting.indicators.grid import FINE, WITHHELD, Grid, Sum
from reporting.indicators.model import P1, T1, T2, T5, TOTAL, TYPES, CellId, FactTuple, shown
from reporting.indicators.periods import closes_on, first_day, is_quarter, quarter_of_month
from reporting.indicators.walks import walk_grid

SheetId = tuple[str, str]  # (table, period)


@dataclass(frozen=True)
class Sheet:
    """Holds one table for one period: its level, extra steps, and rounded cells in grid order."""

    level: str
    steps: int
    early: bool
    values: Mapping[CellId, int]


@dataclass(frozen=True)
class Source:
    """Holds what a build reads: pending facts, the boundary year's districts, the rounding key."""

    facts: Sequence[FactTuple]
    districts: tuple[str, ...]
    key: bytes = field(repr=False)


@dataclass(frozen=True)
class Span:
    """Holds today, and the day whose open periods are closed early, in practice only."""

    today: date
    as_of: date | None = None

    def ends(self, period: str) -> bool:
        """Says whether a period may be frozen for good."""
        return closes_on(period) <= self.today

    def reaches(self, period: str) -> bool:
        """Says whether a period is closed at all, for good or early."""
        early = self.as_of is not None and first_day(period) <= min(self.as_of, self.today)
        return early or self.ends(period)


@dataclass(frozen=True)
class Cube:
    """Holds every sheet that a release shows, and the audit of each quarter."""

    sheets: Mapping[SheetId, Sheet]
    audits: Mapping[str, Audit]
    fresh: tuple[SheetId, ...]

    @property
    def early(self) -> bool:
        """Says whether any sheet was closed before its time."""
        return any(sheet.early for sheet in self.sheets.values())

    @property
    def frozen_now(self) -> frozenset[SheetId]:
        """Names the sheets that this build freezes; their facts are to be erased."""
        return frozenset(name for name in self.fresh if not self.sheets[name].early)


def audit_of(sheets: Mapping[SheetId, Sheet], quarter: str) -> Audit:
    """Attacks everything that is published about a quarter."""
    mine = {name: sheet for name, sheet in sheets.items() if quarter_of_period(name[1]) == quarter}
    published = {
        cell: shown(value, sheet.steps)
        for sheet in mine.values()
        for cell, value in sheet.values.items()
    }
    return audited(_known(mine, quarter), published)


def only_frozen(cube: Cube) -> Cube:
    """Returns what the next build must keep: early sheets are forgotten."""
    kept = {name: sheet for name, sheet in cube.sheets.items() if not sheet.early}
    quarters = {quarter_of_period(period) for _, period in kept}
    audits = {name: audit for name, audit in cube.audits.items() if name in quarters}
    return Cube(kept, audits, ())


def quarter_of_period(period: str) -> str:
    """Returns the quarter a month or quarter belongs to."""
    return period if is_quarter(period) else quarter_of_month(period)


def _known(sheets: Mapping[SheetId, Sheet], quarter: str) -> Grid:
    """Returns every relation anybody can write down about a quarter's published cells."""
    months = sorted(period for table, period in sheets if table == T1)
    grid = Grid(())
    for month in months:
        grid = grid.joined(shapes.month_grid(month, sheets[T1, month].level))
    district, funnel = sheets.get((T2, quarter)), sheets.get((T5, quarter))
    if district is not None and district.level != WITHHELD:
        rows = dict.fromkeys(cell[2] for cell in district.values)
        named = [row for row in rows if row not in (TOTAL, "unknown")]
        kinds = TYPES if district.level == FINE else ()
        grid = grid.joined(
            shapes.district_grid(quarter, named, district.level),
            Grid((), shapes.time_sums(quarter, months, kinds)),
        )
    if funnel is not None and funnel.level != WITHHELD:
        starts: tuple[Sum, ...] = (shapes.funnel_start(quarter, months),)
        grid = grid.joined(shapes.funnel_grid(quarter, funnel.level), Grid((), starts))
    walks = sheets.get((P1, quarter))
    return grid if walks is None else grid.joined(walk_grid(quarter, walks.level))
