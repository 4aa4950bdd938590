import pytest

from console.lists import SIZE, listing, whole

COLUMNS = {"number": lambda row: row, "last": lambda row: row % 10}


def test_a_list_is_sorted_and_cut_as_the_address_asks() -> None:
    shown = listing(range(60), COLUMNS, {"sort": "-number", "page": "2"}, "number")
    assert shown.rows == tuple(range(59 - SIZE, 59 - 2 * SIZE, -1))
    assert (shown.number, shown.pages, shown.total) == (2, 3, 60)


@pytest.mark.parametrize("asked", [{"sort": "password"}, {"sort": "--number"}, {"sort": ""}, {}])
def test_an_unknown_sort_is_the_usual_one(asked: dict[str, str]) -> None:
    assert listing([2, 1], COLUMNS, asked, "number").rows == (1, 2)


@pytest.mark.parametrize(
    ("asked", "number"), [("0", 1), ("-3", 1), ("99", 3), ("x", 1), ("²", 1), ("9" * 9, 1)]
)
def test_a_page_that_is_not_there_is_the_nearest_one(asked: str, number: int) -> None:
    assert listing(range(60), COLUMNS, {"page": asked}, "number").number == number


def test_an_empty_list_has_one_page() -> None:
    shown = listing([], COLUMNS, {}, "number")
    assert (shown.rows, shown.pages, shown.total) == ((), 1, 0)


def test_pressing_a_head_turns_its_order_round() -> None:
    shown = listing([1], COLUMNS, {"sort": "number"}, "number")
    assert (shown.turn("number"), shown.turn("last")) == ("-number", "last")
    assert (shown.direction("number"), shown.direction("last")) == ("ascending", "none")


def test_only_plain_digits_are_a_number() -> None:
    assert [whole(text) for text in (None, "", "7", "7.0", "\u0667")] == [1, 1, 7, 1, 1]
