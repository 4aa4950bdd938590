"""`flask drill`: begins and plans drills, tells how they went, and says plainly what is wrong."""

from __future__ import annotations

from kernel.clock import StoppedClock
from pathway import drill_plans
from tests.drilling import case_codes, once, play
from tests.pathway.telling import decide
from tests.practice import Practice


def told(practice: Practice, *arguments: str) -> tuple[int, str]:
    result = practice.app.test_cli_runner().invoke(args=["drill", *arguments])
    return result.exit_code, result.output


def test_it_begins_and_tells_how_it_went(practice: Practice, clock: StoppedClock) -> None:
    assert told(practice, "list") == (0, "no drill has ended yet\n")
    code, said = told(practice, "run", "--word", "girasol", "--scenario", "danger")
    assert (code, said.split(":")[0]) == (0, "GIRASOL")
    with practice.house.glance() as desk:
        (drill,) = drill_plans.running(desk)
    assert (drill.language, drill.said) == ("es", 1)
    play(practice, clock, drill.id, until="B5n")
    assert case_codes(practice, drill.id)
    clock.advance(minutes=15)
    once(practice)
    line = next(one for one in told(practice, "list")[1].splitlines() if "GIRASOL" in one)
    assert line.split()[-6:] == ["GIRASOL", "danger", "–", "–", "–", "unopened"]


def test_it_plans_one_that_nobody_knows(practice: Practice) -> None:
    assert told(practice, "run", "--surprise", "--within", "90")[0] == 0
    said = told(practice, "list")[1]
    assert "at a time nobody knows" in said
    assert told(practice, "run", "--at", "2026-11-19 09:00")[0] == 0
    assert "2026-11-19 09:00" in told(practice, "list")[1]


def test_it_says_what_is_wrong(practice: Practice) -> None:
    assert (
        "TULIP is no coded word in use; choose one of"
        in told(practice, "run", "--word", "TULIP")[1]
    )
    assert "not both" in told(practice, "run", "--surprise", "--at", "2026-11-19 09:00")[1]
    assert "that time is over" in told(practice, "run", "--at", "2026-11-17 09:00")[1]
    decide(practice, open=False)
    code, said = told(practice, "run")
    assert (code, "the line is not open" in said) == (1, True)
