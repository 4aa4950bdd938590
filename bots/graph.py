"""Reads a script as a graph and says what is wrong with it: dead ends, orphans, open arrows."""

from collections.abc import Iterator, Mapping

from bots.model import RETURN, SILENCE, Arrow, Script

# What each asked effect may come back with; a step must have an arrow for every one.
OUTCOMES: Mapping[str, frozenset[str]] = {
    "other_language": frozenset({"one", "several"}),
    "choose_language": frozenset({"chosen", "more"}),
    "public": frozenset({"found", "none"}),
    "set_word": frozenset({"set", "weak"}),
    "set_cover": frozenset({"set", "weak"}),
    "issue_receipt": frozenset({"issued"}),
    "read_answer": frozenset({"read", "none"}),
    "match": frozenset({"found", "tells_police", "confidential", "none"}),
    "refer": frozenset({"asked", "gone"}),
    "who": frozenset({"named", "confidential"}),
    "place": frozenset({"sure", "unsure", "unknown"}),
    "refer_other": frozenset({"asked", "gone"}),
    "walk": frozenset({"counted"}),
    "news": frozenset({"human", "none"}),
}

_AWAY = frozenset({SILENCE, RETURN})


def faults(script: Script) -> list[str]:
    """Lists every fault of a script; an empty list is a sound one."""
    places = {**script.steps, **script.forks}
    return [
        *(f"entry {name} is not there" for name in script.entries if name not in places),
        *(f"{origin} leads to {to}, which is not there" for origin, to in _edges(script)
          if to not in places and to not in _AWAY),
        *(f"nothing leads to {name}" for name in sorted(set(places) - _reached(script))),
        *_unanswered(script),
        *(f"{name} forks on {condition}, which is not there" for name, fork in script.forks.items()
          for condition, _ in fork.cases if condition not in script.conditions),
        *(f"{name} never comes to an end" for name in sorted(set(places) - _ending(script))),
    ]  # fmt: skip


def _unanswered(script: Script) -> Iterator[str]:
    for name, step in script.steps.items():
        for key, arrow in step.on.items():
            if arrow.asks:
                wanted = OUTCOMES.get(arrow.asks.partition(":")[0], frozenset())
                if not wanted or set(arrow.outcomes) != wanted:
                    yield f"{name} on {key} asks {arrow.asks} without every outcome"


def _targets(arrow: Arrow) -> Iterator[str]:
    if arrow.asks:
        yield from arrow.outcomes.values()
    else:
        yield arrow.to


def _edges(script: Script) -> Iterator[tuple[str, str]]:
    for name, step in script.steps.items():
        for arrow in step.on.values():
            for to in _targets(arrow):
                yield name, to
    for name, fork in script.forks.items():
        for _, to in fork.cases:
            yield name, to
        yield name, fork.otherwise


def _reached(script: Script) -> set[str]:
    seen: set[str] = set()
    ahead = list(script.entries)
    following: dict[str, list[str]] = {}
    for origin, to in _edges(script):
        following.setdefault(origin, []).append(to)
    while ahead:
        place = ahead.pop()
        if place not in seen:
            seen.add(place)
            ahead.extend(following.get(place, []))
    return seen


def _ending(script: Script) -> set[str]:
    ends = {name for name, step in script.steps.items() if not step.on} | _AWAY
    edges = list(_edges(script))
    grew = True
    while grew:
        more = {origin for origin, to in edges if to in ends} - ends
        grew = bool(more)
        ends |= more
    return ends
