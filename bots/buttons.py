"""Decides where WhatsApp may show choices as quick replies or a list; pure."""

import re
from dataclasses import dataclass
from typing import Final

from bots.words import Button, Rendered

MOST_BUTTONS: Final = 3
MOST_ROWS: Final = 10
BUTTON_LETTERS, ROW_LETTERS = 20, 24
_OURS: Final = re.compile(r"(\d+):(\d)")


@dataclass(frozen=True, slots=True)
class Tap:
    """Says whether a tap is on a choice of ours, and which one if its question is the newest."""

    ours: bool
    number: int | None = None


def buttons(line: Rendered, turn: str) -> tuple[Button, ...]:
    """Returns the choices of a line as buttons of this turn, or none where they do not fit.

    Up to three become quick replies, more become a list; longer words stay numbered text.

    Letters such as P, A and N are no choices of a line, so none can become a button.
    """
    titles = [choice.label for choice in line.choices]
    if not 0 < len(titles) <= MOST_ROWS or len(set(titles)) < len(titles):
        return ()
    longest = BUTTON_LETTERS if len(titles) <= MOST_BUTTONS else ROW_LETTERS
    if any(len(title) > longest for title in titles):
        return ()
    return tuple(Button(f"{turn}:{choice.number}", choice.label) for choice in line.choices)


def read_button(payload: str, turn: str) -> Tap:
    """Returns what a tap stands for; one of an older question has no number."""
    found = _OURS.fullmatch(payload)
    if found is None:
        return Tap(ours=False)
    return Tap(ours=True, number=int(found[2]) if found[1] == turn else None)
