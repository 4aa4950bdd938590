"""Matches coded words, and says which coded words may be registered."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from bots.danger import danger_in
from bots.folding import calm, fold, is_letters, sounds, squeezed
from bots.lexicon import LEXICONS
from bots.nearness import edits
from bots.reserved import reserved
from bots.words import Finding, Keyword, Match, MatchRule
from kernel.ids import RECEIPT_DIGITS

FUZZY_FROM: Final = 6
SHORTEST, LONGEST = 4, 40
APART: Final = 2
_LOOK_AT, _SOUND_SLACK = 120, 4
_RULES: Final[tuple[MatchRule, ...]] = ("exact", "spaced", "folded", "one_edit", "spaced")
_EDIT, _RUN_ON = 3, 4


@dataclass(frozen=True, slots=True)
class _Opening:
    """Is how a text may begin: as written, folded, and what follows."""

    written: str
    key: str
    rest: str


def match(text: str, keywords: Iterable[Keyword]) -> Match | None:
    """Returns the coded word a text opens with; where two are as near, none."""
    keys = [(keyword, squeezed(keyword.word)) for keyword in keywords]
    longest = max((len(key) for _, key in keys), default=0)
    openings = list(_openings(text.strip(), longest + 1))
    found = [
        (grade, keyword, opening)
        for keyword, key in keys
        for opening in _allowed(openings, keyword)
        if (grade := _grade(opening, keyword, key)) is not None
    ]
    if not found:
        return None
    best = min(grade for grade, _, _ in found)
    nearest = [(keyword, opening) for grade, keyword, opening in found if grade == best]
    if len({(squeezed(keyword.word), keyword.intent) for keyword, _ in nearest}) > 1:
        return None
    keyword, opening = nearest[0]
    rest = f"{_run_on(opening, keyword)} {opening.rest}".strip()
    return Match(keyword.id, keyword.intent, keyword.language, _RULES[best], rest)


def _run_on(opening: _Opening, keyword: Keyword) -> str:
    """Returns what was written to a coded word without a space."""
    key = squeezed(keyword.word)
    run_on = opening.key.removeprefix(key)
    return run_on if len(run_on) not in {1, len(opening.key)} and not _is_picture(key) else ""


def check(
    word: Keyword | str, registry: Iterable[Keyword], languages: Collection[str]
) -> list[Finding]:
    """Returns every objection to a coded word beside the words already registered."""
    keyword = word if isinstance(word, Keyword) else Keyword("", word, "report", "")
    key = squeezed(keyword.word)
    others = [other for other in registry if other.id != keyword.id or not keyword.id]
    return [
        *_shape(keyword.word, key),
        *_taken(keyword.word, key, frozenset(languages)),
        *_collisions(key, others),
        *_common(key, languages),
    ]


def _openings(text: str, longest: int) -> Iterator[_Opening]:
    """Yields the ways a text may begin, one for each place where a word can end.

    The first one counts however long it is, because a coded word may run on into it.
    """
    head = text[:_LOOK_AT]
    seen: set[str] = set()
    for cut in range(1, len(head) + 1):
        if cut < len(text) and not _ends_word(head, cut):
            continue
        key = squeezed(head[:cut])
        if len(key) > longest and seen:
            return
        if key and key not in seen:
            seen.add(key)
            rest = text[cut:].strip()
            yield _Opening(head[:cut].strip(), key, rest if squeezed(rest) else "")


def _ends_word(head: str, cut: int) -> bool:
    if cut == len(head):
        return True
    return fold(head[cut]) == "" or "So" in {
        unicodedata.category(head[cut]),
        unicodedata.category(head[cut - 1]),
    }


def _allowed(openings: list[_Opening], keyword: Keyword) -> list[_Opening]:
    """Returns what a word's own rule lets count: its first words, or the whole text."""
    if keyword.rule == "only":
        return [opening for opening in openings if not opening.rest]
    return openings


def _grade(opening: _Opening, keyword: Keyword, key: str) -> int | None:
    if opening.key == key:
        same = (opening.written, "".join(opening.written.split()))
        wanted = (keyword.word, "".join(keyword.word.split()))
        return 0 if same[0] == wanted[0] else 1 if same[1] == wanted[1] else 2
    if _repeats_picture(opening.key, key):
        return 2
    if min(len(key), len(opening.key)) < FUZZY_FROM or not is_letters(key):
        return None
    if opening.key in _RESERVED:
        return None
    close = abs(len(opening.key) - len(key)) <= _SOUND_SLACK
    if close and sounds(calm(opening.key)) == sounds(key):
        return 2
    if keyword.rule == "first" and opening.key.startswith(key) and len(opening.key) > len(key) + 1:
        return _RUN_ON
    return _EDIT if edits(opening.key, key, at_most=1) <= 1 else None


def _repeats_picture(heard: str, key: str) -> bool:
    return _is_picture(key) and bool(heard) and heard == key * (len(heard) // len(key))


def _is_picture(key: str) -> bool:
    return bool(key) and all(unicodedata.category(letter) == "So" for letter in key)


def _shape(word: str, key: str) -> Iterator[Finding]:
    if "\u20e3" in word or re.fullmatch(r"\d", key) or key in _ANSWERS:
        yield Finding("error", "read_as_answer")
    elif key.isdigit() and len(key) == RECEIPT_DIGITS:
        yield Finding("error", "read_as_receipt")
    elif _is_picture(key) and len(key) > 1:
        yield Finding("error", "one_picture")
    elif not key or (len(key) < SHORTEST and not _is_picture(key) and not key.isdigit()):
        yield Finding("error", "too_short")
    elif len(word) > LONGEST:
        yield Finding("error", "too_long")


def _taken(written: str, key: str, languages: frozenset[str]) -> Iterator[Finding]:
    for word in sorted(reserved(languages)):
        if edits(key, word, at_most=1) <= 1 and min(len(key), len(word)) > 1:
            yield Finding("error", "reserved", word)
            break
    if danger_in(key) is not None or danger_in(written) is not None:
        yield Finding("error", "danger")


def _collisions(key: str, others: Iterable[Keyword]) -> Iterator[Finding]:
    for other in others:
        theirs = squeezed(other.word)
        near = edits(key, theirs, at_most=APART - 1) < APART
        picture = _is_picture(key) or _is_picture(theirs)
        if key == theirs or (near and not picture) or _sounds_alike(key, theirs):
            yield Finding("error", "too_near", other.word)


def _sounds_alike(key: str, theirs: str) -> bool:
    return min(len(key), len(theirs)) >= FUZZY_FROM and sounds(key) == sounds(theirs)


def _common(key: str, languages: Collection[str]) -> Iterator[Finding]:
    for code in languages:
        if code in LEXICONS and key in LEXICONS[code].everyday:
            yield Finding("warning", "everyday", code)


_RESERVED: Final = reserved(frozenset(LEXICONS))
_ANSWERS: Final = frozenset(
    squeezed(word)
    for known in LEXICONS.values()
    for words in (known.numbers, known.skip, known.back, known.dont_know)
    for word in words
)
