"""Mends the spaces of a hurried text, by the words it may hold."""

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from bots.nearness import Near

_JOINED_MOST, _JOINED_LEAST, _JOINED_LENGTH = 400, 4, 40
_FILLERS: Final = frozenset(["a", "an", "the", "to", "is", "un", "una", "el", "la", "y", "and"])


def runs_shortened(said: Iterable[str]) -> list[str]:
    """Hears a word that is said again and again as said once."""
    kept: list[str] = []
    for token in said:
        if kept[-1:] != [token]:
            kept.append(token)
    return kept


def respaced(said: list[str], known: Near, whole: Collection[str] = ()) -> list[str]:
    """Mends missing and stray spaces: "helpme", "kn ife", "h e l p"; `whole` words stay whole."""
    return list(_parted(_joined(list(_spelled(said)), known), known, whole))


def _spelled(said: list[str]) -> Iterator[str]:
    """Joins single letters that stand in a row."""
    row = ""
    for token in [*said, ""]:
        if len(token) == 1 and token.isalpha():
            row += token
            continue
        if row:
            yield from [row] if len(row) > 2 else list(row)  # noqa: PLR2004
            row = ""
        if token:
            yield token


def _joined(said: list[str], known: Near) -> Iterator[str]:
    at = 0
    while at < len(said):
        pair = "".join(said[at : at + 2])
        whole = len(pair) >= _JOINED_LEAST and pair in known and said[at] not in known
        yield pair if whole else said[at]
        at += 2 if whole else 1


def _parted(said: Iterable[str], known: Near, whole: Collection[str]) -> Iterator[str]:
    tried = 0
    for token in said:
        fits = _JOINED_LEAST <= len(token) <= _JOINED_LENGTH
        if not fits or token in known or token in whole:
            yield token
            continue
        tried += 1
        bent = tried > _JOINED_MOST or known.around(token)
        yield from (None if bent else _parts(token, known)) or [token]


def _parts(token: str, known: Near) -> list[str] | None:
    """Splits a run-together token into known words, the fewest of them."""
    best: list[list[str] | None] = [[]] + [None] * len(token)
    for end in range(1, len(token) + 1):
        for start in range(end):
            before, word = best[start], token[start:end]
            if before is None or not (word in known or word in _FILLERS):
                continue
            shortest = best[end]
            if shortest is None or len(before) + 1 < len(shortest):
                best[end] = [*before, word]
    return best[len(token)]
