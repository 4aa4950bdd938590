"""What only she can bring back: her sealed state, and what her own word or receipt opens.

This file opens what was sealed, with keys that exist only while she writes.
"""

import json
import re
from base64 import b64decode, b64encode
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from bots import store
from bots.folding import fold
from bots.state import State, Thread
from kernel.ids import new_id, new_receipt, receipt_is_sound
from pathway.desk import Desk
from vault.opening import CannotOpen, unlock
from vault.pseudonym import (
    receipt_handle,
    receipt_key,
    receipt_stretch,
    state_key,
    word_handle,
    word_key,
)
from vault.sealing import Place, lock

_RECEIPT = re.compile(r"(?<![0-9])(?:[0-9][ .-]?){11}[0-9](?![0-9])")

_STATE_BYTES = 3072


@dataclass(frozen=True)
class Writer:
    """Holds who is writing, as far as keys go: her token, her stretch, her word if she sent one."""

    token: str
    stretched: bytes
    word: bytes | None = None
    known_since: date | None = None


@dataclass(frozen=True)
class Recalled:
    """Holds what a word of hers opened: its kind, the day it was set, and what it saved."""

    word_id: UUID
    kind: str
    day: date
    threads: tuple[Thread, ...]


def recall_state(desk: Desk, writer: Writer) -> State:
    """Returns where this contact stands; a stranger, or one whose state expired, stands nowhere."""
    body = store.position(desk.session, writer.token, desk.now)
    if body is None:
        return State(language=desk.programme.default_language)
    try:
        opened = unlock(_state_key(desk, writer), _place(desk, "position", writer.token), body)
    except CannotOpen:
        return State(language=desk.programme.default_language)
    return State.from_json(opened)


def keep_state(desk: Desk, writer: Writer, state: State) -> None:
    """Seals where this contact stands now, until it expires."""
    place = _place(desk, "position", writer.token)
    # One size for all: how much is remembered must not tell an open danger path from a greeting.
    written = state.to_json().encode().ljust(_STATE_BYTES)
    body = lock(_state_key(desk, writer), place, written)
    expires_at = desk.now + timedelta(hours=desk.programme.state_hours)
    store.keep_position(desk.session, writer.token, body, expires_at)


def recall_word(desk: Desk, writer: Writer) -> Recalled | None:
    """Returns what the word she sent opens, for the number that set it and no other.

    A number that was silent for long may be somebody else's by now: nothing set before counts.
    """
    if writer.word is None:
        return None
    found = store.own_word(desk.session, writer.token, word_handle(desk.keyring, writer.word))
    if found is None or (writer.known_since is not None and found.day < writer.known_since):
        return None
    key = word_key(desk.keyring, writer.word)
    opened = unlock(key, _place(desk, "own_word", str(found.id)), found.body)
    return Recalled(found.id, found.kind, found.day, _threads(opened))


def keep_word(desk: Desk, writer: Writer, thread: Thread) -> None:
    """Saves a thread under the word she sent, before any that the same word saved earlier."""
    earlier = recall_word(desk, writer)
    threads = (thread, *(earlier.threads if earlier else ()))
    _keep(desk, writer, "own", threads, earlier)


def forget_word(desk: Desk, writer: Writer, word_id: UUID | None) -> None:
    """Forgets a word of hers, and the cover word that went with it."""
    store.forget_words(desk.session, writer.token, "cover")
    if word_id is not None:
        store.forget_word(desk.session, word_id)


def keep_cover(desk: Desk, writer: Writer, thread: Thread) -> None:
    """Saves her cover word in place of an earlier one; it leads to her case, to no answer."""
    store.forget_words(desk.session, writer.token, "cover")
    _keep(desk, writer, "cover", (replace(thread, reply_key=b""),), None)


def _keep(
    desk: Desk,
    writer: Writer,
    kind: str,
    threads: tuple[Thread, ...],
    earlier: Recalled | None,
) -> None:
    if writer.word is None:
        raise ValueError("no word was sent")
    word_id = earlier.word_id if earlier else new_id()
    key = word_key(desk.keyring, writer.word)
    body = lock(key, _place(desk, "own_word", str(word_id)), _written(threads))
    handle = word_handle(desk.keyring, writer.word)
    day = earlier.day if earlier else desk.today
    store.keep_own_word(desk.session, store.OwnWord(word_id, kind, day, body), writer.token, handle)


def issue_receipt(desk: Desk, thread: Thread, folded_word: str) -> str:
    """Makes a receipt that opens this thread together with her word, on any phone."""
    digits = new_receipt()
    stretched = receipt_stretch(digits)
    receipt_id = new_id()
    key = receipt_key(desk.keyring, stretched, folded_word)
    body = lock(key, _place(desk, "receipt", str(receipt_id)), _written((thread,)))
    handle = receipt_handle(desk.keyring, stretched)
    store.add_receipt(desk.session, receipt_id, handle, desk.today, body)
    return digits


def recall_receipt(desk: Desk, digits: str, folded_word: str) -> tuple[Thread, ...]:
    """Returns what a receipt and a word open together; nothing when either is wrong."""
    stretched = receipt_stretch(digits)
    key = receipt_key(desk.keyring, stretched, folded_word)
    found = store.receipt(desk.session, receipt_handle(desk.keyring, stretched))
    if found is None:
        return ()
    receipt_id, body = found
    try:
        return _threads(unlock(key, _place(desk, "receipt", str(receipt_id)), body))
    except CannotOpen:
        return ()


def holds_receipt(text: str) -> bool:
    """Says whether a text holds what could be a receipt."""
    return _RECEIPT.search(text) is not None


def recall_receipt_in(desk: Desk, text: str) -> Recalled | None:
    """Returns what a text of receipt and word opens; most texts hold no receipt at all."""
    found = _RECEIPT.search(text)
    if found is None:
        return None
    digits = "".join(one for one in found.group() if one.isdecimal())
    word = fold(text[: found.start()] + " " + text[found.end() :])
    if not receipt_is_sound(digits) or not word:
        return None
    threads = recall_receipt(desk, digits, word)
    return Recalled(new_id(), "receipt", desk.today, threads) if threads else None


def _state_key(desk: Desk, writer: Writer) -> bytes:
    return state_key(desk.keyring, writer.stretched)


def _place(desk: Desk, table: str, row: str) -> Place:
    return Place(desk.keyring.programme, desk.programme.intake_organization_id, table, row, "body")


def _written(threads: tuple[Thread, ...]) -> bytes:
    return json.dumps(
        [
            {
                "report": str(thread.report_id),
                "case": str(thread.case_id) if thread.case_id else "",
                "key": b64encode(thread.reply_key).decode(),
                "language": thread.language,
            }
            for thread in threads
        ]
    ).encode()


def _threads(written: bytes) -> tuple[Thread, ...]:
    return tuple(
        Thread(
            UUID(one["report"]),
            UUID(one["case"]) if one["case"] else None,
            b64decode(one["key"]),
            one["language"],
        )
        for one in json.loads(written)
    )


def as_fresh(thread: Thread) -> Thread:
    """Returns the thread marked as saved in this visit, so that nothing is shown for it yet."""
    return replace(thread, fresh=True)
