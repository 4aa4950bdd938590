from __future__ import annotations

import pytest

from staff.passphrases import LONGEST, Weakness, weakness


@pytest.mark.parametrize(
    "passphrase",
    [
        "quiet lamp under the stairs",
        "x7#Kd0!pQz9m",
        "lámpara bajo la escalera",
        "夜の静かな灯り階段の下に眠る",
    ],
)
def test_anything_long_enough_will_do(passphrase: str) -> None:
    assert weakness(passphrase, "ada@example.org", "Ada Vale") is None


@pytest.mark.parametrize(
    ("passphrase", "why"),
    [
        ("short words", Weakness.TOO_SHORT),
        ("x" * (LONGEST + 1), Weakness.TOO_LONG),
        ("PasswordPassword", Weakness.OFTEN_USED),
        ("abababababababab", Weakness.OFTEN_USED),
        ("adavale12345", Weakness.ABOUT_HER),
    ],
)
def test_what_is_easily_guessed_is_refused(passphrase: str, why: Weakness) -> None:
    assert weakness(passphrase, "adavale@example.org", "Ada Vale") == why
