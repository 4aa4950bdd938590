"""May this go to this contact now? Asked once more at the last moment before sending. Pure."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kernel.vocabulary import Channel
from outbox.model import ContactState, Kind


class Hold(StrEnum):
    """Names why a message must not go out."""

    EXPIRED = "expired"
    STOPPED = "stopped"
    PAUSED = "paused"
    WINDOW_CLOSED = "window_closed"


@dataclass(frozen=True)
class May:
    """Says that a message may go, and for how many seconds it is still worth delivering."""

    seconds_left: float


@dataclass(frozen=True)
class MayNot:
    """Says that a message must not go, and why."""

    why: Hold


# A pause holds back what we start; an answer to her own text is not what we start.
_ANSWERS = frozenset({Kind.REPLY, Kind.OPT_OUT})
_SHORTEST_SECONDS = 1.0


def may_send(
    kind: Kind, channel: Channel, expires_at: datetime, contact: ContactState | None, now: datetime
) -> May | MayNot:
    """Decides whether a message may leave now; lateness is asked first, so silence wins."""
    left = (expires_at - now).total_seconds()
    if left < _SHORTEST_SECONDS:
        return MayNot(Hold.EXPIRED)
    if contact is not None and contact.stopped and kind is not Kind.OPT_OUT:
        return MayNot(Hold.STOPPED)
    if contact is not None and contact.paused and kind not in _ANSWERS:
        return MayNot(Hold.PAUSED)
    if channel is Channel.WHATSAPP and not _window_open(contact, now):
        return MayNot(Hold.WINDOW_CLOSED)
    return May(left)


def _window_open(contact: ContactState | None, now: datetime) -> bool:
    return contact is not None and contact.window_ends is not None and now < contact.window_ends
