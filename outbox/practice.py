"""The practice carrier and its threads: texts of invented people, sealed to the practice key.

Practice databases only. The thread's name is keyed with a fast key, which no real address
would bear; that is why the carrier refuses addresses that could belong to somebody.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

import phonenumbers
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from kernel.clock import Clock
from kernel.db import Database
from kernel.ids import new_id
from kernel.later import later
from kernel.rows import table_of
from kernel.segments import measure
from kernel.vocabulary import Address, Channel, Inbound
from outbox.carrier import Accepted, Outcome, Rejected
from outbox.choices import Choice, Look, look_of
from outbox.errors import What
from outbox.model import Outgoing
from outbox.rows import PracticeMessageRow
from vault.keyring import JobsKeyring, WebKeyring
from vault.keys import PrivateKey
from vault.opening import open_packed
from vault.pseudonym import thread_handle
from vault.sealing import Place, PublicKey, pack, seal_json

# What the practice city's line is called on a phone.
LINE_SMS: Final = "+15550190"
LINE_WHATSAPP: Final = "whatsapp:+15550190"

_FICTION = re.compile(r"\+1(?:\d{3})?55501\d\d")
_MOST_SHOWN = 300
_NOTE = insert(table_of(PracticeMessageRow))


@dataclass(frozen=True)
class PracticeKey:
    """Holds what is needed to keep a practice text: whose it is, and the key it is sealed to."""

    programme: str
    pepper: bytes
    public: PublicKey

    @classmethod
    def of(cls, keyring: WebKeyring | JobsKeyring) -> "PracticeKey | None":
        """Takes the practice key out of either keyring; None outside practice."""
        pepper, public = keyring.practice_pepper, _public_half(keyring)
        if pepper is None or public is None:
            return None
        return cls(keyring.programme, pepper, public)

    def thread(self, address: Address) -> bytes:
        """Names the thread of an address."""
        return thread_handle(self.pepper, address)


@dataclass(frozen=True)
class PracticeText:
    """Holds one text as the practice phone shows it."""

    sequence: int
    direction: str
    channel: Channel
    body: str
    buttons: tuple[str, ...]
    segments: int
    encoding: str
    at: datetime
    payloads: tuple[str, ...] = ()

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Returns its buttons as they are tapped: payload and title."""
        return tuple(zip(self.payloads, self.buttons, strict=True))


def is_invented(address: Address) -> bool:
    """Says whether an address can belong to nobody: fiction's numbers, or no number at all."""
    if not address.id.startswith("+"):
        return address.channel is Channel.WHATSAPP
    if _FICTION.fullmatch(address.id):
        return True
    try:
        return not phonenumbers.is_valid_number(phonenumbers.parse(address.id))
    except phonenumbers.NumberParseException:
        return True


def note(
    session: Session,
    key: PracticeKey,
    direction: str,
    address: Address,
    text: str,
    now: datetime,
    *,
    message_id: UUID | None = None,
    buttons: Sequence[Choice] = (),
) -> None:
    """Keeps one text of a thread; the same message id is kept once."""
    row_id = message_id or new_id()
    if message_id is not None and _is_kept(session, message_id):
        return
    value = {"text": text, "buttons": list(buttons)}
    sealed = seal_json(key.public, _place(key.programme, row_id), value)
    later(
        session,
        _NOTE,
        {
            "id": row_id, "thread": key.thread(address), "direction": direction,
            "channel": address.channel.value, "body": pack(sealed),
            "segments": _segments(address, text), "at": now,
        },
    )  # fmt: skip


def note_heard(session: Session, keyring: WebKeyring, inbound: Inbound, now: datetime) -> None:
    """Keeps what a person texted, in practice databases; elsewhere it does nothing."""
    key = PracticeKey.of(keyring)
    if key is not None:
        note(session, key, "in", inbound.sender, inbound.text, now)


def note_said(session: Session, keyring: WebKeyring, inbound: Inbound, text: str) -> None:
    """Keeps what a dialled screen showed, in practice databases; elsewhere it does nothing."""
    key = PracticeKey.of(keyring)
    if key is not None:
        note(session, key, "out", inbound.sender, text, inbound.at)


def thread(
    session: Session, keyring: WebKeyring, address: Address, after: int = 0
) -> tuple[PracticeText, ...]:
    """Returns the newest texts of an address in the order they came."""
    key, private = PracticeKey.of(keyring), keyring.practice_private
    if key is None or private is None:
        return ()
    rows = session.scalars(
        select(PracticeMessageRow)
        .where(
            PracticeMessageRow.thread == key.thread(address), PracticeMessageRow.sequence > after
        )
        .order_by(PracticeMessageRow.sequence.desc())
        .limit(_MOST_SHOWN)
    )
    return tuple(_shown(key.programme, private, row) for row in reversed(rows.all()))


class PracticeCarrier:
    """Delivers to the practice phone, at once, and to nobody real."""

    repeatable = True

    def __init__(self, database: Database, key: PracticeKey, clock: Clock) -> None:
        self._database = database
        self._key = key
        self._clock = clock

    def send(self, outgoing: Outgoing, seconds_left: float) -> Outcome:
        """Keeps the text in its thread, once however often it is asked."""
        del seconds_left
        if not is_invented(outgoing.address):
            return Rejected("real_address", What.STOP_USING)
        with self._database.unit_of_work() as session:
            note(
                session, self._key, "out", outgoing.address, outgoing.text, self._clock.now(),
                message_id=outgoing.id, buttons=_shown_choices(outgoing),
            )  # fmt: skip
        return Accepted(f"PR{outgoing.id.hex}")


def _shown_choices(outgoing: Outgoing) -> tuple[Choice, ...]:
    on_whatsapp = outgoing.address.channel is Channel.WHATSAPP
    fits = on_whatsapp and look_of(outgoing.text, outgoing.buttons) is not Look.TEXT
    return outgoing.buttons if fits else ()


def _public_half(keyring: WebKeyring | JobsKeyring) -> PublicKey | None:
    if isinstance(keyring, JobsKeyring):
        return keyring.practice_public
    return keyring.practice_private.public if keyring.practice_private else None


def _segments(address: Address, text: str) -> int:
    # Only SMS is cut into segments: on WhatsApp a text stays one.
    return measure(text).segments if address.channel is Channel.SMS else 1


def _is_kept(session: Session, message_id: UUID) -> bool:
    kept = select(PracticeMessageRow.sequence).where(PracticeMessageRow.id == message_id)
    return session.scalar(kept) is not None


def _shown(programme: str, private: PrivateKey, row: PracticeMessageRow) -> PracticeText:
    value = json.loads(open_packed(private, _place(programme, row.id), row.body))
    text = value["text"]
    # A text kept by an earlier version has titles only.
    pairs = [(one, one) if isinstance(one, str) else one for one in value["buttons"]]
    return PracticeText(
        row.sequence, row.direction, Channel(row.channel), text,
        tuple(title for _, title in pairs), row.segments, measure(text).encoding, row.at,
        tuple(payload for payload, _ in pairs),
    )  # fmt: skip


def _place(programme: str, row_id: UUID) -> Place:
    return Place(programme, "", "practice_message", str(row_id), "body")
