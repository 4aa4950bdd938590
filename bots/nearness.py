"""Finds which known words lie one edit from a heard word, in time that does not grow."""

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz.distance import OSA


def edits(left: str, right: str, *, at_most: int) -> int:
    """Counts edits between two words, a transposition as one; `at_most + 1` means more."""
    return int(OSA.distance(left, right, score_cutoff=at_most))


class Near:
    """Knows a list of words and answers which of them a heard word may be."""

    def __init__(self, words: Iterable[str], *, shortest: int = 2) -> None:
        self._words = frozenset(words)
        self._by_stump: dict[str, set[str]] = defaultdict(set)
        for word in self._words:
            if len(word) >= shortest:
                for stump in _stumps(word):
                    self._by_stump[stump].add(word)
        self._longest = max(map(len, self._words), default=0)

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def exactly(self, heard: str) -> dict[str, int]:
        """Returns the heard word itself, if it is known."""
        return {heard: 0} if heard in self._words else {}

    def around(self, heard: str) -> dict[str, int]:
        """Returns the known words at most one edit away, each with its distance."""
        found = self.exactly(heard)
        if len(heard) > self._longest + 1:
            return found
        for stump in _stumps(heard):
            for word in self._by_stump.get(stump, ()):
                if word not in found and edits(heard, word, at_most=1) <= 1:
                    found[word] = 1
        return found


def _stumps(word: str) -> set[str]:
    return {word} | {word[:cut] + word[cut + 1 :] for cut in range(len(word))}
