from __future__ import annotations

import pytest

from outbox.model import State
from outbox.reasons import WORDS, Reason, reason_of


@pytest.mark.parametrize(
    ("state", "code", "provider", "reason"),
    [
        (State.DELIVERED, None, "twilio", None),
        (State.QUEUED, None, "twilio", None),
        (State.EXPIRED, None, "twilio", Reason.LATE),
        (State.FAILED, "21211", "twilio", Reason.ADDRESS),
        (State.FAILED, "131026", "meta", Reason.ADDRESS),
        (State.FAILED, "405", "africastalking", Reason.SENDER),
        (State.FAILED, "no_sender", "twilio", Reason.SENDER),
        (State.UNDELIVERED, "30007", "twilio", Reason.CONTENT),
        (State.UNDELIVERED, None, "twilio", Reason.OTHER),
    ],
)
def test_every_failure_has_its_reason(
    state: State, code: str | None, provider: str, reason: Reason | None
) -> None:
    assert reason_of(state, code, provider) is reason


def test_every_reason_has_words() -> None:
    assert set(WORDS) == set(Reason)
