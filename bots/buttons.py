"""Decides where WhatsApp may show choices as quick replies; pure."""

from typing import Final

from bots.words import Button, Rendered

MOST: Final = 3
TITLE_LETTERS: Final = 20


def buttons(line: Rendered, turn: str) -> tuple[Button, ...]:
    """Returns the choices of a line as buttons of this turn, or none where they do not fit.

    Letters such as P, A and N are no choices of a line, so none can become a button.
    """
    titles = [choice.label for choice in line.choices]
    if not 0 < len(titles) <= MOST or any(len(title) > TITLE_LETTERS for title in titles):
        return ()
    if len(set(titles)) < len(titles):
        return ()
    return tuple(Button(f"{turn}:{choice.number}", choice.label) for choice in line.choices)


def read_button(payload: str, turn: str) -> int | None:
    """Returns the number a tap stands for, or None for a button of an older question."""
    asked, _, number = payload.rpartition(":")
    return int(number) if asked == turn and number.isascii() and number.isdigit() else None
