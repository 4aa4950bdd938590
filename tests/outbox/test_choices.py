from __future__ import annotations

import pytest

from outbox.choices import Look, look_of

TWO = (("7:1", "Yes"), ("7:2", "No"))
FIVE = tuple((f"7:{at}", f"Choice {at}") for at in range(1, 6))


@pytest.mark.parametrize(
    ("text", "choices", "look"),
    [
        ("x" * 1024, TWO, Look.BUTTONS),
        ("x" * 1025, TWO, Look.TEXT),
        ("x", FIVE, Look.LIST),
        ("x", (), Look.TEXT),
        ("x", (("1", "Same"), ("2", "Same")), Look.TEXT),
        ("x", (("1", "One"), ("1", "Two")), Look.TEXT),
        ("x", (("1", ""),), Look.TEXT),
        ("x", (("1" * 201, "One"),), Look.TEXT),
        ("x", tuple((str(at), str(at)) for at in range(11)), Look.TEXT),
    ],
)
def test_the_look_is_what_the_providers_take(
    text: str, choices: tuple[tuple[str, str], ...], look: Look
) -> None:
    assert look_of(text, choices) is look
