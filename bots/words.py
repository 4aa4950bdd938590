"""The values the words of the bot are made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal


@dataclass(frozen=True, slots=True)
class Choice:
    """Is one numbered choice of a question, as it is shown."""

    number: int
    label: str
    option: str = ""


@dataclass(frozen=True, slots=True)
class Rendered:
    """Is a line ready to be sent: `text` fits SMS, `full` keeps every accent."""

    text: str
    choices: tuple[Choice, ...]
    full: str = ""
    prompt_id: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """Says which answers a question takes: its numbers, and the words for each."""

    numbers: tuple[int, ...]
    words: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Chose:
    """Is an answer that picks a choice by number or by its words."""

    number: int


@dataclass(frozen=True, slots=True)
class Skip:
    """Is the answer 0, or a word for it."""


@dataclass(frozen=True, slots=True)
class Back:
    """Is the wish to return to the question before."""


@dataclass(frozen=True, slots=True)
class DontKnow:
    """Is the answer "I don't know", which is always taken."""


@dataclass(frozen=True, slots=True)
class Words:
    """Is anything else: her own words, untouched."""

    text: str


Answer = Chose | Skip | Back | DontKnow | Words


class CommandKind(StrEnum):
    """Names what a text can order, whatever question stands."""

    EXIT = "exit"
    STOP = "stop"
    START = "start"
    UNDO = "undo"
    DELETE = "delete"
    PERSON = "person"
    WHO = "who"
    PAPERS = "papers"
    LANGUAGE = "language"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Command:
    """Is an order: `code` is a language or one of P, A, N; `rest` follows a letter.

    A letter is `soft` if it was written small before other words: it may be a word of its own.
    """

    kind: CommandKind
    code: str = ""
    rest: str = ""
    soft: bool = False


DangerKind = Literal["call", "story"]


@dataclass(frozen=True, slots=True)
class Danger:
    """Says that a text holds a danger expression, and which rule found it."""

    kind: DangerKind
    rule: str


Intent = Literal["report", "danger", "walk", "responder"]
MatchRule = Literal["exact", "spaced", "folded", "one_edit"]


@dataclass(frozen=True, slots=True)
class Keyword:
    """Is a coded word; `rule` is "first" (first word) or "only" (whole text)."""

    id: str
    word: str
    intent: str
    language: str
    rule: str = "first"


@dataclass(frozen=True, slots=True)
class Match:
    """Says which coded word a text holds, and how it was recognised."""

    word_id: str
    intent: str
    language: str
    rule: MatchRule
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """Is one objection to a coded word; `other` is the word it collides with."""

    level: Literal["error", "warning"]
    reason: str
    other: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Is one fault of a catalogue entry, found by the translations check."""

    language: str
    prompt_id: str
    reason: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Button:
    """Is a quick reply; `payload` names the turn it belongs to."""

    payload: str
    title: str
