"""Splits a text into what people see as one letter, so that nothing is cut in its middle."""

import unicodedata
from collections.abc import Iterator
from typing import Final

_JOINER: Final = "\u200d"
_SKIN_TONES: Final = range(0x1F3FB, 0x1F400)
_FLAG_LETTERS: Final = range(0x1F1E6, 0x1F200)
_TAGS: Final = range(0xE0020, 0xE0080)
_HANGUL: Final = range(0x1160, 0x1200)


def clusters(text: str) -> tuple[str, ...]:
    """Returns the visible letters of a text, in order; joined again they are the text."""
    return tuple(_clusters(text))


def _clusters(text: str) -> Iterator[str]:
    start = 0
    for place in range(1, len(text)):
        if not _goes_on(text, start, place):
            yield text[start:place]
            start = place
    if text:
        yield text[start:]


def _goes_on(text: str, start: int, place: int) -> bool:
    """Says whether the letter at a place belongs to the one that began before it."""
    letter, before = text[place], text[place - 1]
    if before == "\r":
        return letter == "\n"
    if before == "\n":
        return False
    code = ord(letter)
    if letter == _JOINER or code in _SKIN_TONES or code in _TAGS or code in _HANGUL:
        return True
    if unicodedata.category(letter) in {"Mn", "Mc", "Me"}:
        return True
    if before == _JOINER:
        # A joiner ties two pictures; between letters it only shapes the first.
        return unicodedata.category(letter) == "So"
    if code in _FLAG_LETTERS and ord(before) in _FLAG_LETTERS:
        return (place - start) % 2 == 1
    # A letter after a virama is half of a conjunct.
    return unicodedata.combining(before) == 9 and unicodedata.category(letter) == "Lo"  # noqa: PLR2004
