"""Guessing a number costs the whole stretch, once for each address."""

from __future__ import annotations

import pytest

from kernel.vocabulary import Address
from vault import derive, pseudonym
from vault.keyring import WebKeyring, create_keyrings

WEB: WebKeyring = create_keyrings("city", practice=True).web
PHONE = Address("tel", "+15550101")
STRETCHED = pseudonym.stretch(PHONE)

RECEIPT = pseudonym.receipt_stretch("482177301946")


def test_guessing_costs_the_whole_stretch() -> None:
    assert derive.STRETCH_MEMORY_KIB >= 19 * 1024
    assert derive.STRETCH_PASSES >= 2


def test_only_the_stretch_stands_between_a_number_and_its_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[bytes] = []

    def weak(secret: bytes, salt: bytes) -> bytes:
        asked.append(secret)
        return secret + salt

    monkeypatch.setattr(pseudonym, "stretch_secret", weak)
    fresh = Address("tel", "+15550199")
    pseudonym.stretch(fresh)
    pseudonym.stretch(fresh)
    pseudonym.word_stretch(STRETCHED, "bluelantern")
    pseudonym.receipt_key(WEB, RECEIPT, "bluelantern")
    pseudonym._cache.pop(str(fresh))
    assert asked == [b"+15550199", b"bluelantern", b"bluelantern"]


def test_parts_of_a_keyed_name_do_not_run_together() -> None:
    assert derive.keyed(b"p", b"ab", b"c") != derive.keyed(b"p", b"a", b"bc")
    assert derive.keyed(b"p", b"ab") != derive.keyed(b"p", b"ab", b"")
    assert derive.derive(b"s", "one") != derive.derive(b"s", "two")


def test_the_cache_of_stretches_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pseudonym, "stretch_secret", lambda secret, salt: secret + salt)
    monkeypatch.setattr(pseudonym, "_CACHE_SIZE", 3)
    monkeypatch.setattr(pseudonym, "_cache", type(pseudonym._cache)())
    for number in range(9):
        pseudonym.stretch(Address("tel", f"+1555011{number}"))
    assert list(pseudonym._cache) == ["+15550116", "+15550117", "+15550118"]
