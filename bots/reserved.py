"""The words nobody may take: the providers', the bot's own commands, and letters."""

from collections.abc import Iterable
from functools import cache
from typing import Final

from bots.folding import fold, squeezed
from bots.lexicon import LEXICONS
from bots.lexicon.model import bag

PROVIDER: Final = bag(
    "stop stopall unsubscribe end quit cancel revoke optout help info start yes unstop"
)
STARTS: Final = frozenset({"start", "unstop"})
_OWN: Final = frozenset({"x", "p", "a", "n", "h", "menu", "sos"})


@cache
def reserved(languages: frozenset[str]) -> frozenset[str]:
    """Returns every reserved word, squeezed; English and the providers' always among them."""
    words = set(PROVIDER | _OWN)
    for code in languages | {"en"}:
        if code in LEXICONS:
            known = LEXICONS[code]
            lists = (known.stop, known.undo, known.delete, known.names, known.danger.alone)
            words |= {squeezed(word) for group in lists for word in group}
    return frozenset(words)


@cache
def folded(words: tuple[str, ...]) -> frozenset[str]:
    """Returns a word list folded and without spaces, ready to be compared."""
    return frozenset(squeezed(word) for word in words)


def exactly(text: str, lists: Iterable[tuple[str, ...]]) -> bool:
    """Says whether a whole text is one of some words, digits not read as letters."""
    heard = fold(text).replace(" ", "")
    return any(heard in folded(words) for words in lists)
