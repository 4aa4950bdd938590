"""A body is handed on to another holder without being encrypted again."""

from __future__ import annotations

import pytest

from vault.keys import PrivateKey, new_private_key
from vault.opening import CannotOpen, open_sealed, rewrap
from vault.sealing import Place, seal

PLACE = Place("city", "marigold", "disclosure", "row-1", "body")
SAID = b"he broke my phone zanzibar"
MINE = new_private_key("intake:marigold:2026-11")
SEALED = seal(MINE.public, PLACE, SAID)


def test_handing_on_keeps_the_body_and_changes_the_holder() -> None:
    case = new_private_key("case:1")
    handed = rewrap(MINE, case.public, PLACE, SEALED)
    assert handed.body == SEALED.body
    assert handed.held_by == "case:1"
    assert open_sealed(case, PLACE, handed) == SAID
    with pytest.raises(CannotOpen):
        open_sealed(MINE, PLACE, handed)


def test_nobody_hands_on_what_she_cannot_open() -> None:
    thief = new_private_key(MINE.id)
    with pytest.raises(CannotOpen):
        rewrap(thief, thief.public, PLACE, SEALED)


def test_a_key_is_read_again_from_its_bytes() -> None:
    again = PrivateKey(MINE.id, MINE.raw)
    assert again.public == MINE.public
    assert open_sealed(again, PLACE, SEALED) == SAID
    assert len(MINE.raw) == 64 + 32
