"""Plays a script by clicking: what is said, what may be answered; nothing is stored."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Final

from bots import dialogue
from bots.model import Ask, Circumstances, NoArrow, Script, Turn
from bots.words import Answer, Chose, DontKnow, Skip, Words

_LONGEST: Final = 200
_OUTCOME: Final = "="
SWITCHES: Final = tuple(one.name for one in fields(Circumstances) if isinstance(one.default, bool))


@dataclass(frozen=True)
class Said:
    """Is one line of the transcript: a line, an answer to the line asked, or how it came out."""

    line: str = ""
    answer: str = ""
    asked: str = ""
    came: str = ""


@dataclass(frozen=True)
class Played:
    """Holds the transcript, where it stands, and what may be answered next."""

    said: tuple[Said, ...]
    step: str
    answers: tuple[str, ...]
    asks: str = ""
    silent: bool = False
    walk: tuple[str, ...] = ()


def circumstances(on: Sequence[str], languages: tuple[str, ...]) -> Circumstances:
    """Returns the circumstances that were chosen, all others being off."""
    chosen = {name: name in on for name in SWITCHES}
    return replace(Circumstances(languages=languages), **chosen)  # type: ignore[arg-type]


def play(script: Script, entry: str, walk: Sequence[str], around: Circumstances) -> Played:
    """Walks a script by answers and outcomes; what does not fit ends the walk there."""
    found = dialogue.enter(script, entry, _given(script, entry), around)
    said, walked = _heard(found), list[str]()
    for token in list(walk)[:_LONGEST]:
        following = _follow(script, found, token, around)
        if following is None:
            break
        walked.append(token)
        said += [_taken(token, _line_of(script, found)), *_heard(following)]
        found = following
    return _standing(script, found, tuple(said), tuple(walked))


def _given(script: Script, entry: str) -> Mapping[str, str]:
    # A question that interrupts leads back to a step; in a walk of its own, to the first one.
    return {"return": script.entries[0]} if entry != script.entries[0] else {}


def _follow(
    script: Script, found: Turn | Ask | NoArrow, token: str, around: Circumstances
) -> Turn | Ask | None:
    outcome = token.removeprefix(_OUTCOME)
    following: Turn | Ask | NoArrow
    if isinstance(found, Ask):
        if not token.startswith(_OUTCOME) or outcome not in found.outcomes:
            return None
        following = dialogue.resume(script, found, outcome, around)
    elif isinstance(found, NoArrow) or found.silent or token not in _answers(script, found):
        return None
    else:
        following = dialogue.advance(script, found.position, _answer(token), around)
    return None if isinstance(following, NoArrow) else following


def _answers(script: Script, turn: Turn) -> tuple[str, ...]:
    if turn.silent:
        return ()
    return tuple(key for key in script.steps[turn.position.step].on if key != "enter")


def _answer(key: str) -> Answer:
    if key == "0":
        return Skip()
    if key == "unsure":
        return DontKnow()
    return Chose(int(key)) if key.isdecimal() else Words("")


def _taken(token: str, asked: str) -> Said:
    if token.startswith(_OUTCOME):
        return Said(came=token.removeprefix(_OUTCOME))
    return Said(answer=token, asked=asked)


def _heard(found: Turn | Ask | NoArrow) -> list[Said]:
    return [Said(line=found.says)] if isinstance(found, Turn) and not found.silent else []


def _line_of(script: Script, found: Turn | Ask | NoArrow) -> str:
    step = script.steps.get(found.position.step)
    return step.says if step is not None else ""


def _standing(
    script: Script, found: Turn | Ask | NoArrow, said: tuple[Said, ...], walk: tuple[str, ...]
) -> Played:
    step = found.position.step
    if isinstance(found, Ask):
        outcomes = tuple(f"{_OUTCOME}{one}" for one in found.outcomes)
        return Played(said, step, outcomes, asks=found.kind, walk=walk)
    if isinstance(found, NoArrow):
        return Played(said, step, (), walk=walk)
    return Played(said, step, _answers(script, found), silent=found.silent, walk=walk)
