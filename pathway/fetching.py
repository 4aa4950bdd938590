"""Fetches media, in the jobs process: opened, checked, cleaned, sealed to her words' key, deleted.

Nothing is open longer than one piece, and nothing of it is ever written but sealed.
"""

import json
import subprocess
import sys
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from kernel.log import logger
from pathway.desk import House
from pathway.getting import Later, Never
from pathway.kinds import kind_of
from pathway.sources import Sources
from reporting.media import store
from reporting.media.model import Held, MediaState, Wait
from vault.keyring import JobsKeyring
from vault.opening import CannotOpen, open_packed
from vault.sealing import Place, PublicKey, seal
from vault.signing import verify

_AT_ONCE: Final = 20
_HEAD_BYTES: Final = 256
_CLEANER: Final = Path(__file__).with_name("cleaning.py")
_CLEANING_SECONDS: Final = 30
_PAUSES: Final = tuple(timedelta(minutes=each) for each in (1, 2, 5, 15, 60, 240, 720, 1440))
_NEVER: Final = {
    "too_big": MediaState.TOO_BIG, "refused": MediaState.REFUSED, "gone": MediaState.GONE,
}  # fmt: skip


@dataclass(frozen=True)
class _Where:
    provider: str
    address: str
    organization: str
    to: PublicKey


def fetch_due(house: House, now: datetime) -> None:
    """Fetches what is due; one that fails waits longer each time, at most two days."""
    with house.database.reading() as session:
        due = store.due(session, now, _AT_ONCE)
        organization = house.programme(session).intake_organization_id if due else ""
    sources = Sources(house.settings)
    for wait in due:
        try:
            where = _opened(house.jobs_keyring, organization, wait)
        except CannotOpen:
            _end(house, wait, MediaState.BROKEN)
            continue
        _fetch(house, sources, wait, where)


def _fetch(house: House, sources: Sources, wait: Wait, where: _Where) -> None:
    found = sources.fetch(where.provider, where.address)
    match found:
        case Later(why=why):
            _try_later(house, wait, why)
            return
        case Never(why=why):
            state: MediaState | Held = _NEVER[why]
        case _:
            state = _sealed(house.jobs_keyring, wait.id, where, found.content)
    _end(house, wait, state)
    # Only what is durably here leaves the provider; the rest goes with its message, later.
    if isinstance(state, Held):
        sources.delete(where.provider, where.address)


def _sealed(
    keyring: JobsKeyring, media_id: UUID, where: _Where, content: bytes
) -> Held | MediaState:
    kind = kind_of(content)
    if kind is None:
        return MediaState.WRONG_KIND
    cleaned = cleaned_copy(kind, content)
    if cleaned is None:
        return MediaState.BROKEN
    copy, wholly = cleaned
    head = json.dumps({"type": kind, "tagged": not wholly}).encode().ljust(_HEAD_BYTES)
    place = Place(keyring.programme, where.organization, "media", str(media_id), "body")
    sealed = seal(where.to, place, head + copy)
    return Held(sealed.wrap, sealed.body, sealed.held_by)


def cleaned_copy(kind: str, content: bytes) -> tuple[bytes, bool] | None:
    """Cleans a file in a process of its own, without keys or settings; None if it is broken."""
    try:
        done = subprocess.run(  # noqa: S603 - this project's own file, and a kind from our own list
            [sys.executable, "-I", str(_CLEANER), kind],
            input=content, capture_output=True, timeout=_CLEANING_SECONDS, check=True, env={},
        )  # fmt: skip
    except (subprocess.SubprocessError, OSError):
        return None
    verdict, _, copy = done.stdout.partition(b"\n")
    return None if verdict == b"broken" else (copy, verdict == b"clean")


def _opened(keyring: JobsKeyring, organization: str, wait: Wait) -> _Where:
    place = Place(keyring.programme, organization, "media_wait", str(wait.id), "body")
    value = json.loads(open_packed(keyring.sender_private, place, wait.body))
    said, signature = str(value["said"]), b64decode(value["signature"])
    if not verify(keyring.envelope_verifier, place.context() + said.encode(), signature):
        raise CannotOpen
    told: Mapping[str, Any] = json.loads(said)
    name, raw = told["to"]
    to = PublicKey(name, b64decode(raw))
    return _Where(told["provider"], told["address"], told["organization"], to)


def _try_later(house: House, wait: Wait, why: str) -> None:
    logger().info("media_later", error=why, attempt=wait.tries + 1)
    if wait.tries >= len(_PAUSES):
        _end(house, wait, MediaState.FAILED)
        return
    next_at = house.clock.now() + _PAUSES[wait.tries]
    with house.database.unit_of_work() as session:
        store.try_later(session, wait.id, wait.tries + 1, next_at)


def _end(house: House, wait: Wait, how: Held | MediaState) -> None:
    with house.database.unit_of_work() as session:
        if isinstance(how, Held):
            store.keep(session, wait.id, how)
        else:
            store.give_up(session, wait.id, how)
