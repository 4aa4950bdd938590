"""What is remembered between two texts comes back as it was, and lapses when it must."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bots.state import Cover, Danger, State, Thread
from kernel.ids import new_id

NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)
DANGER = Danger(new_id(), b"\x00key", NOW, NOW, letter="P", place_known=True, asked_letter=True)
THREAD = Thread(new_id(), new_id(), b"\xffkey", "es", fresh=True)
FULL = State(
    language="es",
    step="B7",
    answers={"type": "threats", "when": ""},
    last_at=NOW,
    held=("uno", "dos ñ 🌻"),
    held_media=("g",),
    kept=True,
    report_id=new_id(),
    case_id=new_id(),
    need_id=new_id(),
    sequence=4,
    danger=DANGER,
    earlier_danger=Danger(new_id(), b"", NOW, NOW, showing=False),
    thread=THREAD,
    offers=("a", "b"),
    category="health",
    earlier_cases=("c",),
    opened_cases=("d",),
    opened_word=new_id(),
    opened_reports=("e",),
    turn=3,
    session="s",
    screens=("one", "two"),
    session_open=True,
    stopped_at=NOW,
    cover=Cover(NOW, 2),
    declined=("f",),
    trail=("B6",),
    child_told=True,
    word="bluelantern",
    wants_person=True,
    asked_now=True,
    letters_offered=True,
    last_said="B7",
    echo="x\nB7",
    echoes=2,
    confused=1,
    finished=True,
    unsent=new_id(),
    misses=2,
    checks=3,
    checks_since=NOW,
    checks_closed_until=NOW + timedelta(hours=24),
)


def test_every_field_comes_back() -> None:
    blank = State()
    same = [f.name for f in fields(State) if getattr(FULL, f.name) == getattr(blank, f.name)]
    assert same == [], "a field that the test does not fill"
    assert State.from_json(FULL.to_json().encode()) == FULL


def test_a_blank_one_is_nearly_nothing() -> None:
    assert State().to_json() == "{}"
    assert State.from_json(b"{}") == State()


def test_a_thread_without_a_case_comes_back() -> None:
    state = State(thread=Thread(new_id(), None, b""))
    assert State.from_json(state.to_json().encode()) == state


@given(
    st.dictionaries(st.text(max_size=8), st.text(max_size=20), max_size=4),
    st.lists(st.text(max_size=60), max_size=3),
    st.integers(0, 99),
)
def test_whatever_was_said_comes_back(
    answers: dict[str, str], held: list[str], sequence: int
) -> None:
    state = State(answers=answers, held=tuple(held), sequence=sequence)
    assert State.from_json(state.to_json().encode()) == state


def test_a_field_of_another_release_is_passed_over() -> None:
    written = json.dumps({**json.loads(FULL.to_json()), "gone": 1}).encode()
    assert State.from_json(written) == FULL
