"""The safety walk's answer leaves as a fact of its own, near no report and no case."""

from pathway.counted import count
from pathway.desk import Desk
from pathway.offering import typology_of
from reporting.indicators.facts import fact_for_walk


def count_walk(desk: Desk, answer: str, area: str | None) -> None:
    """Counts one answer to the walk's question, by the consent that came before it.

    Of the place only the class of its neighbourhood is kept, and of the person nothing: there is
    no handle to take the fact back by.
    """
    count(desk, (fact_for_walk(desk.today, typology_of(desk, area), answer),))
