"""What the line would take a text for, tried out without keeping anything."""

from collections.abc import Iterable
from dataclasses import dataclass

from bots.danger import danger_in
from bots.keywords import match
from bots.orders import command
from bots.registry import Entry
from bots.words import Keyword


@dataclass(frozen=True)
class Trial:
    """Says what a text was taken for: an order, danger, a coded word, or none of them."""

    order: str = ""
    danger: str = ""
    entry: Entry | None = None
    rule: str = ""
    rest: str = ""


def try_out(text: str, entries: Iterable[Entry], languages: tuple[str, ...]) -> Trial:
    """Returns what a first text would be taken for, each thing that fits it."""
    known = {str(one.id): one for one in entries}
    words = [
        Keyword(word_id, one.word, one.intent, one.language, one.rule)
        for word_id, one in known.items()
    ]
    order, danger, found = command(text, languages), danger_in(text), match(text, words)
    return Trial(
        order.kind.value if order is not None else "",
        danger.kind if danger is not None else "",
        known[found.word_id] if found is not None else None,
        found.rule if found is not None else "",
        found.rest if found is not None else "",
    )
