"""Hears whether a child is named, so that the duty is told before anything more is said."""

from collections.abc import Collection
from typing import Final

from bots.folding import fold, tokens
from bots.lexicon import LEXICONS

_YOUNGEST, _ADULT = 4, 18
_REACH: Final = 2


def names_child(text: str, languages: Collection[str], adult: int = _ADULT) -> bool:
    """Says whether a text names a child, or an age below the adult age."""
    heard = [fold(token) for token in tokens(text)]
    known = [LEXICONS[code] for code in languages if code in LEXICONS]
    if any(lexicon.child.intersection(heard) for lexicon in known):
        return True
    ages = [at for at, token in enumerate(heard) if _is_young(token, adult)]
    beside = {token for at in ages for token in heard[max(at - _REACH, 0) : at + _REACH + 1]}
    return any(lexicon.of_age.intersection(beside) for lexicon in known)


def _is_young(token: str, adult: int) -> bool:
    return token.isdecimal() and _YOUNGEST <= int(token) < adult
