"""Says why a word is too easy to guess to be a person's own."""

from collections.abc import Collection, Iterable
from typing import Final, Literal

from bots.danger import danger_in
from bots.folding import letter_count, squeezed, tokens
from bots.keywords import match
from bots.lexicon import LEXICONS
from bots.lexicon.model import bag
from bots.reserved import reserved
from bots.words import Keyword

Weakness = Literal[
    "short", "many_words", "reserved", "coded", "name", "place", "everyday", "pattern"
]
SHORTEST: Final = 6
_MOST_WORDS, _FEWEST_LETTERS = 3, 4
_RUNS: Final = "abcdefghijklmnopqrstuvwxyz 01234567890 qwertyuiop asdfghjkl zxcvbnm"
_TIRED: Final = bag(
    "password passwort contrasena secret secreto secretword mysecret letmein palabra welcome "
    "palabrasecreta micontrasena iloveyou teamo tequiero"
)


def weak_word(
    text: str,
    keywords: Iterable[Keyword],
    languages: Collection[str],
    places: Iterable[str] = (),
) -> Weakness | None:
    """Returns the first reason against an own word or cover word, or None."""
    key, count = squeezed(text), len(tokens(text))
    if letter_count(key) < SHORTEST:
        return "short"
    if count > _MOST_WORDS:
        return "many_words"
    if key in reserved(frozenset(languages)) or danger_in(text) is not None:
        return "reserved"
    if match(text, keywords) is not None:
        return "coded"
    return _listed(key, languages, places) or ("pattern" if _is_pattern(key) else None)


def _listed(key: str, languages: Collection[str], places: Iterable[str]) -> Weakness | None:
    known = [LEXICONS[code] for code in languages if code in LEXICONS]
    if any(key in lexicon.first_names for lexicon in known):
        return "name"
    if key in {squeezed(place) for place in places}:
        return "place"
    if key in _TIRED or any(key in lexicon.everyday for lexicon in known):
        return "everyday"
    return None


def _is_pattern(key: str) -> bool:
    if len(set(key)) < _FEWEST_LETTERS:
        return True
    return any(key in run or key[::-1] in run for run in _RUNS.split())
