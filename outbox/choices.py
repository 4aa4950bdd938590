"""How choices may be shown beside their numbered text on WhatsApp; pure."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

Choice = tuple[str, str]

_BODY: Final = 1024
_BUTTONS, _BUTTON_LETTERS = 3, 20
_ROWS, _ROW_LETTERS = 10, 24
_ID_LETTERS: Final = 200


class Look(StrEnum):
    """Names how choices look."""

    TEXT = "text"
    BUTTONS = "buttons"
    LIST = "list"


def look_of(text: str, choices: Sequence[Choice]) -> Look:
    """Returns the look that fits a text with its choices (payload and title each)."""
    titles, payloads = [title for _, title in choices], [payload for payload, _ in choices]
    if not choices or not 0 < len(text) <= _BODY or not _are_distinct(titles, payloads):
        return Look.TEXT
    longest = max(map(len, titles))
    if len(choices) <= _BUTTONS and longest <= _BUTTON_LETTERS:
        return Look.BUTTONS
    if len(choices) <= _ROWS and longest <= _ROW_LETTERS:
        return Look.LIST
    return Look.TEXT


def list_label(choices: Sequence[Choice]) -> str:
    """Returns what opens a list: its numbers, which need no translation."""
    return f"1–{len(choices)}"


def _are_distinct(titles: list[str], payloads: list[str]) -> bool:
    if not all(titles) or not all(payloads) or max(map(len, payloads)) > _ID_LETTERS:
        return False
    return len(set(titles)) == len(titles) and len(set(payloads)) == len(payloads)
