"""The areas of the practice city: a city, six districts, seven neighbourhoods in each."""

from collections.abc import Iterator
from typing import Final

from commands.city import shapes
from kernel.vocabulary import Typology
from referral.places import NamedArea

CITY_CODE: Final = "C"
CITY_NAME: Final = "Port Verbena"

_HC, _O, _V = Typology.HISTORIC_CENTRE, Typology.ORDINARY, Typology.VULNERABLE
_UM, _HX = Typology.UPPER_MIDDLE, Typology.HIGH_COMPLEXITY

_Named = tuple[str, Typology]
DISTRICTS: Final[tuple[tuple[str, tuple[_Named, ...]], ...]] = (
    (
        "Old Harbour",
        (
            ("Customs Quay", _HC),
            ("Bell Square", _HC),
            ("Rope Walk", _HC),
            ("Lantern Steps", _HC),
            ("Fishmarket", _V),
            ("Chandlers Row", _HC),
            ("Mole End", _O),
        ),
    ),
    (
        "Sorrel Heights",
        (
            ("Upper Sorrel", _UM),
            ("Larkspur", _UM),
            ("Observatory", _UM),
            ("Vinery", _UM),
            ("Cedar Ridge", _UM),
            ("Prospect", _O),
            ("Swanmere", _O),
        ),
    ),
    (
        "Tamarind",
        (
            ("Bluegate", _O),
            ("Weavers", _O),
            ("Olive Court", _UM),
            ("Station Yard", _O),
            ("Millrace", _O),
            ("Fern Hollow", _O),
            ("Kiln Lane", _V),
        ),
    ),
    (
        "Saltmarsh",
        (
            ("Saltpans", _V),
            ("Heron Bank", _V),
            ("Tidewater", _O),
            ("Reedbed", _V),
            ("Causeway", _O),
            ("Lower Dyke", _V),
            ("Plover", _O),
        ),
    ),
    (
        "Juniper Flats",
        (
            ("Juniper Bridge", _O),
            ("Brickfield", _V),
            ("Sunday Market", _O),
            ("Ash Row", _O),
            ("Tannery", _V),
            ("Copperside", _O),
            ("Windmill", _O),
        ),
    ),
    (
        "Quarry Side",
        (
            ("Quarry Top", _HX),
            ("Slate Bottom", _HX),
            ("Stonecut", _HX),
            ("Goat Track", _HX),
            ("Ninth Shelf", _HX),
            ("Powder Store", _V),
            ("New Hope", _V),
        ),
    ),
)


def city_areas() -> Iterator[NamedArea]:
    """Yields every area, each parent before its children."""
    yield NamedArea(CITY_CODE, CITY_NAME, None, "city", None, CITY_CODE, shapes.city())
    for at, (name, neighbourhoods) in enumerate(DISTRICTS, start=1):
        code = f"D{at}"
        path = f"{CITY_CODE}/{code}"
        yield NamedArea(code, name, CITY_CODE, "district", None, path, shapes.district(at))
        for number, (smaller, typology) in enumerate(neighbourhoods, start=1):
            own = f"{code}-N{number}"
            shape = shapes.neighbourhood(at, number)
            level = "neighbourhood"
            yield NamedArea(own, smaller, code, level, typology, f"{path}/{own}", shape)
