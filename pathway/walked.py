"""The safety walk's answer leaves as a fact of its own, near no report and no case."""

from pathway.desk import Desk


def count_walk(desk: Desk, answer: str, area: str | None) -> None:
    """Counts one answer to the walk's question, by the consent that came before it."""
    del desk, answer, area
