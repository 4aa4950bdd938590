"""What is counted: the shape of a fact, the fixed tables, and what a protected cell says."""

import json
from dataclasses import dataclass, replace
from typing import Any, Self

from kernel.vocabulary import Category, IncidentType, Stage, Typology

SCHEMA = 1
BASE = 5
SMALL = 5
TOTAL = "total"
ALL = "all"
UNKNOWN = "unknown"
UNSAFE = "0–4: unknown, not safe"

T1, T2, T5, P1 = "T1", "T2", "T5", "P1"
TABLES = (T1, T2, T5, P1)
DIMENSIONS = {
    T1: ("type",),
    T2: ("district", "type"),
    T5: ("stage", "category"),
    P1: ("typology", "answer"),
}

TYPES = tuple(str(kind) for kind in IncidentType)
CATEGORIES = tuple(str(category) for category in Category)
WHOLE_STAGES = (str(Stage.REPORTED), str(Stage.CASE_OPENED), str(Stage.CONSENTED))
REFERRAL_STAGES = (
    str(Stage.SENT),
    str(Stage.ACCEPTED),
    str(Stage.RECEIVED),
    str(Stage.DECLINED),
    str(Stage.UNAVAILABLE),
)
STAGES = WHOLE_STAGES + REFERRAL_STAGES

TYPOLOGIES = tuple(str(kind) for kind in Typology)
FEELS_SAFE = ("very_safe", "fairly_safe")
FEELS_UNSAFE = ("bit_unsafe", "very_unsafe")
NEVER_OUT = "never_out"
ANSWERS = (*FEELS_SAFE, *FEELS_UNSAFE, NEVER_OUT, UNKNOWN)

CellId = tuple[str, ...]  # (table, period, one code for each dimension)


@dataclass(frozen=True)
class FactTuple:
    """Holds one fact for one table: a period, that table's codes, and +1 or -1."""

    table: str
    period: str
    dims: tuple[tuple[str, str], ...]
    sign: int = 1
    schema: int = SCHEMA

    @property
    def cell(self) -> CellId:
        """Names the inner cell this fact adds to."""
        codes = dict(self.dims)
        return (self.table, self.period, *(codes[name] for name in DIMENSIONS[self.table]))

    def reversed(self) -> Self:
        """Returns the fact that takes this one back."""
        return replace(self, sign=-self.sign)

    def to_bytes(self) -> bytes:
        """Writes the fact as canonical JSON."""
        return canonical(
            {
                "v": self.schema,
                "t": self.table,
                "p": self.period,
                "n": self.sign,
                "d": dict(self.dims),
            }
        )

    @classmethod
    def from_bytes(cls, written: bytes) -> Self:
        """Reads a fact back."""
        told = json.loads(written)
        dims = tuple((name, told["d"][name]) for name in DIMENSIONS[told["t"]])
        return cls(told["t"], told["p"], dims, told["n"], told["v"])


@dataclass(frozen=True)
class Shown:
    """Holds what a protected cell says: a value or none, its interval, and its status."""

    value: int | None
    lower: int
    upper: int
    status: str

    @property
    def label(self) -> str:
        """Says the cell in one phrase, the same for zero as for one to four."""
        if self.is_unsafe:
            return UNSAFE
        reach = f"{self.lower}–{self.upper}"
        return reach if self.value is None else f"{self.value} ({reach})"

    @property
    def is_unsafe(self) -> bool:
        """Says whether this is the cell that may hold nobody, or one to four."""
        return self.value is None and (self.lower, self.upper) == (0, BASE - 1)


def shown(rounded: int, steps: int = 0) -> Shown:
    """Returns what a rounded count says; `steps` widens the interval beyond the base."""
    if rounded == 0:
        return Shown(None, 0, BASE - 1, "range")
    reach = BASE * (steps + 1) - 1
    return Shown(rounded, max(1, rounded - reach), rounded + reach, "value")


def canonical(value: Any) -> bytes:  # noqa: ANN401 - plain JSON
    """Writes plain JSON in the one form that is hashed and signed."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
