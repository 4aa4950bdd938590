"""A text names one area, or it is asked about again; a point lies in one area of each level."""

from __future__ import annotations

import pytest

from referral.places import NamedArea, Unsure, area_in, contains, home_of, middle_of

Ring = list[list[float]]


def square(west: float, south: float, size: float) -> dict[str, object]:
    ring: Ring = [
        [west, south],
        [west + size, south],
        [west + size, south + size],
        [west, south + size],
        [west, south],
    ]
    return {"type": "Polygon", "coordinates": [ring]}


AREAS = (
    NamedArea("C", "Port Verbena", None, "city", None, "C", square(-20, -25, 4)),
    NamedArea("D1", "Old Harbour", "C", "district", None, "C/D1", square(-20, -25, 2)),
    NamedArea("D2", "Quarry Side", "C", "district", None, "C/D2", square(-18, -25, 2)),
    NamedArea("D2-N1", "Quarry Top", "D2", "n", None, "C/D2/D2-N1", square(-18, -25, 1)),
    NamedArea("D2-N2", "Niño Viejo", "D2", "n", None, "C/D2/D2-N2", square(-17, -25, 1)),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Old Harbour", "D1"),
        ("OLD  harbour!!", "D1"),
        ("oldharbour", "D1"),
        ("i live in old harbor near the bridge", "D1"),
        ("nino viejo", "D2-N2"),
        ("D2", "D2"),
        ("d2 n1", "D2-N1"),
        ("D2-N1.", "D2-N1"),
        ("quarry top", "D2-N1"),
        ("", None),
        ("???", None),
        ("c", None),
        ("over there", None),
        ("a " * 4000, None),
    ],
)
def test_which_area_a_text_names(text: str, found: str | None) -> None:
    assert area_in(text, AREAS) == found


def test_two_areas_in_one_text_are_not_guessed() -> None:
    found = area_in("quarry side or quarry top", AREAS)
    assert isinstance(found, Unsure)
    assert set(found.codes) == {"D2", "D2-N1"}
    assert area_in("D1 or D2", AREAS) is None


def test_the_middle_of_a_square() -> None:
    latitude, longitude = middle_of(square(-20, -25, 2))
    assert (round(latitude, 9), round(longitude, 9)) == (-24, -19)


def test_the_smallest_area_around_a_point() -> None:
    assert home_of(AREAS, -24.5, -17.5) == "C/D2/D2-N1"
    assert home_of(AREAS, -24.5, -19.5) == "C/D1"
    assert home_of(AREAS, 10.0, 10.0) == ""
    assert not contains(square(-20, -25, 2), -24.0, -17.9)
