"""The checker finds what is wrong with a script."""

from __future__ import annotations

from bots.graph import faults
from bots.model import Arrow, Fork, Script, Step
from bots.scripts.survivor import SURVIVOR


def test_the_checker_finds_what_is_wrong_with_a_script() -> None:
    broken = Script(
        name="broken",
        entries=("a", "gone"),
        steps={
            "a": Step("Q", {"1": Arrow("b"), "2": Arrow("nowhere")}),
            "b": Step("Q", {"1": Arrow("c")}),
            "c": Step("Q", {"1": Arrow("b"), "2": Arrow(asks="refer:1", outcomes={"asked": "b"})}),
            "lost": Step("Q"),
        },
        forks={"f": Fork((("unknown", "a"),), "a")},
        conditions={},
    )
    found = " | ".join(faults(broken))
    for fault in (
        "entry gone is not there",
        "a leads to nowhere, which is not there",
        "nothing leads to lost",
        "c on 2 asks refer:1 without every outcome",
        "f forks on unknown, which is not there",
        "b never comes to an end",
    ):
        assert fault in found


def test_the_survivor_s_script_is_sound() -> None:
    assert faults(SURVIVOR) == []
