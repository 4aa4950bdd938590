from __future__ import annotations

import pytest

from vault import passphrase
from vault.passphrase import PassphraseRecord, enrol, recognise
from vault.pins import enrol_pin, pin_is_right

RIGHT = "quiet lamp under the stairs"


@pytest.fixture(scope="module")
def enrolled() -> passphrase.Enrolled:
    return enrol(RIGHT)


def test_the_right_one_gives_the_key_again(enrolled: passphrase.Enrolled) -> None:
    assert recognise(enrolled.record, RIGHT) == enrolled.wrapping_key


@pytest.mark.parametrize("wrong", ["", RIGHT + " ", RIGHT.upper(), "quiet lamp"])
def test_a_wrong_one_gives_nothing(enrolled: passphrase.Enrolled, wrong: str) -> None:
    assert recognise(enrolled.record, wrong) is None


def test_nobody_s_passphrase_is_never_right() -> None:
    assert recognise(None, RIGHT) is None


def test_what_is_stored_is_not_the_key(enrolled: passphrase.Enrolled) -> None:
    assert enrolled.wrapping_key not in (enrolled.record.salt, enrolled.record.verifier)
    again = enrol(RIGHT)
    assert again.record.salt != enrolled.record.salt
    assert again.record.verifier != enrolled.record.verifier
    assert again.wrapping_key != enrolled.wrapping_key


def test_another_s_verifier_does_not_let_in(enrolled: passphrase.Enrolled) -> None:
    other = enrol("another passphrase")
    swapped = PassphraseRecord(enrolled.record.salt, other.record.verifier)
    assert recognise(swapped, RIGHT) is None


def test_the_cost_is_a_constant_at_or_above_its_floor() -> None:
    assert passphrase.MEMORY_KIB >= 64 * 1024
    assert passphrase.PASSES >= 3
    assert set(PassphraseRecord.__dataclass_fields__) == {"salt", "verifier"}


def test_a_pin_is_right_or_not() -> None:
    record = enrol_pin("482913")
    assert pin_is_right(" 482913 ", record.salt, record.verifier)
    assert not pin_is_right("482914", record.salt, record.verifier)
    assert not pin_is_right("", record.salt, record.verifier)
    assert enrol_pin("482913").verifier != record.verifier
