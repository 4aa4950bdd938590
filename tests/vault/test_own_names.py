"""A word belongs to its number, a receipt to its word."""

from __future__ import annotations

import pytest

from kernel.vocabulary import Address
from vault import pseudonym
from vault.keyring import WebKeyring, create_keyrings
from vault.opening import CannotOpen, unlock
from vault.sealing import Place, lock

WEB: WebKeyring = create_keyrings("city", practice=True).web
PHONE = Address("tel", "+15550101")
STRETCHED = pseudonym.stretch(PHONE)
WORD = pseudonym.word_stretch(STRETCHED, "bluelantern")

RECEIPT = pseudonym.receipt_stretch("482177301946")


def test_a_word_belongs_to_its_number() -> None:
    elsewhere = pseudonym.word_stretch(
        pseudonym.stretch(Address("tel", "+15550102")), "bluelantern"
    )
    assert elsewhere != WORD
    assert pseudonym.word_handle(WEB, elsewhere) != pseudonym.word_handle(WEB, WORD)
    assert pseudonym.word_stretch(STRETCHED, "bluelanterns") != WORD


def test_a_receipt_opens_with_its_word_only() -> None:
    place = Place("city", "marigold", "receipt", "1", "body")
    kept = lock(pseudonym.receipt_key(WEB, RECEIPT, "bluelantern"), place, b"thread")
    for digits, word in (("482177301946", "redlantern"), ("482177301953", "bluelantern")):
        key = pseudonym.receipt_key(WEB, pseudonym.receipt_stretch(digits), word)
        with pytest.raises(CannotOpen):
            unlock(key, place, kept)
