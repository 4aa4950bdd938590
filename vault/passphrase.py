"""From a passphrase to a verifier and a key: one Argon2id output, split in two."""

import threading
from dataclasses import dataclass

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from kernel.ids import random_bytes, same
from vault.sealing import KEY_BYTES

# Floors are constants: a database writer cannot make guessing cheaper.
MEMORY_KIB = 64 * 1024
PASSES = 3
LANES = 4
_SALT_BYTES = 16
# Each derivation holds 64 MiB; a storm of sign-ins must wait instead of filling the memory.
_AT_ONCE = threading.BoundedSemaphore(3)


@dataclass(frozen=True)
class PassphraseRecord:
    """Holds what is stored of a passphrase: its salt and its verifier."""

    salt: bytes
    verifier: bytes


@dataclass(frozen=True)
class Enrolled:
    """Holds a new record and the key-encryption key that is never stored."""

    record: PassphraseRecord
    wrapping_key: bytes


def enrol(passphrase: str) -> Enrolled:
    """Derives the record and the wrapping key of a new passphrase."""
    salt = random_bytes(_SALT_BYTES)
    verifier, wrapping_key = _derive(passphrase, salt)
    return Enrolled(PassphraseRecord(salt, verifier), wrapping_key)


def recognise(record: PassphraseRecord | None, passphrase: str) -> bytes | None:
    """Returns the wrapping key if the passphrase is right; without a record it only takes time."""
    salt = record.salt if record else bytes(_SALT_BYTES)
    verifier, wrapping_key = _derive(passphrase, salt)
    if record is None or not same(verifier, record.verifier):
        return None
    return wrapping_key


def _derive(passphrase: str, salt: bytes) -> tuple[bytes, bytes]:
    with _AT_ONCE:
        output = Argon2id(
            salt=salt, length=2 * KEY_BYTES, iterations=PASSES, lanes=LANES, memory_cost=MEMORY_KIB
        ).derive(passphrase.encode())
    return output[:KEY_BYTES], output[KEY_BYTES:]
