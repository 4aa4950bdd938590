"""Keys and names derived from other keys; nothing here is fast to guess unless its input is."""

import hmac
from hashlib import sha256

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

# OWASP's floor for Argon2id with one lane; these are constants, never read from a database.
STRETCH_MEMORY_KIB = 19 * 1024
STRETCH_PASSES = 2
_BYTES = 32


def keyed(pepper: bytes, *parts: bytes) -> bytes:
    """Returns a 32-byte keyed name of some parts, each counted so that none runs into the next."""
    mac = hmac.new(pepper, digestmod=sha256)
    for part in parts:
        mac.update(len(part).to_bytes(4, "big") + part)
    return mac.digest()


def derive(secret: bytes, purpose: str, *, pepper: bytes = b"") -> bytes:
    """Derives a 32-byte key for one purpose (HKDF-SHA256)."""
    return HKDF(hashes.SHA256(), _BYTES, pepper or None, purpose.encode()).derive(secret)


def stretch_secret(secret: bytes, salt: bytes) -> bytes:
    """Makes a guessable secret slow to guess; about 16 ms."""
    return Argon2id(
        salt=salt, length=_BYTES, iterations=STRETCH_PASSES, lanes=1, memory_cost=STRETCH_MEMORY_KIB
    ).derive(secret)
