"""Makes the template of the bot's catalogue from the tables of its lines."""

import re
from datetime import UTC, datetime
from typing import Final

from babel.messages.catalog import Catalog, Message

from bots.catalogue import SOURCE_LANGUAGE, entry
from bots.limits import LIMITS
from bots.phrases import PHRASES
from bots.wording import PROMPTS

_HEADER: Final = """\
# The lines of the bot. A translator's notes and limits stand above each line.
# A choice stands on a line of its own and begins with its number. Write gently,
# for a reader of nine years, neutral in gender. Add the comment "downgrade: ok"
# to a line whose accents may be dropped on SMS without changing what it says."""
# Dates in a catalogue would change it at every run, so they stand still.
_DAY: Final = datetime(2026, 1, 1, tzinfo=UTC)
_BUDGET: Final = "At most 306 characters in GSM-7, or 134 if one letter is outside it."
_FIRST: Final = "A first reply: it must reveal nothing."


def template() -> Catalog:
    """Returns every line and phrase with its notes, without words."""
    return fill_in(None)


def fill_in(language: str | None) -> Catalog:
    """Returns the template, headed for one language."""
    catalogue = Catalog(
        locale=language,
        domain="bot",
        header_comment=_HEADER,
        project="Undertone",
        version="1",
        msgid_bugs_address="Undertone",
        last_translator="Undertone",
        language_team="Undertone",
        copyright_holder="Undertone",
        creation_date=_DAY,
        revision_date=_DAY,
        charset="utf-8",
        fuzzy=False,
    )
    for prompt in PROMPTS.values():
        notes = [prompt.note, *([_FIRST] if prompt.first else []), _BUDGET]
        catalogue[prompt.id] = Message(prompt.id, auto_comments=[*notes, *_limits(prompt.id)])
    for phrase, note in PHRASES.items():
        catalogue[phrase] = Message(phrase, auto_comments=[note])
    return catalogue


def _limits(line_id: str) -> list[str]:
    """Says in the source's words what is filled in and how long it may get."""
    try:
        source = entry(SOURCE_LANGUAGE, line_id).text
    except KeyError:
        return []
    named = dict.fromkeys(re.findall(r"\{(\w+)\}", source))
    filled = [f"{{{name}}} at most {LIMITS[name]}" for name in named if name in LIMITS]
    return [*(["Filled in: " + ", ".join(filled) + "."] if filled else []), f"English: {source}"]
