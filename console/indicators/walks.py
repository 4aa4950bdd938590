"""What the page shows of the safety walk, worked out from published cells only."""

from dataclasses import dataclass

from flask_babel import gettext

from console.indicators import words
from console.indicators.view import Panel, Reading, Wide
from reporting.indicators.model import ANSWERS, P1, TOTAL, TYPOLOGIES, UNKNOWN
from reporting.indicators.shares import Share, feels_safe, never_out


@dataclass(frozen=True)
class Walks:
    """Holds a quarter's answers, the two shares, and the classes of neighbourhood if published."""

    panel: Panel
    safe: str
    never: str
    classes: Wide | None


def walks(reading: Reading, quarter: str) -> Walks | None:
    """Returns what a release publishes of a quarter's walks; None where there is nothing."""
    if (P1, quarter) not in reading.early:
        return None
    pairs = [(str(words.AFTER_DARK[one]), (P1, quarter, TOTAL, one)) for one in ANSWERS]
    panel = reading.panel(pairs, early=reading.early[P1, quarter])
    safe = _said(feels_safe(reading.cells, quarter))
    return Walks(panel, safe, _said(never_out(reading.cells, quarter)), _classes(reading, quarter))


def _classes(reading: Reading, quarter: str) -> Wide | None:
    if (P1, quarter, TYPOLOGIES[0], TOTAL) not in reading.cells:
        return None
    heads = (*(str(words.AFTER_DARK[one]) for one in (*ANSWERS, TOTAL)), gettext("Feels safe"))
    rows = [
        (
            str(words.CLASSES[row]),
            (
                *(reading.says((P1, quarter, row, one)) for one in (*ANSWERS, TOTAL)),
                _said(feels_safe(reading.cells, quarter, row)),
            ),
        )
        for row in (*TYPOLOGIES, UNKNOWN, TOTAL)
    ]
    return Wide(heads, tuple(rows))


def _said(share: Share | None) -> str:
    if share is None:
        return gettext("too few answers")
    numbers = {"value": share.value, "lower": share.lower, "upper": share.upper}
    return gettext("%(value)s %% (%(lower)s–%(upper)s %%)", **numbers)
