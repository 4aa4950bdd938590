"""Secrets of a practice city's made-up providers, all derived from the one it was founded with."""

from vault.derive import keyed

_LENGTH = 32


def practice_secret(auth_token: str, name: str) -> str:
    """Returns the practice city's secret of a name; the same each time, so that none is stored."""
    return keyed(auth_token.encode(), b"practice secret", name.encode()).hex()[:_LENGTH]
