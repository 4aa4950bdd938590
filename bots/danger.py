"""Hears danger in a text, in every language at once and in spite of misspellings."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from bots.expressions import Expression, expressions
from bots.folding import calm, tokens
from bots.lexicon import LEXICONS
from bots.lexicon.model import Lexicon
from bots.nearness import Near
from bots.respacing import respaced, runs_shortened
from bots.words import Danger, DangerKind

_AS_SHORT_AS_A_NUMBER: Final = 2
_GAP: Final = 2
_ONE_EDIT_FROM, _TWO_EDITS_FROM, _TINY = 5, 14, 2
_FOREIGN_BENDS_FROM, _COMMON_BENDS_FROM, _TINY_BENDS_FROM, _NEVER = 8, 9, 12, 1 << 16
_EXTRA_ALONE, _ALONE_MOST = 1, 12
_SHORT_TEXT, _REACH, _BENT_MOST = 400, 12, 3000

Heard = dict[str, int]


@dataclass(frozen=True, slots=True)
class _Ear:
    """Is the danger list of some languages, made ready for listening."""

    words: Near
    listed: tuple[Expression, ...]
    anchored: dict[str, list[int]]
    denials: frozenset[str]
    past: frozenset[str]
    unstopped: frozenset[str]
    polite: frozenset[str]
    common: Mapping[str, frozenset[str]]
    harmless: Mapping[str, frozenset[str]]
    kept_whole: frozenset[str]
    matters: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Said:
    """Is a text as it was heard: its words, and what each of them may mean."""

    whole: list[str]
    heard: list[Heard]
    places: dict[str, list[int]]


def danger_in(text: str, languages: Collection[str] | None = None) -> Danger | None:
    """Returns the danger a text holds, a call before a story, or None."""
    codes = frozenset(LEXICONS if languages is None else languages)
    return _in_short(text, codes) if len(text) <= _AS_SHORT_AS_A_NUMBER else _in(text, codes)


@lru_cache(maxsize=1024)
def _in_short(text: str, codes: frozenset[str]) -> Danger | None:
    # Most texts are a number; longer ones may tell something, and are not kept in memory.
    return _in(text, codes)


def _in(text: str, codes: frozenset[str]) -> Danger | None:
    ear = _ear(codes)
    said = _listen(ear, runs_shortened(calm(" ".join(tokens(text))).split()))
    story: Danger | None = None
    for expression in _anchored(ear, said):
        if not (story and expression.kind == "story") and _may_stand(expression, said):
            kind = _kind_in(ear, expression, said)
            if kind == "call":
                return Danger("call", expression.rule)
            story = Danger("story", expression.rule) if kind else story
    return story


@cache
def _ear(codes: frozenset[str]) -> _Ear:
    known = [LEXICONS[code] for code in LEXICONS if code in codes]
    every = (expression for lexicon in known for expression in expressions(lexicon.code))
    listed = tuple(sorted(every, key=lambda expression: expression.kind == "story"))
    anchored: dict[str, list[int]] = defaultdict(list)
    for at, expression in enumerate(listed):
        for word in expression.slots[expression.anchor]:
            anchored[word].append(at)
    everyday = _all(known, lambda lexicon: lexicon.everyday)
    harmless = {lexicon.code: lexicon.danger.harmless for lexicon in known}
    return _Ear(
        words=Near(word for expression in listed for slot in expression.slots for word in slot),
        listed=listed,
        anchored=dict(anchored),
        denials=_all(known, lambda lexicon: lexicon.danger.denials),
        past=_all(known, lambda lexicon: lexicon.danger.past),
        unstopped=_all(known, lambda lexicon: lexicon.danger.unstopped),
        polite=_all(known, lambda lexicon: lexicon.polite),
        common={lexicon.code: lexicon.everyday for lexicon in known},
        harmless=harmless,
        kept_whole=everyday.union(*harmless.values()),
        matters=_all(known, lambda lexicon: lexicon.danger.matters),
    )


def _all(known: Iterable[Lexicon], words: Callable[[Lexicon], frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*map(words, known))


def _anchored(ear: _Ear, said: _Said) -> list[Expression]:
    """Returns the expressions whose anchor was heard, calls before stories."""
    found = {at for word in said.places for at in ear.anchored.get(word, ())}
    return [ear.listed[at] for at in sorted(found)]


def _listen(ear: _Ear, said: list[str]) -> _Said:
    whole = respaced(said, ear.words, ear.kept_whole)
    memory: dict[str, Heard] = {}
    for token in whole:
        if token not in memory:
            bend = len(memory) < _BENT_MOST
            memory[token] = ear.words.around(token) if bend else ear.words.exactly(token)
    heard = [memory[token] for token in whole]
    places: dict[str, list[int]] = {}
    for place in _telling_places(whole):
        for word in heard[place]:
            places.setdefault(word, []).append(place)
    return _Said(whole, heard, places)


def _telling_places(whole: list[str]) -> Iterable[int]:
    """Leaves out places of a long text whose surroundings came before."""
    if len(whole) <= _SHORT_TEXT:
        return range(len(whole))
    around = (tuple(whole[max(at - _REACH, 0) : at + _REACH]) for at in range(len(whole)))
    return sorted({window: at for at, window in enumerate(around)}.values())


def _may_stand(expression: Expression, said: _Said) -> bool:
    if expression.kind == "alone" and len(said.whole) > _ALONE_MOST:
        return False
    return not any(said.places.keys().isdisjoint(slot) for slot in expression.slots)


def _kind_in(ear: _Ear, expression: Expression, said: _Said) -> DangerKind | None:
    anchors = expression.slots[expression.anchor]
    kinds = {
        _kind_at(ear, expression, said, place)
        for word in anchors
        for place in said.places.get(word, ())
    }
    return "call" if "call" in kinds else "story" if "story" in kinds else None


def _kind_at(ear: _Ear, expression: Expression, said: _Said, place: int) -> DangerKind | None:
    """Says what an expression anchored at one place amounts to there, if it stands there."""
    places = _places(expression, said.heard, place)
    if places is None or not _near_enough(ear, expression, places, said):
        return None
    inside = set(said.whole[places[0] : places[-1]]) - {said.whole[at] for at in places}
    if inside & ear.denials and not inside & ear.unstopped:
        return None
    if expression.kind == "alone":
        return "call" if _stands_alone(ear, said.whole, places) else None
    if expression.kind == "call" and inside & ear.past:
        return "story"
    return expression.kind


def _places(expression: Expression, heard: list[Heard], place: int) -> list[int] | None:
    """Finds the nearest place of each slot, left and right of the anchor."""
    anchor = expression.anchor
    found = [place]
    for slot in reversed(expression.slots[:anchor]):
        steps = range(found[0] - 1, max(found[0] - 2 - _GAP, -1), -1)
        at = _nearest(slot, heard, steps)
        if at is None:
            return None
        found.insert(0, at)
    for slot in expression.slots[anchor + 1 :]:
        steps = range(found[-1] + 1, min(found[-1] + 2 + _GAP, len(heard)))
        at = _nearest(slot, heard, steps)
        if at is None:
            return None
        found.append(at)
    return found


def _nearest(slot: frozenset[str], heard: list[Heard], steps: range) -> int | None:
    costs = [(_cost(slot, heard[at]), step, at) for step, at in enumerate(steps)]
    known = [(cost, step, at) for cost, step, at in costs if cost is not None]
    return min(known)[2] if known else None


def _cost(slot: frozenset[str], words: Heard) -> int | None:
    return min((words[word] for word in words if word in slot), default=None)


def _near_enough(ear: _Ear, expression: Expression, places: list[int], said: _Said) -> bool:
    """Allows one edit, two in a long expression; a common word bends in a longer one only."""
    slots = zip(expression.slots, places, strict=True)
    costs = [_cost(slot, said.heard[at]) or 0 for slot, at in slots]
    letters = sum(len(said.whole[at]) for at in places)
    allowed = (letters >= _ONE_EDIT_FROM - (expression.kind == "alone")) + (
        letters >= _TWO_EDITS_FROM
    )
    if sum(costs) > allowed:
        return False
    bent = [said.whole[at] for at, cost in zip(places, costs, strict=True) if cost]
    return letters >= max((_bends_from(ear, expression.code, token) for token in bent), default=0)


def _bends_from(ear: _Ear, code: str, token: str) -> int:
    """Says how long an expression of a language must be before a word may be a slip in it."""
    if token in ear.harmless[code]:
        return _NEVER
    if token not in ear.kept_whole:
        return 0
    if token not in ear.common[code]:
        return _FOREIGN_BENDS_FROM
    return _TINY_BENDS_FROM if len(token) <= _TINY else _COMMON_BENDS_FROM


def _stands_alone(ear: _Ear, whole: list[str], places: list[int]) -> bool:
    others = [token for at, token in enumerate(whole) if at not in places]
    words = [token for token in others if _is_word(token) and token not in ear.polite]
    return len(words) <= _EXTRA_ALONE and ear.matters.isdisjoint(words)


def _is_word(token: str) -> bool:
    return any(letter.isalnum() for letter in token)
