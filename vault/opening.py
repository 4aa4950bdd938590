"""Opening what was sealed. A short, listed set of files may import this one."""

import json
from dataclasses import dataclass
from typing import Any

from cryptography.cobblestone import Cobblestone256Decryptor
from cryptography.hazmat.primitives.asymmetric import mlkem, x25519
from cryptography.hazmat.primitives.hpke import MLKEM768X25519PrivateKey

from vault.sealing import SUITE, Place, PublicKey, Sealed, unpack, wrap

_SEED_BYTES = 64
_LENGTH_BYTES = 4


class CannotOpen(Exception):
    """Is the one answer to a wrong key, place, holder, or a changed byte; it says no more."""


@dataclass(frozen=True)
class PrivateKey:
    """Holds a sealing key's private half: the ML-KEM seed, then the X25519 scalar."""

    id: str
    raw: bytes

    @property
    def kem(self) -> MLKEM768X25519PrivateKey:
        """Builds the hybrid key from its two parts."""
        return MLKEM768X25519PrivateKey(
            mlkem.MLKEM768PrivateKey.from_seed_bytes(self.raw[:_SEED_BYTES]),
            x25519.X25519PrivateKey.from_private_bytes(self.raw[_SEED_BYTES:]),
        )

    @property
    def public(self) -> PublicKey:
        """Returns the public half under the same id."""
        kem_public = mlkem.MLKEM768PrivateKey.from_seed_bytes(self.raw[:_SEED_BYTES]).public_key()
        x_public = x25519.X25519PrivateKey.from_private_bytes(self.raw[_SEED_BYTES:]).public_key()
        return PublicKey(self.id, kem_public.public_bytes_raw() + x_public.public_bytes_raw())


def new_private_key(key_id: str) -> PrivateKey:
    """Makes a sealing key pair."""
    seed = mlkem.MLKEM768PrivateKey.generate().private_bytes_raw()
    scalar = x25519.X25519PrivateKey.generate().private_bytes_raw()
    return PrivateKey(key_id, seed + scalar)


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
