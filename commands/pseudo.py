"""Disguises a text so that a page shows what is not translated or has no room to grow."""

import re
from typing import Final

_ACCENTED: Final = str.maketrans(
    "aceinouyACEINOUYszgr", "àçéîñôûýÀÇÉÎÑÔÛÝšžğř"
)  # fmt: skip
_LEFT_ALONE: Final = re.compile(r"(\{\w+\}|%\(\w+\)[sd]|%[sd%]|<[^>]+>|&\w+;)")
_CHOICE: Final = re.compile(r"^(\d )?(.*)$")
_GROWTH: Final = 0.4


def disguise(text: str) -> str:
    """Adds accents, brackets and two fifths of length; values, tags and numbers stay."""
    return "\n".join(_row(row) for row in text.split("\n"))


def _row(row: str) -> str:
    found = _CHOICE.match(row)
    number, words = (found[1] or "", found[2]) if found else ("", row)
    if not words:
        return row
    parts = _LEFT_ALONE.split(words)
    accented = "".join(
        part if _LEFT_ALONE.fullmatch(part) else part.translate(_ACCENTED) for part in parts
    )
    return f"{number}[{accented}{'·' * max(1, round(len(words) * _GROWTH))}]"
