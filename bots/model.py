"""The words of the dialogue engine: script, step, arrow; position, turn, ask."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

# Where an arrow may lead besides a step.
SILENCE: Final = "(silence)"
"""The visit ends and nothing is said."""
RETURN: Final = "(return)"
"""The step that a question interrupted; its name waits among the answers as `return`."""


@dataclass(frozen=True, slots=True)
class Act:
    """Names an effect whose outcome the words do not depend on."""

    name: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Arrow:
    """Leads from an answer to a step, or asks for an effect and leads by its outcome."""

    to: str = ""
    acts: tuple[Act, ...] = ()
    asks: str = ""
    outcomes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Step:
    """Is a place where the bot has said a line and waits; `on` maps an answer to its arrow.

    Answers are "1", "2" …, "0" (skip), "unsure" and "words". A step without arrows ends a visit.
    """

    says: str
    on: Mapping[str, Arrow] = field(default_factory=dict)
    narrative: bool = False


@dataclass(frozen=True, slots=True)
class Fork:
    """Leads on at once: to the first step whose condition holds, else to the last."""

    cases: tuple[tuple[str, str], ...]
    otherwise: str


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Holds what is true of the programme and of this visit when she writes."""

    on_shift: bool = True
    police_on: bool = False
    ambulance_on: bool = False
    duty_known: bool = False
    cover_on: bool = False
    age_matters: bool = False
    papers_true: bool = False
    pregnancy_true: bool = False
    proven: bool = False
    has_word: bool = False
    fresh_word: bool = False
    kept: bool = False
    wants_person: bool = False
    languages: tuple[str, ...] = ("en",)

    @property
    def modes_off(self) -> bool:
        """Says whether neither police nor an ambulance can be asked for."""
        return not (self.police_on or self.ambulance_on)


Condition = Callable[[Mapping[str, str], Circumstances], bool]


@dataclass(frozen=True, slots=True)
class Script:
    """Is a dialogue as a graph: steps, forks, and the conditions the forks name."""

    name: str
    entries: tuple[str, ...]
    steps: Mapping[str, Step]
    forks: Mapping[str, Fork]
    conditions: Mapping[str, Condition]


@dataclass(frozen=True, slots=True)
class Position:
    """Holds where she stands: a step and her coded answers; it can be stored and resumed."""

    step: str
    answers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Turn:
    """Says where she stands now and which effects to carry out; silence says nothing."""

    position: Position
    says: str
    acts: tuple[Act, ...] = ()

    @property
    def silent(self) -> bool:
        """Says whether nothing is to be answered."""
        return self.position.step == SILENCE


@dataclass(frozen=True, slots=True)
class Ask:
    """Asks for an effect whose outcome decides the words; resume with that outcome."""

    kind: str
    position: Position
    outcomes: Mapping[str, str]
    acts: tuple[Act, ...] = ()


@dataclass(frozen=True, slots=True)
class NoArrow:
    """Says that this step has no arrow for that answer: it was not understood here."""

    position: Position
