"""How far the wording of a language has been read by a native reviewer, and its print."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from babel.messages.pofile import read_po

from bots.catalogue import LOCALES, catalogue, path_of
from kernel.reviewed import SOURCE_LANGUAGE, Review, review_of

_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Wording:
    """Says how many lines a language has, how many were read and by whom, and their print."""

    language: str
    over: str
    lines: int
    reviewed: int
    by: tuple[str, ...]

    @property
    def is_reviewed(self) -> bool:
        """Says whether every line was read as it stands."""
        return 0 < self.lines == self.reviewed


def spoken() -> tuple[str, ...]:
    """Returns every language that has a catalogue of the bot."""
    return tuple(sorted(path.parent.parent.name for path in LOCALES.glob("*/LC_MESSAGES/bot.po")))


@cache
def wording(language: str) -> Wording:
    """Returns the review of a language; the source is settled by the design itself."""
    lines = catalogue(language)
    if language == SOURCE_LANGUAGE:
        return Wording(language, print_of(language), len(lines), len(lines), ())
    standing = [review for review in _reviews(language) if review.stands]
    names = tuple(sorted({review.by for review in standing}))
    return Wording(language, print_of(language), len(lines), len(standing), names)


@cache
def print_of(language: str) -> str:
    """Returns a print of every line of a language: it changes with any word of them."""
    lines = catalogue(language)
    written = "\x1e".join(f"{line_id}\x1f{lines[line_id].text}" for line_id in sorted(lines))
    return sha256(written.encode()).hexdigest()[:_DIGITS]


def _reviews(language: str) -> Iterator[Review]:
    with path_of(language).open("rb") as source:
        messages = read_po(source, locale=None, domain="bot")
    for message in messages:
        if message.id and message.string and not message.fuzzy:
            review = review_of(message.user_comments, str(message.string))
            if review is not None:
                yield review
