"""The engine on small scripts: one answer in, one step or one asked effect out."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from bots import dialogue, effects, walking
from bots.model import (
    RETURN,
    SILENCE,
    Act,
    Arrow,
    Ask,
    Circumstances,
    Fork,
    NoArrow,
    Position,
    Script,
    Step,
    Turn,
)
from bots.outcome import Outcome
from bots.state import State
from bots.words import Answer, Back, Chose, DontKnow, Skip, Words

HERE = Circumstances()
SCRIPT = Script(
    name="small",
    entries=("ask",),
    steps={
        "ask": Step(
            "Q1",
            {
                "1": Arrow("told", (Act("told:kind", "one"), Act("ring", "bell"))),
                "2": Arrow(SILENCE, (Act("forget"),)),
                "3": Arrow(RETURN),
                "4": Arrow(asks="find", outcomes={"found": "told", "none": "end"}),
                "5": Arrow("fork"),
                "6": Arrow("entered"),
                "0": Arrow("end"),
                "unsure": Arrow("end"),
                "words": Arrow("told", (Act("told:kind", "words"),)),
            },
        ),
        "told": Step("Q2", {"back": Arrow("ask")}),
        "entered": Step("Q4", {"enter": Arrow(asks="find", outcomes={"found": "told"})}),
        "end": Step("Q3"),
    },
    forks={
        "fork": Fork((("is_two", "second"), ("on_shift", "told")), "end"),
        "second": Fork((), "end"),
    },
    conditions={
        "is_two": lambda answers, _: answers.get("kind") == "two",
        "on_shift": lambda _, circumstances: circumstances.on_shift,
    },
)
AT = Position("ask")


def advance(answer: Answer, **answers: str) -> Turn | Ask | NoArrow:
    return dialogue.advance(SCRIPT, Position("ask", answers), answer, HERE)


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        (Chose(7), "7"),
        (Skip(), "0"),
        (DontKnow(), "unsure"),
        (Back(), "back"),
        (Words("anything"), "words"),
    ],
)
def test_every_answer_has_a_name(answer: Answer, key: str) -> None:
    assert dialogue.key_of(answer) == key


def test_an_answer_leads_to_the_next_question_and_is_remembered() -> None:
    found = advance(Chose(1), earlier="kept")
    assert isinstance(found, Turn)
    assert (found.position.step, found.says, found.silent) == ("told", "Q2", False)
    assert found.position.answers == {"earlier": "kept", "kind": "one"}
    assert found.acts == (Act("told:kind", "one"), Act("ring", "bell"))


def test_only_what_is_told_is_remembered() -> None:
    found = advance(Skip())
    assert isinstance(found, Turn)
    assert found.position.answers == {}
    assert found.acts == ()


def test_silence_says_nothing_and_still_acts() -> None:
    found = advance(Chose(2))
    assert isinstance(found, Turn)
    assert found.silent
    assert (found.says, found.acts) == ("", (Act("forget"),))


def test_it_returns_to_the_question_that_was_interrupted() -> None:
    found = advance(Chose(3), **{"return": "told"})
    assert isinstance(found, Turn)
    assert found.position.step == "told"


def test_an_answer_a_question_does_not_take_is_not_understood_here() -> None:
    assert advance(Chose(9)) == NoArrow(AT)
    assert advance(Back()) == NoArrow(AT)
    assert dialogue.advance(SCRIPT, Position("end"), Chose(1), HERE) == NoArrow(Position("end"))


@pytest.mark.parametrize(("outcome", "step"), [("found", "told"), ("none", "end")])
def test_an_asked_effect_leads_on_by_its_outcome(outcome: str, step: str) -> None:
    asked = advance(Chose(4), earlier="kept")
    assert isinstance(asked, Ask)
    assert (asked.kind, asked.position.step) == ("find", "ask")
    found = dialogue.resume(SCRIPT, asked, outcome, HERE)
    assert isinstance(found, Turn)
    assert (found.position.step, found.position.answers) == (step, {"earlier": "kept"})


def test_an_outcome_nobody_foresaw_is_an_accident() -> None:
    asked = advance(Chose(4))
    assert isinstance(asked, Ask)
    with pytest.raises(KeyError):
        dialogue.resume(SCRIPT, asked, "surprise", HERE)


@pytest.mark.parametrize(
    ("answers", "on_shift", "step"),
    [({}, True, "told"), ({}, False, "end"), ({"kind": "two"}, True, "end")],
)
def test_a_fork_takes_the_first_case_that_holds(
    answers: dict[str, str], step: str, *, on_shift: bool
) -> None:
    circumstances = Circumstances(on_shift=on_shift)
    found = dialogue.advance(SCRIPT, Position("ask", answers), Chose(5), circumstances)
    assert isinstance(found, Turn)
    assert found.position.step == step


def test_a_step_can_ask_as_it_is_entered() -> None:
    for asked in (advance(Chose(6)), dialogue.enter(SCRIPT, "entered", {}, HERE)):
        assert isinstance(asked, Ask)
        assert asked.position.step == "entered"


def test_a_rule_can_stand_her_anywhere() -> None:
    found = dialogue.enter(SCRIPT, "fork", {"a": "b"}, HERE)
    assert isinstance(found, Turn)
    assert (found.position.step, found.position.answers) == ("told", {"a": "b"})


def test_it_changes_nothing_it_was_given() -> None:
    given = MappingProxyType({"earlier": "kept"})
    position = Position("ask", given)
    dialogue.advance(SCRIPT, position, Chose(1), HERE)
    assert position == Position("ask", {"earlier": "kept"})


def test_the_same_answer_at_the_same_place_leads_the_same_way() -> None:
    assert advance(Chose(1)) == advance(Chose(1))


class Standing:
    """Is as much of a visit as walking looks at."""

    state = State()
    circumstances = HERE

    def change(self, **_: object) -> None: ...


def test_a_message_asks_for_three_effects_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = {
        f"s{n}": Step("Q", {"enter": Arrow(asks="find", outcomes={"found": f"s{n + 1}"})})
        for n in range(9)
    }
    chain = Script("chain", ("s0",), {**steps, "s9": Step("Q")}, {}, {})
    asked: list[str] = []

    def ask(_: object, one: Ask) -> Outcome:
        asked.append(one.position.step)
        return Outcome("found")

    monkeypatch.setattr(effects, "ask", ask)
    monkeypatch.setattr(walking, "SURVIVOR", chain)
    with pytest.raises(TypeError, match="three effects"):
        walking.stand(Standing(), "s0")  # type: ignore[arg-type]  # nothing more is asked of a visit
    assert asked == ["s0", "s1", "s2"]
