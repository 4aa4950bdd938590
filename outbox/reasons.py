"""Why a message did not reach anybody, as staff are told it; pure."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from outbox.errors import What, read_code, what_to_do
from outbox.model import State


class Reason(StrEnum):
    """Names why a message is not on her phone; `WORDS` says it in a sentence."""

    LATE = "late"
    STOPPED = "stopped"
    PAUSED = "paused"
    WINDOW_CLOSED = "window_closed"
    UNKNOWN_WHETHER = "unknown_whether"
    ADDRESS = "address"
    CONTENT = "content"
    SENDER = "sender"
    TORN = "torn"
    REPLACED = "replaced"
    OTHER = "other"


WORDS: Final[Mapping[Reason, str]] = {
    Reason.LATE: "It came too late to be worth sending, and was dropped.",
    Reason.STOPPED: "She or her provider stopped our texts. Only her START lets us write again.",
    Reason.PAUSED: "Her contact is paused: only an answer to a text of hers may go out.",
    Reason.WINDOW_CLOSED: (
        "WhatsApp takes our words for 24 hours after a text of hers. It waits until she writes."
    ),
    Reason.UNKNOWN_WHETHER: (
        "Nobody knows whether it arrived: the provider's answer broke off. It is not sent twice."
    ),
    Reason.ADDRESS: "The provider says that nothing can be delivered to this address.",
    Reason.CONTENT: "The provider did not accept the words.",
    Reason.SENDER: "Our own sender has a fault. Tell whoever runs the line.",
    Reason.TORN: "An earlier part of the same text was lost, so the rest was not sent.",
    Reason.REPLACED: "A newer text took its place before it left.",
    Reason.OTHER: "The provider did not deliver it, and gives no reason we know.",
}

_BY_STATE: Final = {
    State.EXPIRED: Reason.LATE,
    State.STOPPED: Reason.STOPPED,
    State.PAUSED: Reason.PAUSED,
    State.WINDOW_CLOSED: Reason.WINDOW_CLOSED,
    State.MAYBE_SENT: Reason.UNKNOWN_WHETHER,
    State.CANCELED: Reason.TORN,
    State.WITHDRAWN: Reason.REPLACED,
}
_BY_WHAT: Final = {
    What.STOP_USING: Reason.ADDRESS,
    What.FIX_CONTENT: Reason.CONTENT,
    What.PAGE_OPERATOR: Reason.SENDER,
}
_OUR_OWN: Final = frozenset({"no_sender", "no_carrier", "not_whatsapp", "not_sms"})


def reason_of(state: State, code: str | None, provider: str = "twilio") -> Reason | None:
    """Returns why a message in this state is not on her phone; None where it is or may yet be."""
    if state in _BY_STATE:
        return _BY_STATE[state]
    if state not in {State.FAILED, State.UNDELIVERED}:
        return None
    if code in _OUR_OWN:
        return Reason.SENDER
    return _BY_WHAT.get(what_to_do(read_code(code), provider), Reason.OTHER)
