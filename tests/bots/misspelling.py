"""Every single slip of a hurried hand on a phone, made one by one and without chance."""

from collections.abc import Iterator

ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
SHORTEST = 3
VOWELS = {"a": "e", "e": "i", "i": "e", "o": "u", "u": "o"}


def phrases(line: str, groups: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """Writes an expression out, each word of a group once."""
    words = line.split()
    slots = [groups[word[1:-1]] if word.startswith("{") else (word,) for word in words]
    for turn in range(max(map(len, slots))):
        yield " ".join(slot[turn % len(slot)] for slot in slots)


def slips(phrase: str) -> Iterator[str]:
    """Yields a phrase with one slip in one of its longer words, or between two words."""
    words = phrase.split()
    for at, word in enumerate(words):
        if len(word) >= SHORTEST and not any(letter.isdigit() for letter in word):
            for slip in _slips_of(word):
                yield " ".join([*words[:at], slip, *words[at + 1 :]])
    for at in range(len(words) - 1):
        yield " ".join([*words[:at], words[at] + words[at + 1], *words[at + 2 :]])
    yield phrase.upper()
    yield phrase.replace("e", "3").replace("o", "0")
    yield phrase.replace(" ", "  ") + "!!!"


def _slips_of(word: str) -> Iterator[str]:
    for at, letter in enumerate(word):
        yield word[:at] + word[at + 1 :]
        if letter.isalpha():
            yield word[:at] + letter * 2 + word[at + 1 :]
            yield word[:at] + letter * 4 + word[at + 1 :]
        yield word[:at] + _beside(letter) + word[at + 1 :]
        yield word[:at] + VOWELS.get(letter, letter) + word[at + 1 :]
        if at + 1 < len(word):
            yield word[:at] + word[at + 1] + letter + word[at + 2 :]


def _beside(letter: str) -> str:
    for row in ROWS:
        if letter in row:
            at = row.index(letter)
            return row[at + 1] if at + 1 < len(row) else row[at - 1]
    return letter
