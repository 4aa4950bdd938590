"""Every script there is, and how its lines look in a language: text, encoding, segments."""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

import bots.scripts
from bots import phrases, prompts
from bots.budget import at_limits
from bots.catalogue import catalogue, entry
from bots.model import Circumstances, Script
from bots.prompts import BUDGET_ELSEWHERE, BUDGETS
from bots.speaking import letters
from bots.wording import PROMPTS
from kernel.programme import Programme
from kernel.segments import Measure, measure

_SAYS_LETTERS: Final = frozenset({"B4", "B4q"})
_EXAMPLES: Final = {
    "line": "Marigold Line", "em": "10111", "child": "116", "rc": "48217-73019-46",
    "org": "East Side Clinic", "org2": "Juniper House", "a1": "Old Town", "a2": "Old Mill",
}  # fmt: skip
_HOURS, _EVENING = "Mon-Sat 08:00-20:00", 18


@dataclass(frozen=True)
class Look:
    """Holds a line as somebody would get it, and what it costs as a text message."""

    id: str
    text: str
    full: str
    note: str
    measured: Measure
    at_most: Measure
    budget: int
    first: bool
    downgrades: bool
    labels: Mapping[int, str]


@cache
def scripts() -> Mapping[str, Script]:
    """Returns every script by its name."""
    found: dict[str, Script] = {}
    for module in pkgutil.iter_modules(bots.scripts.__path__):
        loaded = importlib.import_module(f"bots.scripts.{module.name}")
        found |= {one.name: one for one in vars(loaded).values() if isinstance(one, Script)}
    return found


def lines_of(script: Script) -> tuple[str, ...]:
    """Returns the lines a script says, in its order, each once."""
    said = (step.says for step in script.steps.values())
    return tuple(dict.fromkeys(line for line in said if line in PROMPTS))


def other_lines() -> tuple[str, ...]:
    """Returns the lines that rules say outside of any script."""
    said = {line for script in scripts().values() for line in lines_of(script)}
    return tuple(line for line in PROMPTS if line not in said)


def look(
    line: str, language: str, programme: Programme, circumstances: Circumstances | None = None
) -> Look | None:
    """Returns a line with examples filled in; None for what a person writes herself."""
    if line not in PROMPTS or line not in catalogue("en"):
        return None
    keep = letters(circumstances) if circumstances and line in _SAYS_LETTERS else None
    if line == "B15a":
        rendered = prompts.languages_list(programme.languages)
    else:
        rendered = prompts.render(line, language, examples(language, programme), keep)
    most = measure(at_limits(entry(language, line)))
    gsm, other = BUDGETS.get(language, BUDGET_ELSEWHERE)
    return Look(
        id=line,
        text=rendered.text,
        full=rendered.full or rendered.text,
        note=PROMPTS[line].note,
        measured=measure(rendered.text),
        at_most=most,
        budget=gsm if most.encoding == "GSM-7" else other,
        first=PROMPTS[line].first,
        downgrades=entry(language, line).downgrade,
        labels={choice.number: choice.label for choice in rendered.choices},
    )


def looks(lines: tuple[str, ...], language: str, programme: Programme) -> Iterator[Look]:
    """Yields lines as they look in a language."""
    for line in lines:
        found = look(line, language, programme)
        if found is not None:
            yield found


def examples(language: str, programme: Programme) -> Mapping[str, str]:
    """Returns what is filled in: the programme's own where it has decided, else an example."""
    own = {"line": programme.line, "em": programme.emergency, "child": programme.child_line}
    return {
        **_EXAMPLES,
        **{name: value for name, value in own.items() if value},
        "hrs": phrases.hours_words(programme.staffed_hours or _HOURS, language),
        "next": phrases.start_words(0, "08:00", language),
        "t": phrases.time_words(_EVENING, language),
        "service": phrases.service_words("health", language),
        "fields": phrases.fields_words(("what_happened", "when", "area"), language),
        "kept": phrases.kept_words(programme.kept_by_law, language),
        "other": phrases.language_word(language),
    }
