"""What a passphrase must be: long and not guessable from the person; nothing about its letters."""

from enum import StrEnum

SHORTEST = 12
LONGEST = 512
_FEWEST_DIFFERENT = 6
# The long ones among the most used everywhere; a full list belongs to a breach check.
_OFTEN_USED = frozenset(
    {
        "123456789012", "1234567890123", "111111111111", "000000000000", "aaaaaaaaaaaa",
        "passwordpassword", "password1234", "password12345", "password123456", "qwertyuiop123",
        "qwertyuiopasdf", "qwerty123456", "abcdefghijkl", "abcd12345678", "iloveyou1234",
        "letmein12345", "welcome12345", "administrator", "changeme1234", "undertone1234",
        "correcthorsebatterystaple", "contraseña123", "contrasena123",
    }
)  # fmt: skip


class Weakness(StrEnum):
    """Names what is wrong with a passphrase."""

    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    OFTEN_USED = "often_used"
    ABOUT_HER = "about_her"


def weakness(passphrase: str, *about: str) -> Weakness | None:
    """Returns what is wrong with a passphrase, given what is known about its owner."""
    folded = "".join(passphrase.casefold().split())
    if len(passphrase) < SHORTEST:
        return Weakness.TOO_SHORT
    if len(passphrase) > LONGEST:
        return Weakness.TOO_LONG
    if folded in _OFTEN_USED or len(set(folded)) < _FEWEST_DIFFERENT:
        return Weakness.OFTEN_USED
    if any(_is_little_more_than(folded, known) for known in about):
        return Weakness.ABOUT_HER
    return None


def _is_little_more_than(folded: str, known: str) -> bool:
    name = "".join(known.casefold().split()).partition("@")[0]
    return bool(name) and name in folded and len(folded) - len(name) < _FEWEST_DIFFERENT
