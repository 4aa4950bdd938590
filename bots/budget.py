"""Checks a language's catalogue: nothing missing, the same shape, inside the budget."""

import re
from collections.abc import Iterator
from typing import Final

from bots.catalogue import SOURCE_LANGUAGE, Entry, catalogue
from bots.folding import tokens
from bots.lexicon import LEXICONS
from bots.limits import LIMITS
from bots.phrases import PHRASES
from bots.prompts import CHOICE_LINE, within_budget
from bots.wording import PROMPTS
from bots.words import Problem
from kernel.segments import downgrade, is_gsm, measure, plain_marks

_VALUE: Final = re.compile(r"\{(\w+)\}")
_PHRASE_LIMITS: Final = {"service": LIMITS["service"], "kept": LIMITS["kept"]}


def budget_report(language: str) -> list[Problem]:
    """Returns every fault of a language's lines and phrases; none is as it should be."""
    ours, theirs = catalogue(SOURCE_LANGUAGE), catalogue(language)
    problems = [
        Problem(language, line_id, reason, detail)
        for line_id in (*PROMPTS, *PHRASES)
        for reason, detail in _faults(line_id, language, ours.get(line_id), theirs.get(line_id))
    ]
    unknown = theirs.keys() - PROMPTS.keys() - PHRASES.keys()
    return problems + [Problem(language, line_id, "unknown") for line_id in sorted(unknown)]


def _faults(
    line_id: str, language: str, ours: Entry | None, theirs: Entry | None
) -> Iterator[tuple[str, str]]:
    if ours is None or theirs is None:
        yield "missing", ""
        return
    if line_id in PROMPTS and _values(ours) != _values(theirs):
        yield "placeholders", " ".join(_VALUE.findall(theirs.text))
    if _numbers(ours.text) != _numbers(theirs.text):
        yield "choices", str(_numbers(theirs.text))
    if line_id in PHRASES:
        yield from _long_phrase(line_id, theirs)
        return
    yield from _line_faults(line_id, language, theirs)


def _line_faults(line_id: str, language: str, line: Entry) -> Iterator[tuple[str, str]]:
    unnamed = set(_numbers(line.text)) - set(PROMPTS[line_id].option_names())
    if unnamed:
        yield "options", str(sorted(unnamed))
    filled = at_limits(line)
    if not within_budget(filled, language):
        measured = measure(filled)
        yield "budget", f"{measured.units} {measured.encoding}"
    if PROMPTS[line_id].first and language in LEXICONS:
        told = LEXICONS[language].unsafe_first.intersection(tokens(line.text))
        if told:
            yield "reveals", " ".join(sorted(told))


def at_limits(line: Entry) -> str:
    """Returns a line as SMS carries it, every value at its limit."""
    filled = _VALUE.sub(lambda value: "x" * LIMITS[value[1]], plain_marks(line.text))
    return downgrade(filled) if line.downgrade and not is_gsm(filled) else filled


def _long_phrase(phrase_id: str, phrase: Entry) -> Iterator[tuple[str, str]]:
    limit = _PHRASE_LIMITS.get(phrase_id.partition(".")[0])
    units = measure(downgrade(phrase.text)).units
    if limit is not None and units > limit:
        yield "budget", f"{units} over {limit}"


def _values(line: Entry) -> list[str]:
    return sorted(_VALUE.findall(line.text))


def _numbers(text: str) -> list[int]:
    rows = (CHOICE_LINE.match(row) for row in text.split("\n"))
    return [int(row[1]) for row in rows if row is not None]
