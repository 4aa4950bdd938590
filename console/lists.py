"""Long lists, sorted and cut into pages on the server, with their state in the address."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

T = TypeVar("T")
Key = Callable[[T], Any]
SIZE = 25
LONGEST_NUMBER = 6


@dataclass(frozen=True)
class Listing(Generic[T]):
    """One page of a list: its rows, where it stands, and how it is sorted."""

    rows: tuple[T, ...]
    number: int
    pages: int
    total: int
    sort: str

    @property
    def column(self) -> str:
        """Names the column the list is sorted by."""
        return self.sort.removeprefix("-")

    def direction(self, column: str) -> str:
        """Says for a table head how its column is sorted."""
        if column != self.column:
            return "none"
        return "descending" if self.sort.startswith("-") else "ascending"

    def turn(self, column: str) -> str:
        """Returns the sort that a press on a table head asks for."""
        return f"-{column}" if self.sort == column else column


def listing(
    rows: Sequence[T], columns: Mapping[str, Key[T]], asked: Mapping[str, str], default: str
) -> Listing[T]:
    """Sorts and cuts rows as the address asks; what it does not know it takes as the default."""
    sort = asked.get("sort", default)
    if sort.removeprefix("-") not in columns:
        sort = default
    ordered = sorted(rows, key=columns[sort.removeprefix("-")], reverse=sort.startswith("-"))
    pages = max(1, -(-len(ordered) // SIZE))
    number = min(max(1, whole(asked.get("page"))), pages)
    start = (number - 1) * SIZE
    return Listing(tuple(ordered[start : start + SIZE]), number, pages, len(ordered), sort)


def whole(text: str | None) -> int:
    """Returns the whole number in a text, or 1 when there is none."""
    return (
        int(text)
        if text and text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER
        else 1
    )
