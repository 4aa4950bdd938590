"""What the bot knows of one language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from typing import Final

Phrases = tuple[str, ...]
_DOUBLED: Final = re.compile(r"([^aeiou\W\d_])\1+")


@dataclass(frozen=True, slots=True)
class DangerList:
    """Holds expressions of danger; `{group}` stands for any word of that group.

    `alone` counts only in a text with little else, `call` and `story` anywhere. A `harmless` word
    is never heard as the misspelling of one of its own language. One of the `matters` beside an
    `alone` expression is what she asks for: help with food is no cry for help.
    """

    groups: Mapping[str, Phrases]
    alone: Phrases
    call: Phrases
    story: Phrases
    denials: frozenset[str]
    past: frozenset[str]
    unstopped: frozenset[str]
    harmless: frozenset[str] = frozenset()
    matters: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Holds the words of one language that the bot understands.

    `child` names somebody under age; `of_age` stands beside a number of years.
    """

    code: str
    name: str
    names: Phrases
    options: Mapping[str, Phrases]
    numbers: Mapping[str, int]
    skip: Phrases
    back: Phrases
    dont_know: Phrases
    polite: frozenset[str]
    stop: Phrases
    undo: Phrases
    delete: Phrases
    person: Phrases
    who: Phrases
    papers: frozenset[str]
    asks: frozenset[str]
    everyday: frozenset[str]
    first_names: frozenset[str]
    unsafe_first: frozenset[str]
    danger: DangerList
    child: frozenset[str] = frozenset()
    of_age: frozenset[str] = frozenset()


def split(words: str) -> Phrases:
    """Reads a list written with a slash or a line break between its entries."""
    return tuple(
        " ".join(entry.split()) for entry in words.replace("\n", "/").split("/") if entry.strip()
    )


def joined(*parts: str) -> Phrases:
    """Returns every word made of one of each part, each part written with slashes."""
    return tuple("".join(word) for word in product(*(part.split("/") for part in parts)))


def thinned(words: str) -> Phrases:
    """Reads a list like `split`, each word also with its doubled consonants written once."""
    listed = split(words)
    once = (_DOUBLED.sub(r"\1", word) for word in listed)
    return tuple(dict.fromkeys((*listed, *once)))


def bag(words: str) -> frozenset[str]:
    """Reads a list of single words."""
    return frozenset(words.split())
