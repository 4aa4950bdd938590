"""PINs of responders without an account: short, so slow to check and few tries."""

from dataclasses import dataclass

from kernel.ids import random_bytes, same
from vault.derive import stretch_secret

_SALT_BYTES = 16


@dataclass(frozen=True)
class PinRecord:
    """Holds what is stored of a PIN."""

    salt: bytes
    verifier: bytes


def enrol_pin(pin: str) -> PinRecord:
    """Derives what is stored of a PIN."""
    salt = random_bytes(_SALT_BYTES)
    return PinRecord(salt, stretch_secret(pin.strip().encode(), salt))


def pin_is_right(pin: str, salt: bytes, verifier: bytes) -> bool:
    """Says whether a PIN is the enrolled one (16 ms)."""
    return same(stretch_secret(pin.strip().encode(), salt), verifier)
