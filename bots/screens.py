"""Cuts a line into the screens of a dialled session; pure.

A screen holds 160 units of GSM-7, or 70 characters where a letter falls outside that alphabet.
"""

from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from bots.prompts import CHOICE_LINE
from kernel.graphemes import clusters
from kernel.segments import fits

LIMIT: Final = 160
LIMIT_WIDE: Final = 70


def cut(text: str, more_label: str, limit: int = LIMIT, wide: int = LIMIT_WIDE) -> tuple[str, ...]:
    """Returns the screens of a line; all but the last end in the key that shows the next one.

    It is cut between lines where that fills half a screen or keeps choices together, else between
    words, else between letters.
    """
    screens, left = [], text.strip("\n")
    while not fits(left, limit, wide):
        place = _last_place(left, f"\n{more_label}", limit, wide)
        screens.append(f"{left[:place].rstrip()}\n{more_label}")
        left = left[place:].lstrip()
    return (*screens, left)


def _last_place(text: str, ending: str, limit: int, wide: int) -> int:
    """Returns where the first screen ends."""

    def furthest(places: Iterator[int]) -> int:
        fitting = (at for at in places if fits(text[:at].rstrip() + ending, limit, wide))
        return max(fitting, default=0)

    head = text[: limit + 1]
    letter = furthest(accumulate(map(len, clusters(head))))
    word, line = furthest(_after(head, " \n")), furthest(_between_lines(text))
    if line and (line * 2 >= letter or CHOICE_LINE.match(_line_at(text, line))):
        return line
    # A label longer than a screen would never end; a letter a screen always does.
    return word if word * 2 >= letter > 0 else max(letter, 1)


def _between_lines(text: str) -> Iterator[int]:
    """Gives the places between lines, but those between two choices only if there is no other."""
    places = [at for at in _after(text, "\n") if text[at:].strip()]
    apart = [at for at in places if not _splits_choices(text, at)]
    yield from apart or places


def _splits_choices(text: str, place: int) -> bool:
    before = text[:place].rstrip("\n").rpartition("\n")[2]
    return bool(CHOICE_LINE.match(before) and CHOICE_LINE.match(_line_at(text, place)))


def _line_at(text: str, place: int) -> str:
    return text[place:].partition("\n")[0]


def _after(text: str, marks: str) -> Iterator[int]:
    return (at for at, letter in enumerate(text, start=1) if letter in marks)
