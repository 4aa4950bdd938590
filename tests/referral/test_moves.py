"""An attempt moves as the table says, for every state, event and actor."""

from __future__ import annotations

import itertools

import pytest

from referral.model import DECLINE_REASONS, OPEN, OUTCOMES, TERMINAL, Actor, AttemptState, Event
from referral.moves import Illegal, next_state

# Written apart from the code, one line a state: event>state by whom (s survivor, w worker,
# p provider, c the clock).
EXPECTED = {
    "drafted": "offer>offered:wc consent>consented:sw withdraw>withdrawn:sw recall>recalled:wc"
    " expire>expired:c correct>entered_in_error:w",
    "offered": "consent>consented:sw withdraw>withdrawn:sw recall>recalled:wc expire>expired:c"
    " correct>entered_in_error:w",
    "consented": "send>sent:c withdraw>withdrawn:sw recall>recalled:wc expire>expired:c"
    " correct>entered_in_error:w",
    "sent": "acknowledge>acknowledged:p accept>accepted:p waitlist>waitlisted:p reject>rejected:p"
    " fail>failed:wp withdraw>withdrawn:sw recall>recalled:wc expire>expired:c"
    " correct>entered_in_error:w",
    "acknowledged": "accept>accepted:p waitlist>waitlisted:p reject>rejected:p fail>failed:wp"
    " withdraw>withdrawn:sw recall>recalled:wc expire>expired:c correct>entered_in_error:w",
    "waitlisted": "accept>accepted:p reject>rejected:p fail>failed:wp withdraw>withdrawn:sw"
    " recall>recalled:wc expire>expired:c correct>entered_in_error:w",
    "accepted": "start>in_progress:wp complete>completed:wp fail>failed:wp withdraw>withdrawn:sw"
    " recall>recalled:wc correct>entered_in_error:w",
    "in_progress": "complete>completed:wp fail>failed:wp withdraw>withdrawn:sw"
    " recall>recalled:wc correct>entered_in_error:w",
    "completed": "correct>entered_in_error:w",
    "rejected": "correct>entered_in_error:w",
    "failed": "correct>entered_in_error:w",
    "withdrawn": "correct>entered_in_error:w",
    "recalled": "correct>entered_in_error:w",
    "expired": "correct>entered_in_error:w",
    "entered_in_error": "",
}
WHO = {"s": Actor.SURVIVOR, "w": Actor.WORKER, "p": Actor.PROVIDER, "c": Actor.SYSTEM}


def expected(state: AttemptState, event: Event, actor: Actor) -> AttemptState | None:
    for entry in EXPECTED[state].split():
        name, _, rest = entry.partition(">")
        to, _, actors = rest.partition(":")
        if name == event and actor in {WHO[letter] for letter in actors}:
            return AttemptState(to)
    return None


@pytest.mark.parametrize(
    ("state", "event", "actor"), list(itertools.product(AttemptState, Event, Actor))
)
def test_every_move(state: AttemptState, event: Event, actor: Actor) -> None:
    found = next_state(state, event, actor)
    to = expected(state, event, actor)
    assert found == (Illegal(state, event, actor) if to is None else to)


def test_she_can_end_it_wherever_it_is_still_open() -> None:
    for state in OPEN:
        assert next_state(state, Event.WITHDRAW, Actor.SURVIVOR) is AttemptState.WITHDRAWN
    for state in TERMINAL:
        assert isinstance(next_state(state, Event.WITHDRAW, Actor.SURVIVOR), Illegal)


def test_only_a_service_received_completes() -> None:
    assert [code for code, event in OUTCOMES.items() if event is Event.COMPLETE] == [
        "service_received"
    ]
    assert len(set(DECLINE_REASONS)) == 7
