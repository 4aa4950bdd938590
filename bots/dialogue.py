"""The dialogue engine: pure, without a channel, a clock or a database."""

from collections.abc import Mapping

from bots.model import (
    RETURN,
    SILENCE,
    Act,
    Arrow,
    Ask,
    Circumstances,
    NoArrow,
    Position,
    Script,
    Turn,
)
from bots.words import Answer, Back, Chose, DontKnow, Skip, Words


def key_of(answer: Answer) -> str:
    """Returns the name by which a step's arrows know an answer."""
    match answer:
        case Chose(number=number):
            return str(number)
        case Skip():
            return "0"
        case DontKnow():
            return "unsure"
        case Back():
            return "back"
        case Words():
            return "words"


def advance(
    script: Script, position: Position, answer: Answer, circumstances: Circumstances
) -> Turn | Ask | NoArrow:
    """Takes one answer from where she stands to where she stands next."""
    step = script.steps[position.step]
    arrow = step.on.get(key_of(answer))
    if arrow is None:
        return NoArrow(position)
    answers = _remembered(position.answers, arrow.acts)
    if arrow.asks:
        return Ask(arrow.asks, Position(position.step, answers), arrow.outcomes, arrow.acts)
    return _arrive(script, arrow.to, answers, arrow.acts, circumstances)


def resume(
    script: Script, ask: Ask, outcome: str, circumstances: Circumstances
) -> Turn | Ask | NoArrow:
    """Goes on from an asked effect by its outcome."""
    to = ask.outcomes[outcome]
    return _arrive(script, to, ask.position.answers, (), circumstances)


def enter(
    script: Script, step: str, answers: Mapping[str, str], circumstances: Circumstances
) -> Turn | Ask | NoArrow:
    """Stands her at a step or fork, as a rule that wins over the script may do."""
    return _arrive(script, step, answers, (), circumstances)


def _arrive(
    script: Script,
    to: str,
    answers: Mapping[str, str],
    acts: tuple[Act, ...],
    circumstances: Circumstances,
) -> Turn | Ask | NoArrow:
    while to == RETURN or to in script.forks:
        if to == RETURN:
            to = answers["return"]
            continue
        fork = script.forks[to]
        holds = (
            step
            for condition, step in fork.cases
            if script.conditions[condition](answers, circumstances)
        )
        to = next(holds, fork.otherwise)
    if to == SILENCE:
        return Turn(Position(SILENCE, answers), "", acts)
    step = script.steps[to]
    entry: Arrow | None = step.on.get("enter")
    if entry is not None:
        return Ask(entry.asks, Position(to, answers), entry.outcomes, acts)
    return Turn(Position(to, answers), step.says, acts)


def _remembered(answers: Mapping[str, str], acts: tuple[Act, ...]) -> Mapping[str, str]:
    told = {act.name.removeprefix("told:"): act.value for act in acts if act.name[:5] == "told:"}
    return {**answers, **told} if told else answers
