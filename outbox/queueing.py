"""Puts messages in the queue, and takes them out again before they leave; never commits."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, insert, null, or_, update
from sqlalchemy.orm import Session

from kernel.ids import new_id
from kernel.later import at_once, later
from kernel.rows import rows_changed, table_of
from kernel.vocabulary import Address
from outbox.model import ANSWER, PRIORITIES, Kind, SealedAddress, Sender, State
from outbox.parts import cut
from outbox.rates import lane_of
from outbox.rows import MessageRow
from vault.sealing import Place, pack, seal_json

_MESSAGE = table_of(MessageRow)
_QUEUE = insert(_MESSAGE)
_WITHDRAW = (
    update(_MESSAGE)
    .where(
        or_(_MESSAGE.c.id == bindparam("of"), _MESSAGE.c.whole == bindparam("of")),
        _MESSAGE.c.state == bindparam("was"),
    )
    .values(state=bindparam("now"), body=null())
)


def message_place(programme: str, message_id: UUID) -> Place:
    """Names where the body of a message rests."""
    return Place(programme, "", "message", str(message_id), "body")


def enqueue(  # noqa: PLR0913 - one call says all there is to know of a message
    session: Session,
    keyring: Sender,
    *,
    kind: Kind | str,
    address: Address | SealedAddress,
    text: str,
    contact_token: str,
    now: datetime,
    expires_at: datetime,
    priority: int | None = None,
    buttons: Sequence[tuple[str, str] | str] = (),
    via: str = "twilio",
    template: str = "",
) -> UUID:
    """Puts a message in the queue, sealed to the sender key, and returns its id.

    `via` is the provider her text came through. `template` is a language: outside WhatsApp's
    window the neutral template of it may go out instead, for what staff agreed with her. A text
    too long for one message becomes parts that leave in order; the id is the first one's.
    """
    lane = "" if isinstance(address, SealedAddress) else lane_of(via, address)
    row = {
        "kind": Kind(kind).value, "state": State.QUEUED.value, "queued_at": now, "attempts": 0,
        "priority": PRIORITIES.get(Kind(kind), ANSWER) if priority is None else priority,
        "expires_at": expires_at, "lane": lane,
    }  # fmt: skip
    to = address.written() if isinstance(address, SealedAddress) else str(address)
    body: dict[str, object] = {
        "to": to, "contact": contact_token, "via": via, "template": template,
    }  # fmt: skip
    pairs = [_pair(one) for one in buttons]
    # Where it will go is sealed: cut for the provider that takes least.
    parts = cut(text, via if lane else "")
    said = [{**body, "text": part, "buttons": []} for part in parts[:-1]]
    return _queue(session, keyring, row, [*said, {**body, "text": parts[-1], "buttons": pairs}])


def _queue(
    session: Session, keyring: Sender, row: Mapping[str, object], bodies: Sequence[object]
) -> UUID:
    ids = [new_id() for _ in bodies]
    whole = {"whole": ids[0]} if len(ids) > 1 else {}
    for at, (message_id, body) in enumerate(zip(ids, bodies, strict=True)):
        place = message_place(keyring.programme, message_id)
        sealed = pack(seal_json(keyring.sender_public, place, body))
        later(session, _QUEUE, {**row, **whole, "id": message_id, "part": at, "body": sealed})
    return ids[0]


def withdraw(session: Session, message_id: UUID) -> bool:
    """Drops a message that has not left yet, and says whether it was in time."""
    return rows_changed(at_once(session).execute(_WITHDRAW, _withdrawn(message_id))) > 0


def replace_unsent(session: Session, message_id: UUID) -> None:
    """Drops a message, if it has not left yet, because a newer text will be answered instead."""
    later(session, _WITHDRAW, _withdrawn(message_id))


def _withdrawn(message_id: UUID) -> dict[str, object]:
    return {"of": message_id, "was": State.QUEUED.value, "now": State.WITHDRAWN.value}


def _pair(button: tuple[str, str] | str) -> tuple[str, str]:
    # A bare title is its own payload.
    return (button, button) if isinstance(button, str) else button
