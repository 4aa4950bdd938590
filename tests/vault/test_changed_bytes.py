"""Every changed byte gets the same no, and nothing of the text."""

from __future__ import annotations

import pytest

from vault.keys import new_private_key
from vault.opening import CannotOpen, open_packed, open_sealed, unlock
from vault.sealing import Place, Sealed, lock, pack, seal

KEY = bytes(range(32))
PLACE = Place("city", "marigold", "disclosure", "row-1", "body")
SAID = b"he broke my phone zanzibar"
MINE = new_private_key("intake:marigold:2026-11")
SEALED = seal(MINE.public, PLACE, SAID)
LOCKED = lock(KEY, PLACE, SAID)


def changed(blob: bytes) -> list[bytes]:
    """Returns a blob with bits turned all along it, cut, lengthened, emptied."""
    flips = [
        blob[:at] + bytes([blob[at] ^ (1 << at % 8)]) + blob[at + 1 :]
        for at in {*range(0, len(blob), 17), len(blob) - 1}
    ]
    cuts = [blob[:-1], blob[1:], blob[: len(blob) // 2], b""]
    return [*flips, *cuts, blob + b"\0", b"\0" + blob, blob + blob]


@pytest.mark.parametrize("part", ["wrap", "body"])
def test_every_changed_byte_is_refused_in_the_same_way(part: str) -> None:
    for wrong in changed(getattr(SEALED, part)):
        values = {"wrap": SEALED.wrap, "body": SEALED.body, part: wrong}
        sealed = Sealed(values["wrap"], values["body"], SEALED.held_by)
        with pytest.raises(CannotOpen) as found:
            open_sealed(MINE, PLACE, sealed)
        assert found.value.args == ()
        assert found.value.__suppress_context__


def test_a_packed_value_that_was_changed_is_refused_in_the_same_way() -> None:
    for wrong in changed(pack(SEALED)):
        with pytest.raises(CannotOpen):
            open_packed(MINE, PLACE, wrong)


def test_a_locked_value_that_was_changed_is_refused_in_the_same_way() -> None:
    for wrong in changed(LOCKED):
        with pytest.raises(CannotOpen):
            unlock(KEY, PLACE, wrong)


def test_another_symmetric_key_opens_nothing() -> None:
    for key in (bytes(32), KEY[:-1] + b"\xff", b"short", b""):
        with pytest.raises(CannotOpen):
            unlock(key, PLACE, LOCKED)
