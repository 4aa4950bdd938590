"""Reads an answer: a number however it is written, the words of a choice, or her own words."""

from collections.abc import Iterable
from typing import Final

from bots.folding import calm, fold, tokens
from bots.lexicon import LEXICONS
from bots.lexicon.model import bag
from bots.nearness import edits
from bots.reserved import folded
from bots.words import Answer, Back, Chose, DontKnow, Question, Skip, Words

__all__ = ["FUZZY_FROM", "read"]

FUZZY_FROM: Final = 6
_TELLING: Final = 5
_LEAD_INS: Final = bag(
    "number option num nr choice numero opcion la el the answer por le o os choix reponse opcao "
    "resposta"
)
_POLITE: Final = frozenset().union(*(lexicon.polite for lexicon in LEXICONS.values()))
_NUMBER_WORDS: Final = {
    word: number for lexicon in LEXICONS.values() for word, number in lexicon.numbers.items()
}
_SKIP: Final = tuple(word for lexicon in LEXICONS.values() for word in lexicon.skip)
_BACK: Final = tuple(word for lexicon in LEXICONS.values() for word in lexicon.back)
_DONT_KNOW: Final = tuple(word for lexicon in LEXICONS.values() for word in lexicon.dont_know)


def read(text: str, question: Question) -> Answer:
    """Returns what a text answers to a question; what fits nothing stays her own words."""
    numbered = _numbered(_core(fold(text).split()), question)
    if numbered is not None:
        return numbered
    for heard in _spoken(text):
        said = _said(heard, question)
        if said is not None:
            return said
    return Words(text)


def _numbered(heard: list[str], question: Question) -> Answer | None:
    if not heard:
        return None
    number = int(heard[0]) if heard[0].isdigit() and len(heard[0]) == 1 else None
    if number is None and len(heard) == 1:
        number = _NUMBER_WORDS.get(heard[0])
    if number is None or (len(heard) > 1 and not _repeats(heard[1:], number, question)):
        return None
    if number == 0:
        return Skip()
    return Chose(number) if number in question.numbers else None


def _repeats(rest: list[str], number: int, question: Question) -> bool:
    """Says whether what follows a number only says its choice again, as in "1 yes"."""
    if number == 0:
        return "".join(rest) in folded(_SKIP)
    said = "".join(rest)
    words = folded(question.words.get(number, ()))
    return said in words or any(_near(said, word) for word in words)


def _spoken(text: str) -> Iterable[str]:
    """Yields the text as one run of letters, as it is and without courtesies."""
    heard = [calm(token) for token in tokens(text)]
    yield "".join(heard)
    core = _core(heard)
    if core != heard:
        yield "".join(core)


def _core(heard: list[str]) -> list[str]:
    core = [token for token in heard if token not in _POLITE and token not in _LEAD_INS]
    return core or heard


def _said(heard: str, question: Question) -> Answer | None:
    for same in (_equal, _near):
        numbers = {
            number
            for number, words in question.words.items()
            if any(same(heard, word) for word in folded(words))
        }
        if numbers:
            return Chose(numbers.pop()) if len(numbers) == 1 else None
        ended = _ends_one(heard, question)
        if ended is not None:
            return Chose(ended)
        for meant, known in ((Skip(), _SKIP), (Back(), _BACK), (DontKnow(), _DONT_KNOW)):
            if any(same(heard, word) for word in folded(known)):
                return meant
    return None


def _ends_one(heard: str, question: Question) -> int | None:
    """Returns the one choice whose words end in what was said: "before" for "no, it was before"."""
    if len(heard) < _TELLING:
        return None
    ends = {
        number
        for number, words in question.words.items()
        if any(word.endswith(heard) for word in folded(words))
    }
    return ends.pop() if len(ends) == 1 else None


def _equal(heard: str, word: str) -> bool:
    return heard == word


def _near(heard: str, word: str) -> bool:
    """Allows one edit in a word of six letters or more."""
    if min(len(heard), len(word)) < FUZZY_FROM:
        return False
    return edits(heard, word, at_most=1) <= 1
