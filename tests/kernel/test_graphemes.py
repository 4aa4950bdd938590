from __future__ import annotations

import pytest

from kernel.graphemes import clusters


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("abc", ["a", "b", "c"]),
        ("e\u0301a", ["e\u0301", "a"]),
        ("👩🏽‍🚒!", ["👩🏽‍🚒", "!"]),
        ("❤️‍🔥x", ["❤️‍🔥", "x"]),
        ("🇰🇪🇿🇦", ["🇰🇪", "🇿🇦"]),
        ("1️⃣2", ["1️⃣", "2"]),
        ("क्षिप", ["क्षि", "प"]),
        ("مَرْ", ["مَ", "رْ"]),
        ("a\r\nb\n\u0301", ["a", "\r\n", "b", "\n", "\u0301"]),
        ("🏴\U000e0067\U000e007fz", ["🏴\U000e0067\U000e007f", "z"]),
    ],
)
def test_what_is_seen_as_one_letter_stays_one(text: str, expected: list[str]) -> None:
    assert list(clusters(text)) == expected
    assert "".join(clusters(text)) == text
