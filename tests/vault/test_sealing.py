"""What is sealed opens for its holder, at its place, unchanged; all else gets the same no."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vault.keys import PrivateKey, new_private_key
from vault.opening import (
    CannotOpen,
    open_json,
    open_packed,
    open_sealed,
    rewrap,
    unlock,
    unlock_json,
    unwrap,
)
from vault.sealing import Place, Sealed, lock, lock_json, pack, seal, seal_json, unpack

KEY = bytes(range(32))
PLACE = Place("city", "marigold", "disclosure", "row-1", "body")
SAID = b"he broke my phone zanzibar"
MINE = new_private_key("intake:marigold:2026-11")
SEALED = seal(MINE.public, PLACE, SAID)
LOCKED = lock(KEY, PLACE, SAID)
ELSEWHERE = [
    replace(PLACE, programme="other city"),
    replace(PLACE, organization="tulip"),
    replace(PLACE, table="note"),
    replace(PLACE, row="row-2"),
    replace(PLACE, column="wrap"),
    replace(PLACE, organization="marigolddisclosure", table=""),
    replace(PLACE, row="row-1body", column=""),
    Place("", "", "", "", ""),
]


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


@pytest.mark.parametrize("place", ELSEWHERE, ids=str)
def test_moved_to_another_place_it_does_not_open(place: Place) -> None:
    tries: list[Callable[[], object]] = [
        lambda: open_sealed(MINE, place, SEALED),
        lambda: open_packed(MINE, place, pack(SEALED)),
        lambda: unwrap(MINE, place, SEALED),
        lambda: unlock(KEY, place, LOCKED),
        lambda: rewrap(MINE, MINE.public, place, SEALED),
    ]
    for one in tries:
        with pytest.raises(CannotOpen):
            one()


def test_places_that_read_alike_when_run_together_are_different() -> None:
    contexts = {place.context() for place in [PLACE, *ELSEWHERE]}
    assert len(contexts) == 1 + len(ELSEWHERE)
    assert PLACE.context("wrap", "k") != PLACE.context("wrapk")
    assert Place("é", "", "", "", "").context() != Place("e", "́", "", "", "").context()


@pytest.mark.parametrize(
    "private",
    [
        new_private_key("intake:tulip:2026-11"),
        new_private_key(MINE.id),
        PrivateKey("intake:marigold:2026-12", MINE.raw),
    ],
    ids=["another holder", "another key under the same name", "the same key in another epoch"],
)
def test_no_other_key_opens_it(private: PrivateKey) -> None:
    with pytest.raises(CannotOpen):
        open_sealed(private, PLACE, SEALED)


def test_an_epoch_s_name_cannot_be_changed_on_the_wrap() -> None:
    later = PrivateKey("intake:marigold:2026-12", MINE.raw)
    with pytest.raises(CannotOpen):
        open_sealed(later, PLACE, replace(SEALED, held_by=later.id))


def test_wraps_and_bodies_do_not_change_places() -> None:
    other = seal(MINE.public, PLACE, SAID)
    for mixed in (replace(SEALED, wrap=other.wrap), replace(SEALED, body=other.body)):
        with pytest.raises(CannotOpen):
            open_sealed(MINE, PLACE, mixed)


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
