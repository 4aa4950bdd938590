"""Walks the script: an answer in, effects carried out, and the line that follows."""

from bots import dialogue, effects, keeping
from bots.model import Act, Ask, NoArrow, Position, Turn
from bots.scripts.survivor import SURVIVOR
from bots.visit import Line, Reply, Silence, Visit
from bots.words import Answer

_MOST_EFFECTS = 3
_BEFORE_RECEIPT = frozenset({"B9c", "B9cw", "B9d"})


def walk(visit: Visit, answer: Answer) -> Reply | None:
    """Answers the question she was asked; None when this step does not take that answer."""
    position = Position(visit.state.step, visit.state.answers)
    found = dialogue.advance(SURVIVOR, position, answer, visit.circumstances)
    return None if isinstance(found, NoArrow) else _follow(visit, found)


def stand(visit: Visit, step: str, **answers: str) -> Reply:
    """Stands her at a step, as a rule that wins over the script does."""
    # What a rule leaves for a later fork, such as an UNDO that waits, is remembered here.
    visit.change(answers={**visit.state.answers, **answers})
    found = dialogue.enter(SURVIVOR, step, visit.state.answers, visit.circumstances)
    if isinstance(found, NoArrow):
        raise TypeError(f"{step} cannot be entered")
    return _follow(visit, found)


def _follow(visit: Visit, found: Turn | Ask | NoArrow) -> Reply:
    values: dict[str, str] = {}
    text = ""
    _act(visit, found.acts if isinstance(found, Turn | Ask) else ())
    for _ in range(_MOST_EFFECTS):
        if not isinstance(found, Ask):
            break
        visit.change(answers={**found.position.answers, **visit.state.answers})
        outcome = effects.ask(visit, found)
        values, text = outcome.values, outcome.text
        found = dialogue.resume(SURVIVOR, found, outcome.name, visit.circumstances)
    if not isinstance(found, Turn):
        raise TypeError("a message may ask for three effects at most")
    return _arrive(visit, found, values, text)


def _act(visit: Visit, acts: tuple[Act, ...]) -> None:
    for one in acts:
        if one.name == "danger":
            danger = keeping.raise_danger(visit, one.value)
            visit.change(danger=danger)
        else:
            effects.act(visit, one)


def _keep_sent_away(visit: Visit) -> None:
    """Keeps, beside a cry for help, that whoever holds the phone then sent us away."""
    if visit.state.danger is not None:
        visit.danger, visit.mark = "sent_away", "sent_away"
        keeping.keep_turn(visit, "", "")


def _arrive(visit: Visit, turn: Turn, values: dict[str, str], text: str) -> Reply:
    if turn.silent:
        _keep_sent_away(visit)
        visit.end()
        return Silence()
    step = turn.position.step
    finished = not SURVIVOR.steps[step].on
    # Her word is remembered only while a receipt may still be asked for.
    word = visit.state.word if step in _BEFORE_RECEIPT else ""
    visit.change(step=step, answers=dict(visit.state.answers), finished=finished, word=word)
    if step in {"B20h", "B20f"}:
        keeping.call_person(visit)
    if turn.says == "note":
        return Line("note", text=text)
    return Line(turn.says, values, text=text if turn.says == "human" else "")
