"""What is remembered between two texts comes back as it was, and lapses when it must."""

from __future__ import annotations

import json
from dataclasses import fields

from hypothesis import given
from hypothesis import strategies as st

from bots.state import State, Thread
from kernel.ids import new_id
from tests.bots.standing import FULL


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
