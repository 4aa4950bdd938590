"""Reads word lists of other scripts as the bot hears a text: folded, a word at a time."""

from bots.folding import tokens
from bots.lexicon.model import Phrases, split


def heard_bag(words: str) -> frozenset[str]:
    """Reads a list of single words."""
    return frozenset(word for word in tokens(words) if word)


def heard_split(lines: str) -> Phrases:
    """Reads a list of expressions; a group in braces stays as it is."""
    return tuple(dict.fromkeys(" ".join(map(_heard, line.split())) for line in split(lines)))


def heard_numbers(words: str) -> dict[str, int]:
    """Reads number words, those of zero first and then of each number up to five."""
    rows = [row.split() for row in words.strip().splitlines()]
    return {word: number for number, row in enumerate(rows) for word in tokens(" ".join(row))}


def _heard(word: str) -> str:
    return word if word.startswith("{") else "".join(tokens(word))
