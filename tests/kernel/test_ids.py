from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernel import ids


def test_row_ids_tell_no_time() -> None:
    made = {ids.new_id() for _ in range(200)}
    assert len(made) == 200
    assert {one.version for one in made} == {4}


def test_codes_hold_no_sign_that_is_read_as_another() -> None:
    letters = Counter("".join(ids.new_code() for _ in range(500)))
    assert not set("01ILOU") & set(letters)
    assert set(letters) == set(ids._ALPHABET)
    assert len(ids.new_code()) == 8
    assert len(ids.new_code(12)) == 12


def test_link_tokens_carry_at_least_128_bits() -> None:
    made = {ids.new_token() for _ in range(200)}
    assert len(made) == 200
    assert all(len(one) * 6 >= 128 for one in made)


def test_random_bytes_are_as_many_as_asked() -> None:
    assert len(ids.random_bytes(32)) == 32
    assert ids.random_bytes(32) != ids.random_bytes(32)


def test_receipts_are_twelve_digits_and_sound() -> None:
    made = {ids.new_receipt() for _ in range(200)}
    assert len(made) == 200
    assert all(len(one) == 12 and one.isdecimal() and ids.receipt_is_sound(one) for one in made)


@given(st.integers(0, 10**11 - 1), st.integers(0, 11), st.integers(1, 9))
def test_one_wrong_digit_is_noticed(body: int, place: int, by: int) -> None:
    digits = f"{body:011d}"
    receipt = digits + str(ids._check_digit(digits))
    wrong = (int(receipt[place]) + by) % 10
    assert ids.receipt_is_sound(receipt)
    assert not ids.receipt_is_sound(f"{receipt[:place]}{wrong}{receipt[place + 1 :]}")


@given(st.integers(0, 10**11 - 1), st.integers(0, 10))
def test_two_neighbours_changed_about_are_noticed(body: int, place: int) -> None:
    digits = f"{body:011d}"
    receipt = digits + str(ids._check_digit(digits))
    left, right = receipt[place], receipt[place + 1]
    swapped = receipt[:place] + right + left + receipt[place + 2 :]
    # Luhn's rule is blind to one pair, 09 and 90, and to nothing else.
    blind = left == right or {left, right} == {"0", "9"}
    assert ids.receipt_is_sound(swapped) is blind


@pytest.mark.parametrize(
    "written", ["", "1", "48217730194", "4821773019461", "4821773O1946", "٤" * 12]
)
def test_what_is_no_receipt_is_not_sound(written: str) -> None:
    assert not ids.receipt_is_sound(written)


def test_secrets_are_compared_whole() -> None:
    assert ids.same(b"one", b"one")
    assert not ids.same(b"one", b"on")
    assert not ids.same(b"one", b"two")


def test_shuffling_keeps_everything_and_no_order() -> None:
    items = list(range(200))
    once, again = ids.shuffled(items), ids.shuffled(items)
    assert sorted(once) == items == list(range(200))
    assert once != again
