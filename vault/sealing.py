"""Sealing: to a public key (HPKE, post-quantum hybrid) and under a data key (Cobblestone).

A body is encrypted once under a fresh data key; the data key is wrapped to whoever may read.
Both are bound to the place where they rest, the wrap to the holder's key as well, so that a row
that is swapped, moved or cut does not open. Lengths are hidden in buckets.
"""

import json
import struct
from dataclasses import dataclass
from functools import cached_property

from cryptography.cobblestone import Cobblestone256Encryptor
from cryptography.hazmat.primitives.asymmetric import mlkem, x25519
from cryptography.hazmat.primitives.hpke import (
    AEAD,
    KDF,
    KEM,
    MLKEM768X25519PublicKey,
    Suite,
)

SUITE = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
KEY_BYTES = 32
_VERSION = b"U1"
_BUCKETS = (256, 1024, 4096)
_MLKEM_PUBLIC_BYTES = 1184
_LENGTH = struct.Struct(">I")


@dataclass(frozen=True)
class Place:
    """Names where a sealed value rests; it opens nowhere else."""

    programme: str
    organization: str
    table: str
    row: str
    column: str

    def context(self, *more: str) -> bytes:
        """Returns the canonical bytes that bind a ciphertext to this place."""
        names = (self.programme, self.organization, self.table, self.row, self.column, *more)
        parts = [name.encode() for name in names]
        return _VERSION + b"".join(_LENGTH.pack(len(part)) + part for part in parts)


@dataclass(frozen=True)
class PublicKey:
    """Holds a sealing key's public half; `id` names whose it is and of which epoch."""

    id: str
    raw: bytes

    @cached_property
    def kem(self) -> MLKEM768X25519PublicKey:
        """Builds the hybrid key from its two parts."""
        return MLKEM768X25519PublicKey(
            mlkem.MLKEM768PublicKey.from_public_bytes(self.raw[:_MLKEM_PUBLIC_BYTES]),
            x25519.X25519PublicKey.from_public_bytes(self.raw[_MLKEM_PUBLIC_BYTES:]),
        )


@dataclass(frozen=True)
class Sealed:
    """Holds a body, the wrap of its data key, and the id of the key that opens the wrap."""

    wrap: bytes
    body: bytes
    held_by: str


def seal(to: PublicKey, place: Place, plaintext: bytes) -> Sealed:
    """Seals bytes so that only the holder of `to` can open them, at this place."""
    data_key = Cobblestone256Encryptor.generate_key()
    return Sealed(wrap(to, place, data_key), lock(data_key, place, plaintext), to.id)


def seal_json(to: PublicKey, place: Place, value: object) -> Sealed:
    """Seals a value of plain JSON."""
    return seal(to, place, json.dumps(value, ensure_ascii=False).encode())


def wrap(to: PublicKey, place: Place, data_key: bytes) -> bytes:
    """Wraps a data key to a public key, bound to the place and to the key's epoch."""
    return SUITE.encrypt(data_key, to.kem, place.context("wrap", to.id))


def lock(key: bytes, place: Place, plaintext: bytes) -> bytes:
    """Encrypts bytes under a symmetric key, padded to a bucket and bound to the place."""
    encryptor = Cobblestone256Encryptor(key, place.context())
    return encryptor.update(_pad(plaintext)) + encryptor.finalize()


def lock_json(key: bytes, place: Place, value: object) -> bytes:
    """Encrypts a value of plain JSON under a symmetric key."""
    return lock(key, place, json.dumps(value, ensure_ascii=False).encode())


def pack(sealed: Sealed) -> bytes:
    """Lays a sealed value out in one column."""
    holder = sealed.held_by.encode()
    head = _LENGTH.pack(len(holder)) + holder + _LENGTH.pack(len(sealed.wrap))
    return head + sealed.wrap + sealed.body


def unpack(blob: bytes) -> Sealed:
    """Takes a packed value apart again; a cut one fails when it is opened."""
    holder_end = 4 + int.from_bytes(blob[:4], "big")
    wrap_start = holder_end + 4
    wrap_end = wrap_start + int.from_bytes(blob[holder_end:wrap_start], "big")
    holder = blob[4:holder_end].decode(errors="replace")
    return Sealed(blob[wrap_start:wrap_end], blob[wrap_end:], holder)


def _pad(plaintext: bytes) -> bytes:
    length = len(plaintext) + _LENGTH.size
    bucket = next((size for size in _BUCKETS if length <= size), -(-length // 4096) * 4096)
    return _LENGTH.pack(len(plaintext)) + plaintext + bytes(bucket - length)
