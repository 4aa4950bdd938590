"""Keyed names: the same for the same person, nobody's without the pepper, slow to guess."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kernel.ids import random_bytes
from kernel.vocabulary import Address
from vault import pseudonym
from vault.keyring import WebKeyring, create_keyrings

WEB: WebKeyring = create_keyrings("city", practice=True).web
PHONE = Address("tel", "+15550101")
STRETCHED = pseudonym.stretch(PHONE)
WORD = pseudonym.word_stretch(STRETCHED, "bluelantern")


def test_a_contact_is_found_again_and_only_with_the_stretch() -> None:
    token = pseudonym.contact_token(WEB, STRETCHED)
    assert token == pseudonym.contact_token(WEB, pseudonym.stretch(Address.parse("+15550101")))
    assert token != pseudonym.contact_token(WEB, str(PHONE).encode())
    assert token != pseudonym.contact_token(WEB, b"")
    assert PHONE.id not in token


@pytest.mark.parametrize(
    "other", ["+15550102", "whatsapp:+15550101", "whatsapp:US.15550101", "+15550101 1"]
)
def test_every_address_has_names_of_its_own(other: str) -> None:
    stretched = pseudonym.stretch(Address.parse(other))
    assert stretched != STRETCHED
    assert pseudonym.contact_token(WEB, stretched) != pseudonym.contact_token(WEB, STRETCHED)
    assert pseudonym.state_key(WEB, stretched) != pseudonym.state_key(WEB, STRETCHED)


def test_each_name_has_its_own_pepper() -> None:
    before = names(WEB)
    assert len(set(before.values())) == len(before)
    by_pepper = {
        "token_pepper": {"token"},
        "state_pepper": {"state"},
        "rate_pepper": {"rate"},
        "word_pepper": {"word handle", "word key"},
        "reply_pepper": {"receipt handle", "receipt key"},
        "message_pepper": {"message"},
        "journal_pepper": {"subject"},
    }
    for pepper, moved in by_pepper.items():
        other: dict[str, Any] = {pepper: random_bytes(32)}
        now = names(replace(WEB, **other))
        assert {name for name in now if now[name] != before[name]} == moved


def names(keyring: WebKeyring) -> dict[str, bytes]:
    receipt = RECEIPT
    return {
        "token": bytes.fromhex(pseudonym.contact_token(keyring, STRETCHED)),
        "state": pseudonym.state_key(keyring, STRETCHED),
        "rate": bytes.fromhex(pseudonym.rate_token(keyring, STRETCHED)),
        "word handle": pseudonym.word_handle(keyring, WORD),
        "word key": pseudonym.word_key(keyring, WORD),
        "receipt handle": pseudonym.receipt_handle(keyring, receipt),
        "receipt key": pseudonym.receipt_key(keyring, receipt, "bluelantern"),
        "message": pseudonym.message_handle(keyring, "twilio", "SM1"),
        "subject": pseudonym.subject_handle(keyring, "case_file", "1"),
    }


RECEIPT = pseudonym.receipt_stretch("482177301946")


def test_links_are_looked_up_by_a_name_that_is_not_the_link() -> None:
    assert pseudonym.link_handle("abc") != pseudonym.link_handle("abd")
    assert b"abc" not in pseudonym.link_handle("abc")
