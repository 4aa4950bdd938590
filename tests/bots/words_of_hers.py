"""Somebody who has a word of her own, and what it saved."""

from __future__ import annotations

from bots.memory import Writer
from bots.state import Thread
from kernel.ids import new_id
from kernel.vocabulary import Address
from tests.practice import Practice
from vault.pseudonym import contact_token, stretch, word_stretch

HERS, OTHERS = Address("tel", "+15550153"), Address("tel", "+15550154")


def writer(practice: Practice, address: Address = HERS, word: str = "") -> Writer:
    stretched = stretch(address)
    token = contact_token(practice.house.keyring, stretched)
    return Writer(token, stretched, word_stretch(stretched, word) if word else None)


def thread(key: bytes = b"key") -> Thread:
    return Thread(new_id(), new_id(), key, "en", fresh=True)
