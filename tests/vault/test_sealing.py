"""What is sealed opens for its holder, at its place, unchanged; all else gets the same no."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vault.keys import new_private_key
from vault.opening import open_json, open_packed, open_sealed, unlock, unlock_json
from vault.sealing import Place, lock, lock_json, pack, seal, seal_json, unpack

KEY = bytes(range(32))
PLACE = Place("city", "marigold", "disclosure", "row-1", "body")
SAID = b"he broke my phone zanzibar"
MINE = new_private_key("intake:marigold:2026-11")
SEALED = seal(MINE.public, PLACE, SAID)
LOCKED = lock(KEY, PLACE, SAID)


@given(st.binary(max_size=9000))
@settings(max_examples=40, deadline=None)
def test_whatever_is_sealed_comes_back(said: bytes) -> None:
    sealed = seal(MINE.public, PLACE, said)
    assert open_sealed(MINE, PLACE, sealed) == said
    assert open_packed(MINE, PLACE, pack(sealed)) == said
    assert unlock(KEY, PLACE, lock(KEY, PLACE, said)) == said


def test_json_comes_back_with_its_accents() -> None:
    value = {"heard": "tiró mi teléfono 🌻", "told": {"when": "today"}, "n": [1, None, True]}
    assert open_json(MINE, PLACE, seal_json(MINE.public, PLACE, value)) == value
    assert unlock_json(KEY, PLACE, lock_json(KEY, PLACE, value)) == value


def test_a_packed_value_is_laid_out_and_taken_apart_alike() -> None:
    assert unpack(pack(SEALED)) == SEALED


def test_nothing_said_is_in_what_is_kept() -> None:
    assert SAID not in pack(SEALED)
    assert SAID not in LOCKED
    assert seal(MINE.public, PLACE, SAID).body != SEALED.body
    assert lock(KEY, PLACE, SAID) != LOCKED


@pytest.mark.parametrize(
    ("shortest", "longest"), [(0, 252), (253, 1020), (1021, 4092), (4093, 8188), (8189, 12284)]
)
def test_lengths_are_hidden_in_buckets(shortest: int, longest: int) -> None:
    sizes = {
        len(lock(KEY, PLACE, bytes(length)))
        for length in (shortest, (shortest + longest) // 2, longest)
    }
    assert len(sizes) == 1
    assert len(lock(KEY, PLACE, bytes(longest + 1))) not in sizes
