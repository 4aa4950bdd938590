"""Where a provider's news moves a message: up, or to an end it had not reached; pure."""

from outbox.errors import What, what_to_do
from outbox.model import State

# Who stands higher came later; equal or lower news is kept as an event and moves nothing.
_RANK = {
    State.QUEUED: 0,
    State.SENDING: 0,
    State.MAYBE_SENT: 0,
    State.ACCEPTED: 1,
    State.SENT: 4,
    State.DELIVERED: 5,
    State.READ: 6,
}


_NEWS = {
    "accepted": State.ACCEPTED,
    "scheduled": State.ACCEPTED,
    "queued": State.ACCEPTED,
    "sending": State.ACCEPTED,
    "sent": State.SENT,
    "partially_delivered": State.SENT,
    "delivered": State.DELIVERED,
    "read": State.READ,
}


_BAD_NEWS = {
    "failed": State.FAILED,
    "undelivered": State.UNDELIVERED,
    "canceled": State.CANCELED,
    "expired": State.EXPIRED,
}


# Africa's Talking says it in words of its own.
_PLAIN = {
    "Buffered": "queued",
    "Submitted": "sent",
    "Sent": "sent",
    "Success": "delivered",
    "Rejected": "undelivered",
    "Failed": "undelivered",
    "AbsentSubscriber": "undelivered",
    "Expired": "expired",
}


_SAID_BY_CODE = {
    What.OPTED_OUT: State.STOPPED,
    What.NEEDS_TEMPLATE: State.WINDOW_CLOSED,
    What.EXPIRED: State.EXPIRED,
}


def state_after(state: State, status: str, code: int | None, provider: str = "twilio") -> State:
    """Returns where news moves a message."""
    status = _PLAIN.get(status, status)
    standing = _RANK.get(state)
    if standing is None:
        return state
    if status in _BAD_NEWS:
        if standing >= _RANK[State.DELIVERED]:
            return state
        return _SAID_BY_CODE.get(what_to_do(code, provider), _BAD_NEWS[status])
    news = _NEWS.get(status)
    return news if news is not None and _RANK[news] > standing else state
