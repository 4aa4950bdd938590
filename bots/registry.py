"""The registry of coded words as other doors may use it: adding, and what stands against a word."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from sqlalchemy.orm import Session

from bots import store
from bots.folding import fold
from bots.keywords import check
from bots.rows import KeywordRow
from bots.words import Finding
from kernel.ids import new_id


class Word(Protocol):
    """Is what the registry needs to know of a coded word."""

    @property
    def word(self) -> str:
        """Is the word as it is spread."""
        ...

    @property
    def intent(self) -> str:
        """Says what it opens."""
        ...

    @property
    def language(self) -> str:
        """Names its language."""
        ...

    @property
    def place(self) -> str:
        """Says where it is spread."""
        ...

    @property
    def hours(self) -> str:
        """Says when it is staffed."""
        ...


def register(session: Session, words: Iterable[Word]) -> None:
    """Adds coded words that are not there yet."""
    rows = [
        KeywordRow(
            id=new_id(),
            word=one.word,
            folded=fold(one.word),
            intent=one.intent,
            language=one.language,
            rule="first",
            place=one.place,
            hours=one.hours,
        )
        for one in words
    ]
    store.add_keywords(session, rows)


def findings(session: Session, languages: Iterable[str]) -> Iterator[tuple[str, Finding]]:
    """Yields what stands against each registered word."""
    registry = store.list_keywords(session)
    for one in registry:
        others = [other for other in registry if other.id != one.id]
        for finding in check(one, others, tuple(languages)):
            yield one.word, finding


def listed(session: Session) -> list[Word]:
    """Lists the coded words with where and when they may be used."""
    return list(store.keyword_rows(session))
