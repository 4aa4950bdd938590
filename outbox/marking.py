"""Notes what became of a message that was handed to a carrier; never commits."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import assert_never

from sqlalchemy.orm import Session

from kernel.ids import random_bytes
from outbox import lanes, leases, store
from outbox.carrier import Accepted, MaybeSent, Outcome, Rejected
from outbox.errors import RETRYABLE, What
from outbox.model import Claimed, State
from vault.sendings import sending_handle

MOST_ATTEMPTS = 8
_FIRST_WAIT_SECONDS = 2.0
_ENDS = {
    What.OPTED_OUT: State.STOPPED,
    What.NEEDS_TEMPLATE: State.WINDOW_CLOSED,
    What.EXPIRED: State.EXPIRED,
}

Rates = Mapping[str, float]


def mark(
    session: Session,
    claimed: Claimed,
    outcome: Outcome,
    now: datetime,
    *,
    via: str,
    lane: str,
    contact_token: str,
    rates: Rates | None,
) -> None:
    """Closes a message, or puts it back to wait where another try cannot be a second one."""
    match outcome:
        case Accepted(provider_id=provider_id):
            handle = sending_handle(via, provider_id)
            leases.finish(session, claimed, State.ACCEPTED, None, now, handle)
            if rates is not None:
                lanes.went_well(session, lane)
        case MaybeSent(code=code):
            leases.finish(session, claimed, State.MAYBE_SENT, code, now)
        case Rejected(what=what) if what in RETRYABLE:
            until = _rest_until(session, claimed, outcome, lane, rates, now)
            _wait_or_give_up(session, claimed, outcome.code, now, until)
        case Rejected(code=code, what=what):
            if what is What.OPTED_OUT:
                store.mark_stopped(session, contact_token)
            leases.finish(session, claimed, _ENDS.get(what, State.FAILED), code, now)
        case _:
            assert_never(outcome)


def _rest_until(
    session: Session,
    claimed: Claimed,
    refusal: Rejected,
    lane: str,
    rates: Rates | None,
    now: datetime,
) -> datetime:
    asked = refusal.retry_after or 0.0
    if refusal.what is not What.SLOW_DOWN or rates is None:
        return now + timedelta(seconds=max(asked, _backoff(claimed.attempt)))
    # The sender is too fast, whoever it writes to: its whole lane rests.
    wait = max(asked, _backoff(lanes.strikes(session, lane) + 1))
    return lanes.rest(session, lane, rates, now, wait)


def _wait_or_give_up(
    session: Session, claimed: Claimed, code: str, now: datetime, until: datetime
) -> None:
    if until >= claimed.expires_at:
        leases.finish(session, claimed, State.EXPIRED, code, now)
    elif claimed.attempt >= MOST_ATTEMPTS:
        leases.finish(session, claimed, State.FAILED, code, now)
    else:
        leases.put_back(session, claimed, code, now, until)


def _backoff(attempt: int) -> float:
    # Doubling, and spread from a half to the whole, so that many do not come back at once.
    spread = 0.5 + random_bytes(1)[0] / 510
    return float(_FIRST_WAIT_SECONDS * 2 ** (min(attempt, MOST_ATTEMPTS) - 1) * spread)
