from __future__ import annotations

from itertools import permutations

import pytest

from outbox.model import State
from outbox.news import state_after

NEWS = ("queued", "sending", "sent", "delivered", "read")


@pytest.mark.parametrize("order", list(permutations(NEWS)))
def test_in_any_order_it_ends_at_the_highest(order: tuple[str, ...]) -> None:
    state = State.ACCEPTED
    for status in order:
        state = state_after(state, status, None)
    assert state is State.READ


@pytest.mark.parametrize("end", ["failed", "undelivered", "canceled"])
@pytest.mark.parametrize("late", ["queued", "sent", "delivered", "read"])
def test_an_end_is_an_end(end: str, late: str) -> None:
    ended = state_after(State.SENT, end, None)
    assert ended.value == end
    assert state_after(ended, late, None) is ended


@pytest.mark.parametrize("state", [State.DELIVERED, State.READ])
def test_what_arrived_did_not_fail(state: State) -> None:
    assert state_after(state, "failed", 30008) is state


def test_partially_delivered_stands_with_sent() -> None:
    assert state_after(State.ACCEPTED, "partially_delivered", None) is State.SENT
    assert state_after(State.SENT, "partially_delivered", None) is State.SENT


@pytest.mark.parametrize(
    ("code", "expected"),
    [(30036, State.EXPIRED), (63016, State.WINDOW_CLOSED), (63032, State.STOPPED)],
)
def test_some_codes_say_more_than_failed(code: int, expected: State) -> None:
    assert state_after(State.ACCEPTED, "failed", code) is expected
