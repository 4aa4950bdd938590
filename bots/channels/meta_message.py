"""One message of Meta's Cloud API, in any of its types, as the house understands it."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Self

from bots.channels import lenient
from bots.channels.interface import number, told_at
from bots.channels.lenient import Node
from kernel.vocabulary import Address, Inbound

PROVIDER: Final = "meta"
MEDIA_SCHEME: Final = "meta:"
_MEDIA: Final = ("audio", "voice", "image", "video", "document", "sticker")
# A number that changed, a chat only opened, a text taken back: nobody said anything.
_NOT_SAID: Final = frozenset({"system", "request_welcome", "revoke"})
_TIME = re.compile(r"\d{1,11}")


@dataclass(frozen=True)
class Batch:
    """Holds one change of a webhook: messages and news of one of our numbers, and who is who."""

    phone_number_id: str
    line: Address
    messages: tuple[Node, ...]
    statuses: tuple[Node, ...]
    contacts: tuple[Node, ...]

    @classmethod
    def of(cls, value: Node) -> Self:
        """Reads a change; names and profiles are left behind."""
        told = lenient.inside(value, "metadata")
        return cls(
            lenient.text(told, "phone_number_id"),
            Address("whatsapp", number(lenient.text(told, "display_phone_number"))),
            lenient.each(value, "messages"),
            lenient.each(value, "statuses"),
            lenient.each(value, "contacts"),
        )

    def sender_of(self, message: Node) -> Address | None:
        """Returns who wrote, by the id that stays when the number changes, if there is one."""
        written = lenient.text(message, "from")
        username = lenient.text(message, "from_user_id") or self._username(written)
        return _address(username or written)

    def recipient_of(self, status: Node) -> Address | None:
        """Returns whom a message of ours was sent to."""
        written = lenient.text(status, "recipient_id")
        username = lenient.text(status, "recipient_user_id") or self._username(written)
        return _address(username or written)

    def _username(self, written: str) -> str:
        alone = len(self.contacts) == 1
        for contact in self.contacts:
            known = lenient.text(contact, "wa_id")
            if known == written or (alone and not (known and written)):
                return lenient.text(contact, "user_id")
        return ""


def read_message(batch: Batch, message: Node, now: datetime) -> Inbound | None:
    """Returns what was said, or None where nobody said anything to this line alone."""
    kind, message_id = lenient.text(message, "type"), lenient.text(message, "id")
    sender = batch.sender_of(message)
    if sender is None or not message_id or _is_no_text(message, kind):
        return None
    at, late = told_at(sent_at(message), now)
    payload, title = _tap(message, kind)
    medium = lenient.inside(message, kind) if kind in _MEDIA else {}
    media_id = lenient.text(medium, "id")
    return Inbound(
        provider=PROVIDER,
        message_id=message_id,
        sender=sender,
        recipient=batch.line,
        text=_words(message, kind) or title,
        at=at,
        media=1 if media_id else 0,
        location=_location(lenient.inside(message, "location")),
        media_at=(MEDIA_SCHEME + media_id,) if media_id else (),
        media_types=(lenient.text(medium, "mime_type"),) if media_id else (),
        button=payload or None,
        button_text=title,
        recovered=late,
    )


def sent_at(message: Node) -> datetime | None:
    """Returns when a message was sent, as Meta tells it in whole seconds."""
    written = lenient.text(message, "timestamp")
    return datetime.fromtimestamp(int(written), UTC) if _TIME.fullmatch(written) else None


def _is_no_text(message: Node, kind: str) -> bool:
    # A group's texts are read by everyone in it: the line never answers there.
    taken_back = kind == "reaction" and not lenient.text(lenient.inside(message, kind), "emoji")
    return kind in _NOT_SAID or taken_back or bool(lenient.text(message, "group_id"))


def _words(message: Node, kind: str) -> str:
    """Returns her words; a kind that holds none is heard as an empty text."""
    if kind == "text":
        return lenient.text(lenient.inside(message, "text"), "body")
    return lenient.text(lenient.inside(message, kind), "caption") if kind in _MEDIA else ""


def _tap(message: Node, kind: str) -> tuple[str, str]:
    """Returns a tapped choice: what we called it, and what stood on it."""
    tapped = lenient.inside(message, kind)
    if kind == "button":
        return lenient.text(tapped, "payload"), lenient.text(tapped, "text")
    if kind == "interactive":
        reply = lenient.inside(tapped, lenient.text(tapped, "type"))
        return lenient.text(reply, "id"), lenient.text(reply, "title")
    return "", ""


def _location(place: Node) -> str:
    latitude, longitude = lenient.text(place, "latitude"), lenient.text(place, "longitude")
    if not (latitude and longitude):
        return ""
    named = [lenient.text(place, name) for name in ("name", "address")]
    return ", ".join([latitude, longitude, *filter(None, named)])


def _address(written: str) -> Address | None:
    return Address("whatsapp", number(written)) if written.strip() else None
