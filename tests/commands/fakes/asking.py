"""What the tests of the fake provider ask it with."""

from __future__ import annotations

LOGIN = ("AC1", "token")
PLAIN = [("To", "+15550100"), ("From", "+15550190"), ("Body", "Hi")]


def messages(address: str, rest: str = ".json") -> str:
    """Return an address of the messages of the made-up account."""
    return f"{address}/2010-04-01/Accounts/AC1/Messages{rest}"
