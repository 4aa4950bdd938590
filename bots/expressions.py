"""The danger expressions of each language, written out as slots of words."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from bots.lexicon import LEXICONS
from bots.lexicon.model import DangerList


@dataclass(frozen=True)
class Expression:
    """Is one expression: each slot holds the words that may stand there."""

    kind: Literal["alone", "call", "story"]
    rule: str
    slots: tuple[frozenset[str], ...]

    @property
    def code(self) -> str:
        """Is the language of the expression."""
        return self.rule.partition(":")[0]

    @cached_property
    def anchor(self) -> int:
        """Is the slot that says most: the longest, and of those the narrowest."""
        sizes = [(min(map(len, slot)), -len(slot)) for slot in self.slots]
        return sizes.index(max(sizes))


def expressions(code: str) -> tuple[Expression, ...]:
    """Returns every danger expression of one language."""
    known = LEXICONS[code].danger
    return (
        *(Expression("alone", f"{code}:{line}", _slots(line, known)) for line in known.alone),
        *(Expression("call", f"{code}:{line}", _slots(line, known)) for line in known.call),
        *(Expression("story", f"{code}:{line}", _slots(line, known)) for line in known.story),
    )


def _slots(line: str, known: DangerList) -> tuple[frozenset[str], ...]:
    return tuple(
        frozenset(known.groups[word[1:-1]]) if word.startswith("{") else frozenset([word])
        for word in line.split()
    )
