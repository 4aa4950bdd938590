"""Recognises what a text orders, whatever question stands: X, STOP, UNDO, a letter, a language."""

import re
from collections.abc import Collection, Iterable
from functools import cache, lru_cache
from typing import Final

from bots.folding import fold, tokens
from bots.lexicon import LEXICONS
from bots.lexicon.model import Lexicon
from bots.nearness import edits
from bots.reserved import STARTS, exactly, folded
from bots.words import Command, CommandKind

EXIT_WORD: Final = "x"
_FUZZY_FROM: Final = 6
_AS_SHORT_AS_A_NUMBER: Final = 2
_MORE_WORDS, _MOST_WORDS = 3, 14
_LETTER: Final = re.compile(r"^\W*(\w)(?!\w)\W*(.*)$", re.DOTALL)
_LETTERS: Final = frozenset("pan")


def command(text: str, languages: Collection[str] = ()) -> Command | None:
    """Returns the order a text gives; X, STOP, UNDO, DELETE and letters are matched exactly."""
    if len(text) <= _AS_SHORT_AS_A_NUMBER:
        return _short(text, tuple(languages))
    return _ordered(text, languages)


@lru_cache(maxsize=1024)
def _short(text: str, languages: tuple[str, ...]) -> Command | None:
    # Most texts are a number; longer ones may tell something, and are not kept in memory.
    return _ordered(text, languages)


def _ordered(text: str, languages: Collection[str]) -> Command | None:
    known = [LEXICONS[code] for code in dict.fromkeys(["en", *languages]) if code in LEXICONS]
    return (
        _exact(text, known)
        or _who(text, known)
        or _language(text, languages)
        or _person(text, known)
        or _papers(text, known)
        or letter(text)
    )


def letter(text: str) -> Command | None:
    """Returns the letter P, A or N when it is the first word, and what follows it."""
    found = _LETTER.match(text)
    if found is None or fold(found[1]) not in _LETTERS:
        return None
    rest = found[2].strip()
    soft = bool(rest) and found[1].islower()
    return Command(CommandKind.LETTER, fold(found[1]).upper(), rest, soft=soft)


def _exact(text: str, known: list[Lexicon]) -> Command | None:
    if fold(text) == EXIT_WORD:
        return Command(CommandKind.EXIT)
    if exactly(text, (lexicon.stop for lexicon in known)):
        return Command(CommandKind.STOP)
    if fold(text) in STARTS:
        return Command(CommandKind.START)
    if exactly(text, (lexicon.undo for lexicon in known)):
        return Command(CommandKind.UNDO)
    if exactly(text, (lexicon.delete for lexicon in known)):
        return Command(CommandKind.DELETE)
    return None


def _who(text: str, known: list[Lexicon]) -> Command | None:
    heard = tokens(text)
    for lexicon in known:
        if _near_any("".join(heard), lexicon.who):
            return Command(CommandKind.WHO)
        if any(_holds(heard, phrase) for phrase in _spoken(lexicon.who)):
            return Command(CommandKind.WHO)
    return None


@cache
def _spoken(phrases: tuple[str, ...]) -> tuple[list[str], ...]:
    return tuple(tokens(phrase) for phrase in phrases)


def _holds(heard: list[str], phrase: list[str]) -> bool:
    """Says whether a short text holds a phrase of two words or more, word for word."""
    if not 1 < len(phrase) <= len(heard) <= len(phrase) + _MORE_WORDS:
        return False
    starts = range(len(heard) - len(phrase) + 1)
    return any(heard[at : at + len(phrase)] == phrase for at in starts)


def _language(text: str, languages: Collection[str]) -> Command | None:
    heard = [token for token in tokens(text) if token not in _POLITE] or tokens(text)
    for code in languages:
        if code in LEXICONS and _near_any("".join(heard), LEXICONS[code].names):
            return Command(CommandKind.LANGUAGE, code)
    return None


_POLITE: Final = frozenset().union(*(lexicon.polite for lexicon in LEXICONS.values()))


def _person(text: str, known: list[Lexicon]) -> Command | None:
    heard = "".join(tokens(text))
    if fold(text) == "h" or any(_near_any(heard, lexicon.person) for lexicon in known):
        return Command(CommandKind.PERSON)
    return None


def _papers(text: str, known: list[Lexicon]) -> Command | None:
    """Hears a question about papers, not a story in which papers occur."""
    heard = tokens(text)
    if not heard or len(heard) > _MOST_WORDS:
        return None
    asked = "?" in text or any(heard[0] in lexicon.asks for lexicon in known)
    named = any(lexicon.papers.intersection(heard) for lexicon in known)
    return Command(CommandKind.PAPERS) if asked and named else None


def _near_any(heard: str, words: Iterable[str]) -> bool:
    listed = folded(tuple(words))
    if heard in listed or len(heard) < _FUZZY_FROM:
        return heard in listed
    close = (word for word in listed if abs(len(word) - len(heard)) <= 1)
    return any(len(word) >= _FUZZY_FROM and edits(heard, word, at_most=1) <= 1 for word in close)
