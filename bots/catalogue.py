"""Reads the bot's lines from its catalogues, once for each language.

The .po file itself is read: a corrected line counts at the next start, and a translator's mark
"downgrade: ok" beside a line is seen.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from babel.messages.pofile import read_po

LOCALES: Final = Path(__file__).resolve().parent.parent / "locales"
SOURCE_LANGUAGE: Final = "en"
DOWNGRADE_MARK: Final = "downgrade: ok"


@dataclass(frozen=True, slots=True)
class Entry:
    """Is one translated line, and whether its accents may be dropped on SMS."""

    text: str
    downgrade: bool


def entry(language: str, line_id: str) -> Entry:
    """Returns a line in a language, or in the source language where it is not translated."""
    found = catalogue(language).get(line_id)
    return found if found is not None else catalogue(SOURCE_LANGUAGE)[line_id]


def path_of(language: str) -> Path:
    """Returns where a language's catalogue lies."""
    return LOCALES / language / "LC_MESSAGES" / "bot.po"


@cache
def catalogue(language: str) -> dict[str, Entry]:
    """Returns every translated line of a language by its id; fuzzy ones do not count."""
    path = path_of(language)
    if not path.is_file():
        return {}
    with path.open("rb") as source:
        messages = read_po(source, locale=None, domain="bot")
    return {
        str(message.id): Entry(str(message.string), DOWNGRADE_MARK in message.user_comments)
        for message in messages
        if message.id and message.string and not message.fuzzy
    }
