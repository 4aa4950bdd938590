"""What is moved to another place, holder or epoch does not open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from vault.keys import PrivateKey, new_private_key
from vault.opening import CannotOpen, open_packed, open_sealed, rewrap, unlock, unwrap
from vault.sealing import Place, lock, pack, seal

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
