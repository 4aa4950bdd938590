"""Drawing services at locations out of a package: where they reach, when, and what is spoken."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from referral.entries import PlaceEntry
from referral.hsds_entries import Drawn, Setting, has, uuid_of
from referral.hsds_hours import Unclear, hours_from
from referral.hsds_package import Package, Record
from referral.places import folded

_QUOTES: Final = frozenset("\"'`")
_PHONE: Final = 40
_LANGUAGE_LENGTH: Final = 20
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.IGNORECASE)
_LANGUAGES: Final = {
    "english": "en",
    "spanish": "es",
    "french": "fr",
    "arabic": "ar",
    "portuguese": "pt",
    "hindi": "hi",
    "russian": "ru",
    "turkish": "tr",
}


class _Links:
    """Finds the rows of a table that belong to a service at a location, by any of its ids."""

    def __init__(self, rows: Iterable[Record]) -> None:
        self._rows: defaultdict[tuple[str, str], list[Record]] = defaultdict(list)
        for row in rows:
            for name in ("service_at_location_id", "service_id", "location_id"):
                if row.get(name):
                    self._rows[name, row.get(name)].append(row)
                    break

    def of(self, place: Record, *names: str) -> list[Record]:
        own = {"service_at_location_id": place.get("id")}
        ids = {name: own.get(name) or place.get(name) for name in names}
        return [row for name in names for row in self._rows[name, ids[name]]]


_ALL: Final = ("service_at_location_id", "service_id", "location_id")


def draw_places(package: Package, setting: Setting, drawn: Drawn) -> None:
    """Adds each service at a location whose service and location are both there."""
    links = {
        table: _Links(package.rows(table))
        for table in ("schedules", "languages", "service_areas", "phones")
    }
    services = {entry.id for entry in drawn.services}
    kinds = {entry.id: entry.location_type for entry in drawn.locations}
    for row in package.rows("service_at_location"):
        if not has(drawn, row, "id", "service_id", "location_id"):
            continue
        service_id = uuid_of(setting, "services", row.get("service_id"))
        location_id = uuid_of(setting, "locations", row.get("location_id"))
        if service_id not in services or location_id not in kinds:
            drawn.remarks.append(row.remark("joins a service or location not here; left out"))
            continue
        drawn.places.append(
            PlaceEntry(
                id=uuid_of(setting, "service_at_location", row.get("id")),
                service_id=service_id,
                location_id=location_id,
                timezone=setting.timezone,
                hours=_hours(drawn, setting, row, links["schedules"]),
                virtual=kinds[location_id] == "virtual",
                phone_public=_phone(drawn, links["phones"].of(row, *_ALL[:2])),
                areas=_areas(drawn, setting, links["service_areas"].of(row, *_ALL[:2])),
                languages=_languages(drawn, links["languages"].of(row, *_ALL)),
            )
        )
    _remark_on_capacity(package, drawn)


def _hours(drawn: Drawn, setting: Setting, row: Record, schedules: _Links) -> str | None:
    for name in _ALL:
        found = schedules.of(row, name)
        if found:
            try:
                return hours_from(found, setting.today)
            except Unclear as unclear:
                drawn.remarks.append(found[0].remark(f"{unclear}; hours unknown"))
                return None
    return None


def _phone(drawn: Drawn, rows: Iterable[Record]) -> str | None:
    for row in rows:
        number = row.get("number")
        if _QUOTES & set(number):
            drawn.remarks.append(row.remark("has quote marks in a number; left out"))
        elif number:
            return number[:_PHONE]
    return None


def _areas(drawn: Drawn, setting: Setting, rows: Iterable[Record]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for row in rows:
        names = (folded(row.get(name)) for name in ("extent", "name", "service_area"))
        code = next((setting.areas[name] for name in names if name in setting.areas), None)
        if row.get("extent_type") == "geojson" and not _is_geojson(row.get("extent")):
            drawn.remarks.append(row.remark("has an extent that is not GeoJSON"))
        if code is None:
            drawn.remarks.append(row.remark("names an area that is not of this city; left out"))
        else:
            found[code] = None
    return tuple(sorted(found))


def _is_geojson(extent: str) -> bool:
    try:
        read = json.loads(extent)
    except (json.JSONDecodeError, RecursionError):
        return False
    return isinstance(read, dict) and "type" in read


def _languages(drawn: Drawn, rows: Iterable[Record]) -> tuple[str, ...]:
    found: set[str] = set()
    for row in rows:
        written = row.get("code") or row.get("name") or row.get("language")
        for part in re.split(r"[;,]", written):
            word = part.strip().lower()
            code = _LANGUAGES.get(word, word)
            if _LANGUAGE.fullmatch(code) and len(code) <= _LANGUAGE_LENGTH:
                found.add(code)
            elif word:
                drawn.remarks.append(row.remark("names a language that is not known; left out"))
    return tuple(sorted(found))


def _remark_on_capacity(package: Package, drawn: Drawn) -> None:
    for row in package.rows("service_capacity"):
        available, maximum = row.get("available"), row.get("maximum")
        if available.isdecimal() and maximum.isdecimal() and int(available) > int(maximum):
            drawn.remarks.append(row.remark("has more room than it can have; not used"))
