"""Makes slips of the hand and counts what the bot hears in them; see docs/confusion.md."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from bots.danger import danger_in
from bots.keywords import match
from bots.lexicon import LEXICONS
from bots.words import Keyword
from commands.city.areas import city_areas
from commands.city.keywords import KEYWORDS
from referral.places import area_in
from tests.bots.misspelling import phrases, slips

SENTENCES: Final = Path(__file__).resolve().parent.parent / "tests" / "bots"
_KINDS: Final = ("alone", "call", "story")
_SHORTEST: Final = 3
_EXAMPLES: Final = 12
_WORDS: Final = tuple(
    Keyword(str(number), one.word, one.intent, one.language)
    for number, one in enumerate(KEYWORDS, start=1)
)
_AREAS: Final = tuple(city_areas())

Counts = dict[str, object]


def measure(every: int = 1) -> Counts:
    """Counts everything, on every nth slip; 1 is all of them."""
    return {
        "every": every,
        "danger": {code: danger_slips(code, every) for code in LEXICONS},
        "words": {word.word: word_slips(word, every) for word in _WORDS},
        "places": place_slips(every),
        "harmless": {code: harmless(code) for code in LEXICONS},
    }


def danger_slips(code: str, every: int = 1) -> Counts:
    """Counts how slips of a language's danger expressions are heard, all languages listening."""
    wanted = Counter[str]()
    heard = Counter[str]()
    by = Counter[str]()
    missed: list[str] = []
    for kind, slip in islice(_told(code), 0, None, every):
        found = danger_in(slip)
        said = found.kind if found is not None else "nothing"
        wanted[kind] += 1
        heard[f"{kind} as {said}"] += 1
        by[found.rule.partition(":")[0] if found is not None else "nobody"] += 1
        if said == "nothing" or (kind == "call" and said == "story"):
            missed.append(slip)
    return {
        "expressions": len(list(expressions(code))),
        "slips": wanted.total(),
        "missed": len(missed),
        "heard": dict(sorted(heard.items())),
        "by": dict(sorted(by.items())),
        "examples": _spread(missed),
    }


def expressions(code: str) -> Iterator[tuple[str, str]]:
    """Yields each danger expression of a language as it may be said, with its kind."""
    known = LEXICONS[code].danger
    for kind in _KINDS:
        lines: Sequence[str] = getattr(known, kind)
        for line in lines:
            for phrase in phrases(line, dict(known.groups)):
                yield ("story" if kind == "story" else "call"), phrase


def word_slips(word: Keyword, every: int = 1) -> Counts:
    """Counts how slips of one coded word are heard among all coded words of the practice city."""
    made = set(slips(word.word.lower())) - {word.word.lower()}
    found = [match(slip, _WORDS) for slip in islice(sorted(made), 0, None, every)]
    return {
        "language": word.language,
        "intent": word.intent,
        "slips": len(found),
        "right": sum(one is not None and one.word_id == word.id for one in found),
        "another": sum(one is not None and one.word_id != word.id for one in found),
        "nothing": sum(one is None for one in found),
    }


def place_slips(every: int = 1) -> Counts:
    """Counts how slips of the names of the practice city's areas are heard."""
    counted = Counter[str]()
    for area in _AREAS:
        made = sorted(set(slips(area.name.lower())) - {area.name.lower()})
        for slip in islice(made, 0, None, every):
            found = area_in(slip, _AREAS)
            if isinstance(found, str):
                counted["right" if found == area.code else "another"] += 1
            else:
                asked = found is not None and area.code in found.codes
                counted["asked" if asked else "nothing" if found is None else "another"] += 1
    return {
        "names": len(_AREAS),
        "slips": counted.total(),
        **{name: counted[name] for name in ("right", "asked", "another", "nothing")},
    }


def harmless(code: str) -> Counts:
    """Counts false alarms in a language's everyday sentences."""
    said = sentences(code)
    alarms = [text for text in said if danger_in(text) is not None]
    return {
        "sentences": len(said),
        "alarms": alarms,
        "words": sum(match(text, _WORDS) is not None for text in said),
        "places": [text for text in said if area_in(text, _AREAS) is not None],
    }


def sentences(code: str) -> list[str]:
    """Reads the harmless sentences of a language."""
    path = SENTENCES / f"benign_{code}.txt"
    return [line for line in path.read_text("utf-8").splitlines() if line.strip()]


def _told(code: str) -> Iterator[tuple[str, str]]:
    for kind, phrase in expressions(code):
        if len(phrase) > _SHORTEST:
            for slip in slips(phrase):
                yield kind, slip


def _spread(missed: Iterable[str]) -> list[str]:
    """Keeps a few examples from all over a list."""
    different = list(dict.fromkeys(missed))
    step = max(1, len(different) // _EXAMPLES)
    return different[::step][:_EXAMPLES]
