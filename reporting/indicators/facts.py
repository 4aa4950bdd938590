"""Which facts a report gives once she agreed to be counted: one a table, tied to nothing."""

from datetime import date

from kernel.clock import month_of, quarter_of
from kernel.vocabulary import IncidentType, Stage
from reporting.indicators.model import (
    ALL,
    ANSWERS,
    P1,
    T1,
    T2,
    T5,
    TYPOLOGIES,
    UNKNOWN,
    FactTuple,
)


def facts_for_report(day: date, kind: IncidentType, area: str | None) -> tuple[FactTuple, ...]:
    """Returns one report's facts: its month and type, its district, the start of the funnel."""
    return (
        FactTuple(T1, month_of(day), (("type", str(kind)),)),
        FactTuple(T2, quarter_of(day), (("district", district_of(area)), ("type", str(kind)))),
        fact_for_stage(day, Stage.REPORTED),
    )


def fact_for_stage(day: date, stage: Stage, category: str = ALL) -> FactTuple:
    """Returns the one fact that a stage of the funnel was reached."""
    return FactTuple(T5, quarter_of(day), (("stage", str(stage)), ("category", category)))


def fact_for_walk(day: date, typology: str | None, answer: str) -> FactTuple:
    """Returns the one fact of a safety walk: a class of neighbourhood, and an answer."""
    kind = typology if typology in TYPOLOGIES else UNKNOWN
    said = answer if answer in ANSWERS else UNKNOWN
    return FactTuple(P1, quarter_of(day), (("typology", kind), ("answer", said)))


def district_of(area: str | None) -> str:
    """Returns the district a nested area code lies in (`D1-N3` lies in `D1`), or `unknown`."""
    if not area or not area.startswith("D"):
        return UNKNOWN
    return area.partition("-")[0]
