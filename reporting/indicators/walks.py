"""The safety walk's table: which cells it has at each level, and how they add up."""

from reporting.indicators.grid import FINE, WITHHELD, Grid, Sum
from reporting.indicators.model import ANSWERS, P1, TOTAL, TYPOLOGIES, UNKNOWN


def walk_grid(quarter: str, level: str = FINE) -> Grid:
    """Returns P1 for a quarter: classes by answer with both margins, or answers alone."""
    if level == WITHHELD:
        return Grid(())
    rows = (*TYPOLOGIES, UNKNOWN) if level == FINE else ()
    cells = tuple((P1, quarter, row, one) for row in (*rows, TOTAL) for one in (*ANSWERS, TOTAL))
    across = (
        Sum((P1, quarter, row, TOTAL), tuple((P1, quarter, row, one) for one in ANSWERS))
        for row in (*rows, TOTAL)
    )
    down = (
        Sum((P1, quarter, TOTAL, one), tuple((P1, quarter, row, one) for row in rows))
        for one in (*ANSWERS, TOTAL)
        if rows
    )
    return Grid(cells, (*across, *down))
