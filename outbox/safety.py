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
    """Says that a message may go, and for how many seconds it is still worth delivering.

    Outside the channel's window only its neutral template may go in its place.
    """

    seconds_left: float
    by_template: bool = False


@dataclass(frozen=True)
class MayNot:
    """Says that a message must not go, and why."""

    why: Hold


# A pause holds back what we start; an answer to her own text is not what we start.
_ANSWERS = frozenset({Kind.REPLY, Kind.OPT_OUT})
# What staff agreed with her to send first, and calls to staff; nothing else goes by a template.
_BY_TEMPLATE = frozenset({Kind.STAFF, Kind.HUMAN, Kind.PAGE})
_SHORTEST_SECONDS = 1.0


def may_send(
    kind: Kind,
    channel: Channel,
    expires_at: datetime,
    contact: ContactState | None,
    now: datetime,
    *,
    has_template: bool = False,
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
        by_template = has_template and kind in _BY_TEMPLATE
        return May(left, by_template=True) if by_template else MayNot(Hold.WINDOW_CLOSED)
    return May(left)


def _window_open(contact: ContactState | None, now: datetime) -> bool:
    return contact is not None and contact.window_ends is not None and now < contact.window_ends
