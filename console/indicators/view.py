"""What the page of a release shows, worked out from its published cells only."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from babel import Locale
from babel.dates import format_date
from flask_babel import get_locale, gettext

from console.indicators import words
from console.indicators.charts import Chart, lying, standing
from reporting.indicators.display import added, sheet_cells
from reporting.indicators.model import (
    ALL,
    CATEGORIES,
    STAGES,
    T1,
    T2,
    T5,
    TOTAL,
    TYPES,
    CellId,
    Shown,
)
from reporting.indicators.periods import first_day, is_quarter
from reporting.indicators.release import Release

_YEAR = 12
_SHORT_NAME = 5


@dataclass(frozen=True)
class Row:
    """Holds one row of a table beside a chart."""

    name: str
    says: str


@dataclass(frozen=True)
class Panel:
    """Holds a chart and the same cells as a table; no rows when the period withholds them."""

    chart: Chart
    rows: tuple[Row, ...]
    early: bool = False


@dataclass(frozen=True)
class Wide:
    """Holds a two-way table: its column heads, and each row's name and cells."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass
class Reading:
    """Reads one release as cells that can be looked up."""

    release: Release
    cells: dict[CellId, Shown] = field(init=False)
    early: dict[tuple[str, str], bool] = field(init=False)

    def __post_init__(self) -> None:
        sheets = self.release.cube.sheets
        self.cells = {c: s for sheet in sheets.values() for c, s in sheet_cells(sheet).items()}
        self.early = {name: sheet.early for name, sheet in sheets.items()}

    def periods(self, table: str) -> list[str]:
        """Lists the periods of a table that hold cells, oldest first."""
        return sorted({cell[1] for cell in self.cells if cell[0] == table})

    def tiles(self) -> list[Row]:
        """Returns the headline figures, each with its interval."""
        months, quarters = self.periods(T1), self.periods(T5)
        year = months[-_YEAR:]
        title = gettext("Reports in %(month)s", month=self._marked(T1, months[-1]))
        tiles = [Row(title, self.says((T1, months[-1], TOTAL)))]
        whole = added(self.cells[T1, month, TOTAL] for month in year)
        title = gettext("Reports in the last %(number)s months shown", number=len(year))
        tiles.append(Row(title, words.said(whole)))
        for stage in ("sent", "received") if quarters else ():
            title = f"{words.STAGES[stage]}, {self._marked(T5, quarters[-1])}"
            tiles.append(Row(title, self.says((T5, quarters[-1], stage, ALL))))
        return tiles

    def months(self) -> Panel:
        """Returns the reports of each of the last months."""
        shown = self.periods(T1)[-_YEAR - 1 :]
        named = [(month, self.cells[T1, month, TOTAL]) for month in shown]
        years = [m[:4] if m.endswith("-01") or m == shown[0] else "" for m in shown]
        chart = standing([(_short(month), cell) for month, cell in named], years)
        rows = tuple(Row(self._marked(T1, month), words.said(cell)) for month, cell in named)
        return Panel(chart, rows, any(self.early[T1, month] for month in shown))

    def types(self, month: str) -> Panel:
        """Returns the reports of a month by type, in the order of the codes."""
        pairs = [(str(words.TYPES[kind]), (T1, month, kind)) for kind in TYPES]
        return self.panel(pairs, early=self.early[T1, month])

    def districts(self, quarter: str) -> Panel:
        """Returns the reports of a quarter by district, in the order of the codes."""
        codes = self._rows_of(T2, quarter)
        pairs = [(self._district(code), (T2, quarter, code, TOTAL)) for code in codes]
        return self.panel(pairs, early=self.early.get((T2, quarter), False))

    def district_types(self, quarter: str) -> Wide | None:
        """Returns the two-way table of a quarter, where it is published."""
        if (T2, quarter, TOTAL, TYPES[0]) not in self.cells:
            return None
        heads = (*TYPES, TOTAL)
        rows = (*self._rows_of(T2, quarter), TOTAL)
        return Wide(
            tuple(str(words.TYPES[kind]) for kind in heads),
            tuple(
                (self._district(row), tuple(self.says((T2, quarter, row, kind)) for kind in heads))
                for row in rows
            ),
        )

    def funnel(self, quarter: str) -> Panel:
        """Returns the stages of a quarter, from report to service received."""
        pairs = [(str(words.STAGES[stage]), (T5, quarter, stage, ALL)) for stage in STAGES]
        return self.panel(pairs, early=self.early.get((T5, quarter), False))

    def funnel_services(self, quarter: str) -> Wide | None:
        """Returns the stages of a quarter by kind of service, where they are published."""
        if (T5, quarter, "sent", CATEGORIES[0]) not in self.cells:
            return None
        stages = STAGES[3:]
        return Wide(
            tuple(str(words.STAGES[stage]) for stage in stages),
            tuple(
                (
                    str(words.CATEGORIES[kind]),
                    tuple(self.says((T5, quarter, stage, kind)) for stage in stages),
                )
                for kind in (*CATEGORIES, ALL)
            ),
        )

    def panel(self, pairs: Iterable[tuple[str, CellId]], *, early: bool) -> Panel:
        """Returns a chart of some cells with the same cells as rows."""
        items = [(name, self.cells[cell]) for name, cell in pairs if cell in self.cells]
        rows = tuple(Row(name, words.said(cell)) for name, cell in items)
        return Panel(lying(items), rows, early)

    def _rows_of(self, table: str, quarter: str) -> list[str]:
        rows = {cell[2] for cell in self.cells if cell[:2] == (table, quarter)}
        return sorted(rows - {TOTAL})

    def _district(self, code: str) -> str:
        return words.district(code, self.release.districts)

    def says(self, cell: CellId) -> str:
        """Returns what a cell says, or that it is withheld."""
        return words.said(self.cells[cell]) if cell in self.cells else gettext("withheld")

    def _marked(self, table: str, period: str) -> str:
        name = quarter_name(period) if is_quarter(period) else month_name(period)
        return f"{name} *" if self.early[table, period] else name


def month_name(month: str) -> str:
    """Returns a month in the reader's language."""
    return format_date(first_day(month), "LLLL y", locale=get_locale())


def quarter_name(quarter: str) -> str:
    """Returns a quarter in the reader's language."""
    return format_date(first_day(quarter), "QQQ y", locale=get_locale())


def _short(month: str) -> str:
    """Names a month under a bar: by its number where the language has no short names."""
    here = Locale.parse(str(get_locale()))
    longest = max(map(len, here.months["stand-alone"]["abbreviated"].values()))
    return format_date(first_day(month), "LLL" if longest <= _SHORT_NAME else "L", locale=here)


def named(periods: Iterable[str]) -> Mapping[str, str]:
    """Names periods for a list of choices."""
    return {p: quarter_name(p) if is_quarter(p) else month_name(p) for p in periods}
