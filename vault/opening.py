"""Opening what was sealed. A short, listed set of files may import this one."""

import json
from typing import Any

from cryptography.cobblestone import Cobblestone256Decryptor

from vault.keys import PrivateKey
from vault.sealing import SUITE, Place, PublicKey, Sealed, unpack, wrap

_LENGTH_BYTES = 4


class CannotOpen(Exception):
    """Is the one answer to a wrong key, place, holder, or a changed byte; it says no more."""


def open_sealed(private: PrivateKey, place: Place, sealed: Sealed) -> bytes:
    """Opens a sealed value with the key it was sealed to."""
    return unlock(unwrap(private, place, sealed), place, sealed.body)


def open_json(private: PrivateKey, place: Place, sealed: Sealed) -> Any:  # noqa: ANN401 - plain JSON
    """Opens a sealed JSON value."""
    return json.loads(open_sealed(private, place, sealed))


def open_packed(private: PrivateKey, place: Place, blob: bytes) -> bytes:
    """Opens a value that is kept in one column."""
    return open_sealed(private, place, unpack(blob))


def unwrap(private: PrivateKey, place: Place, sealed: Sealed) -> bytes:
    """Returns the data key of a sealed value."""
    if sealed.held_by != private.id:
        raise CannotOpen
    try:
        return SUITE.decrypt(sealed.wrap, private.kem, place.context("wrap", private.id))
    except Exception:  # noqa: BLE001 - every failure must look the same
        raise CannotOpen from None


def rewrap(private: PrivateKey, to: PublicKey, place: Place, sealed: Sealed) -> Sealed:
    """Hands a body to another holder without encrypting it again."""
    return Sealed(wrap(to, place, unwrap(private, place, sealed)), sealed.body, to.id)


def unlock(key: bytes, place: Place, blob: bytes) -> bytes:
    """Opens bytes locked under a symmetric key; nothing is returned before the end verifies."""
    try:
        decryptor = Cobblestone256Decryptor(key, place.context())
        padded = decryptor.update(blob) + decryptor.finalize()
    except Exception:  # noqa: BLE001 - every failure must look the same
        raise CannotOpen from None
    length = int.from_bytes(padded[:_LENGTH_BYTES], "big")
    return padded[_LENGTH_BYTES : _LENGTH_BYTES + length]


def unlock_json(key: bytes, place: Place, blob: bytes) -> Any:  # noqa: ANN401 - plain JSON
    """Opens a JSON value locked under a symmetric key."""
    return json.loads(unlock(key, place, blob))
