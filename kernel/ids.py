"""The only caller of random: row ids, codes, tokens and receipts."""

import secrets
from collections.abc import Sequence
from typing import TypeVar
from uuid import UUID, uuid4

Item = TypeVar("Item")

# Crockford's base 32 without the letters that are read as digits or as each other.
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_TOKEN_BYTES = 17
RECEIPT_DIGITS = 12


def new_id() -> UUID:
    """Returns a random row id; version 4, because version 7 tells the time."""
    return uuid4()


def new_code(length: int = 8) -> str:
    """Returns a code that can be read aloud without confusion."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(length))


def new_token() -> str:
    """Returns a link token of at least 128 random bits."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


def random_bytes(length: int) -> bytes:
    """Returns that many bytes fit for a key."""
    return secrets.token_bytes(length)


def same(left: bytes, right: bytes) -> bool:
    """Compares two secrets in constant time."""
    return secrets.compare_digest(left, right)


def new_receipt() -> str:
    """Returns twelve digits, the last a Luhn check digit."""
    body = "".join(secrets.choice("0123456789") for _ in range(RECEIPT_DIGITS - 1))
    return body + str(_check_digit(body))


def receipt_is_sound(digits: str) -> bool:
    """Says whether twelve digits end in their own check digit."""
    if len(digits) != RECEIPT_DIGITS or not (digits.isascii() and digits.isdecimal()):
        return False
    return str(_check_digit(digits[:-1])) == digits[-1]


def shuffled(items: Sequence[Item]) -> list[Item]:
    """Returns the items in an order nobody can foretell."""
    rest = list(items)
    secrets.SystemRandom().shuffle(rest)
    return rest


def _check_digit(body: str) -> int:
    total = 0
    for place, digit in enumerate(reversed(body)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value  # noqa: PLR2004 - Luhn's rule
    return -total % 10
