"""Closing periods: months first, then the quarters whose margins those months have set.

A month of T1 is rounded first. Its sheet then stands as a constant in the margins of its
quarter's T2, and the same total opens the funnel of T5, so that shared margins agree everywhere.
A sheet that is frozen is never touched again.
"""

from collections.abc import Iterable, Mapping

from kernel.clock import month_of
from reporting.indicators import grid as shapes
from reporting.indicators.cube import (
    Cube,
    Sheet,
    SheetId,
    Source,
    Span,
    audit_of,
    quarter_of_period,
)
from reporting.indicators.grid import COARSE, FINE, LEVELS, Grid
from reporting.indicators.model import ALL, P1, T1, T2, T5, TOTAL, TYPES, CellId
from reporting.indicators.periods import is_quarter, months_between, months_of, quarter_of_month
from reporting.indicators.rounding import Infeasible, Problem, Rounded, rounded
from reporting.indicators.tally import is_too_thin, tally
from reporting.indicators.walks import walk_grid


def assembled(frozen: Cube, source: Source, span: Span) -> Cube:
    """Rounds each closed period that is not frozen yet and audits its quarter."""
    build = _Build(frozen, source, span)
    for month in build.open_months():
        build.add_month(month)
    for quarter in build.open_quarters():
        build.add_quarter(quarter)
    touched = sorted({quarter_of_period(period) for _, period in build.fresh})
    audits = {**frozen.audits, **{name: audit_of(build.sheets, name) for name in touched}}
    return Cube(build.sheets, audits, tuple(build.fresh))


class _Build:
    def __init__(self, frozen: Cube, source: Source, span: Span) -> None:
        self.sheets = dict(frozen.sheets)
        self.fresh: list[SheetId] = []
        self.source = source
        self.span = span
        self.counts = tally(source.facts, source.districts)

    def open_months(self) -> list[str]:
        """Lists the months to close now, from the first the chain or the facts know."""
        known = [month for table, month in self.sheets if table == T1] or [
            month
            for fact in self.source.facts
            for month in (months_of(fact.period) if is_quarter(fact.period) else (fact.period,))
        ]
        if not known:
            return []
        first = months_of(quarter_of_month(min(known)))[0]
        months = months_between(first, month_of(self.span.today))
        return [m for m in months if (T1, m) not in self.sheets and self.span.reaches(m)]

    def open_quarters(self) -> list[str]:
        """Lists the quarters to close now: all their months that have begun are there."""
        quarters = dict.fromkeys(quarter_of_month(month) for month in self._months())
        return [q for q in quarters if (T2, q) not in self.sheets and self.span.reaches(q)]

    def add_month(self, month: str) -> None:
        """Rounds T1; the quarter so far pulls softly, so that its margin stays near the truth."""
        early = not self.span.ends(month)
        quarter = quarter_of_month(month)
        fine = shapes.month_grid(month)
        # An early sheet is practice: it stays fine, so that a newcomer sees her step.
        level = COARSE if not early and is_too_thin(fine, self.counts) else FINE
        grid = shapes.month_grid(month, level)
        earlier = [m for m in self._months(quarter) if m < month]
        kinds = TYPES if level == FINE and self._all_fine(earlier) else ()
        pull = shapes.time_sums(quarter, (*earlier, month), kinds)
        running = tuple(line.whole for line in pull)
        later = [m for m in months_of(quarter) if m > month]
        counts = dict(self.counts) | {cell: self.counts[cell] for cell in grid.cells}
        for cell in running:
            pending = sum(self.counts[T1, m, cell[-1]] for m in later)
            counts[cell] = max(0, self.counts[cell] - pending)
        problem = Problem(
            grid.joined(Grid(running, pull)), counts, self._constants(), frozenset(running)
        )
        self._keep((T1, month), level, early=early, result=self._rounded(problem))

    def add_quarter(self, quarter: str) -> None:
        """Rounds T2 and T5 under the margins that the quarter's months have set, and P1 alone."""
        months = self._months(quarter)
        finest = FINE if self._all_fine(months) else COARSE
        margins = {
            line.whole: sum(self.sheets[T1, part[1]].values[part] for part in line.parts)
            for line in shapes.time_sums(quarter, months, TYPES if finest == FINE else ())
        }
        total = (T2, quarter, TOTAL, TOTAL)
        start = (T5, quarter, "reported", ALL)
        self.counts[start] = self.counts[total]
        fixed = {**margins, start: margins[total]}
        level = COARSE if is_too_thin(self._grid(T2, quarter, finest), self.counts) else finest
        self._add_sheet(T2, quarter, level, fixed)
        for table, set_before in ((T5, fixed), (P1, {})):
            thin = is_too_thin(self._grid(table, quarter, FINE), self.counts)
            self._add_sheet(table, quarter, COARSE if thin else FINE, set_before)

    def _add_sheet(
        self, table: str, quarter: str, finest: str, fixed: Mapping[CellId, int]
    ) -> None:
        early = not self.span.ends(quarter)
        for level in LEVELS[LEVELS.index(finest) :]:
            problem = Problem(self._grid(table, quarter, level), self.counts, fixed)
            result = rounded(problem, self.source.key)
            if isinstance(result, Rounded):
                self._keep((table, quarter), level, early=early, result=result)
                return

    def _grid(self, table: str, quarter: str, level: str) -> Grid:
        if table == T5:
            return shapes.funnel_grid(quarter, level)
        if table == P1:
            return walk_grid(quarter, level)
        return shapes.district_grid(quarter, self.source.districts, level)

    def _rounded(self, problem: Problem) -> Rounded:
        result = rounded(problem, self.source.key)
        if isinstance(result, Infeasible):
            raise NoTableError
        return result

    def _keep(self, name: SheetId, level: str, *, early: bool, result: Rounded) -> None:
        values = {cell: value for cell, value in result.values.items() if cell[:2] == name}
        self.sheets[name] = Sheet(level, result.steps, early, values)
        self.fresh.append(name)

    def _months(self, quarter: str | None = None) -> list[str]:
        months = sorted(period for table, period in self.sheets if table == T1)
        return [m for m in months if quarter in (None, quarter_of_month(m))]

    def _all_fine(self, months: Iterable[str]) -> bool:
        return all(self.sheets[T1, month].level == FINE for month in months)

    def _constants(self) -> dict[CellId, int]:
        return {
            cell: value
            for name, sheet in self.sheets.items()
            if name[0] == T1
            for cell, value in sheet.values.items()
        }


class NoTableError(Exception):
    """Says that a month could not be rounded, which its own free margins make impossible."""
