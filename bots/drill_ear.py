"""How an invented survivor reads what she was sent: from its words to the name of the line."""

import re
from functools import cache

from bots.catalogue import catalogue, entry
from bots.prompts import CHOICE_LINE
from bots.wording import PROMPTS
from kernel.segments import downgrade, plain_marks

_PLACE = re.compile(r"\\\{\w+\\\}")


def line_of(text: str, language: str) -> str:
    """Returns the name of the line a text is, in one language; empty for a person's own words."""
    said = _plain(text)
    fitting = [name for name, pattern in _patterns(language) if pattern.fullmatch(said)]
    # A line that ends another one's words is the shorter reading of the two.
    return fitting[0] if fitting else ""


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Returns how each line may look, the ones with the most words of their own first."""
    found = []
    for name in PROMPTS:
        if name not in catalogue(language) and name not in catalogue("en"):
            continue
        body = _plain(entry(language, name).text)
        if body:
            pattern = _PLACE.sub(".*?", re.escape(body))
            own = len(pattern) - 3 * pattern.count(".*?")
            found.append((own, name.partition(".")[0], re.compile(pattern, re.DOTALL)))
    found.sort(key=lambda one: -one[0])
    return tuple((name, pattern) for _, name, pattern in found)


def _plain(text: str) -> str:
    """Returns the words of a line without its choices, its accents and its layout."""
    rows = [row for row in text.split("\n") if not CHOICE_LINE.match(row)]
    return " ".join(downgrade(plain_marks(" ".join(rows))).split())
