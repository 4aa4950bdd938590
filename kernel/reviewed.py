"""How a catalogue says that a native reader has read a line: a comment beside the line."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

NEEDS_REVIEW: Final = "review: needs a native reviewer"
SOURCE_LANGUAGE: Final = "en"
_MARK: Final = re.compile(
    r"^reviewed: (?P<by>.+?) (?P<day>\d{4}-\d\d-\d\d)(?: (?P<over>[0-9a-f]{8}))?$"
)
_DIGITS: Final = 8


@dataclass(frozen=True, slots=True)
class Review:
    """Says who read a line and when; `stands` is False once the line was changed after that."""

    by: str
    day: str
    stands: bool


def review_of(comments: Iterable[str], text: str) -> Review | None:
    """Reads the newest mark among a line's comments; one without a print stands as it is."""
    marks = [found for found in map(_MARK.match, comments) if found is not None]
    if not marks:
        return None
    newest = max(marks, key=lambda found: found["day"])
    return Review(newest["by"], newest["day"], newest["over"] in {None, print_of(text)})


def mark(text: str, by: str, day: str) -> str:
    """Writes the mark of a line that was read; it stands for this wording and no other."""
    return f"reviewed: {by} {day} {print_of(text)}"


def is_mark(comment: str) -> bool:
    """Says whether a comment is such a mark."""
    return _MARK.match(comment) is not None


def print_of(text: str) -> str:
    """Returns a short print of a wording, to see whether it was changed since."""
    return sha256(text.encode()).hexdigest()[:_DIGITS]
