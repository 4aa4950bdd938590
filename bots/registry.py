"""Checks the registered coded words of a programme, for the doors that show or guard them."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from bots.keywords import check_all
from bots.store import list_keywords
from bots.words import Finding
from kernel.programme import load_programme


def keyword_findings(session: Session) -> list[tuple[str, Finding]]:
    """Returns every objection to a registered word, each with its word."""
    programme = load_programme(session)
    languages = programme.languages if programme is not None else ()
    return check_all(tuple(list_keywords(session)), languages)


def keyword_faults(session: Session) -> Iterator[str]:
    """Yields the objections that are faults, each as one line."""
    for word, finding in keyword_findings(session):
        if finding.level == "error":
            yield f"{word}: {finding.reason} {finding.other}".strip()
