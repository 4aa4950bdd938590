"""The sealed spool: what was heard while the database was away waits here, whole and in order.

A file is written, synced, renamed, and its folder synced, before the provider is told that we
have the message. It opens with the spool key alone, and only under its own name.
"""

import json
import os
import threading
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from kernel import envelopes
from kernel.ids import new_token
from kernel.vocabulary import Address, Inbound
from vault.keyring import WebKeyring
from vault.opening import CannotOpen, unlock
from vault.sealing import Place, lock

_PART, _ASIDE = ".part", ".aside"
_FOLDER_MODE, _FILE_MODE = 0o700, 0o600
# One size for nearly all: how much was written must not show.
_LEAST_BYTES: Final = 3072


class Damaged(Exception):
    """Says that a file of the spool does not open: changed, moved, or of another key."""


class Spool:
    """Keeps messages in one folder, for every thread of this process and for other processes."""

    def __init__(self, folder: Path, programme: str, key: bytes) -> None:
        self.folder = folder
        self.turn = threading.RLock()
        self._programme = programme
        self._key = key
        self._senders: dict[str, Address] = {}
        self._last = 0

    def keep(self, inbound: Inbound, now: datetime) -> str:
        """Writes one message so that it outlasts a power cut; raises OSError if it cannot."""
        self._make_folder()
        name = self._next_name(now)
        body = json.dumps(envelopes.written(inbound), ensure_ascii=False).encode()
        sealed = lock(self._key, self._place(name), body.ljust(_LEAST_BYTES))
        part = self.folder / f"{name}{_PART}"
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _FILE_MODE)
        with os.fdopen(descriptor, "wb") as file:
            file.write(sealed)
            file.flush()
            os.fsync(file.fileno())
        part.rename(self.folder / name)
        _sync(self.folder)
        self._senders[name] = inbound.sender
        return name

    def names(self) -> tuple[str, ...]:
        """Returns what waits, the longest waiting first."""
        return tuple(sorted(name for name in self._listing() if "." not in name))

    def aside(self) -> int:
        """Counts what could not be heard and was put aside for people to look at."""
        return sum(name.endswith(_ASIDE) for name in self._listing())

    def of(self, sender: Address) -> tuple[str, ...]:
        """Returns what waits of one sender, in order; each file is opened once for this."""
        waiting = self.names()
        for gone in self._senders.keys() - set(waiting):
            self._senders.pop(gone, None)
        return tuple(name for name in waiting if self._sender(name) == sender)

    def read(self, name: str) -> Inbound | None:
        """Opens one message; None when another process has taken it meanwhile."""
        try:
            sealed = (self.folder / name).read_bytes()
        except FileNotFoundError:
            return None
        try:
            return envelopes.read(json.loads(unlock(self._key, self._place(name), sealed)))
        except (CannotOpen, ValueError, KeyError, TypeError) as error:
            raise Damaged from error

    def drop(self, name: str) -> None:
        """Removes a message that is in the database now; if it comes back, it is known there."""
        (self.folder / name).unlink(missing_ok=True)
        self._senders.pop(name, None)

    def put_aside(self, name: str) -> None:
        """Takes a message out of the line without losing it."""
        with suppress(FileNotFoundError):
            (self.folder / name).rename(self.folder / f"{name}{_ASIDE}")
        self._senders.pop(name, None)
        _sync(self.folder)

    def _sender(self, name: str) -> Address | None:
        if name not in self._senders:
            try:
                found = self.read(name)
            except Damaged:
                return None
            if found is None:
                return None
            self._senders[name] = found.sender
        return self._senders[name]

    def _listing(self) -> list[str]:
        try:
            return os.listdir(self.folder)  # noqa: PTH208 - names are all that is wanted
        except FileNotFoundError:
            return []

    def _make_folder(self) -> None:
        if not self.folder.is_dir():
            self.folder.mkdir(mode=_FOLDER_MODE, parents=True, exist_ok=True)
            _sync(self.folder.parent)

    def _next_name(self, now: datetime) -> str:
        # Ever upwards, also when the clock is set back: the names are the order.
        with self.turn:
            if not self._last:
                self._last = max((int(name[:20]) for name in self.names()), default=0)
            self._last = max(self._last + 1, int(now.timestamp() * 1_000_000))
            return f"{self._last:020d}-{new_token()}"

    def _place(self, name: str) -> Place:
        return Place(self._programme, "", "spool", name, "body")


_spools: dict[Path, Spool] = {}


def spool_of(var_dir: Path, keyring: WebKeyring) -> Spool:
    """Returns the one spool of this process for a folder of keys and data."""
    folder = (var_dir / "spool").absolute()
    return _spools.setdefault(folder, Spool(folder, keyring.programme, keyring.spool_key))


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
