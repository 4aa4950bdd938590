from __future__ import annotations

import pytest

from outbox.parts import cut


@pytest.mark.parametrize(
    "text",
    [
        "word " * 700,
        "x" * 5000,
        "A sentence. " * 300,
        "न्द्रि" * 700,
        "👩🏽‍🤝‍👨🏻" * 400,
        "e\u0301" * 1700,
        "line\n" * 500,
    ],
)
def test_nothing_is_lost_and_no_letter_is_torn(text: str) -> None:
    parts = cut(text, "twilio")
    assert "".join(parts) == text
    assert all(len(part) <= 1600 for part in parts)
    assert not any(part.startswith(("\u0301", "\u200d", "\u093f", "\u094d")) for part in parts)


def test_a_text_that_fits_stays_one() -> None:
    assert cut("x" * 1600, "twilio") == ("x" * 1600,)
    assert cut("x" * 4096, "meta") == ("x" * 4096,)
    assert len(cut("x" * 4097, "meta")) == 2


def test_parts_end_where_a_reader_would_pause() -> None:
    assert all(part.endswith("end. ") for part in cut("This is the end. " * 150, "twilio"))
