"""The public directory as nested services, in the shapes of Open Referral HSDS 3."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from pathway.desk import Desk
from referral.hsds_export import Tables, Tier, export_tables
from referral.listing import read_listing

_WHOLE = frozenset({"minimum_age", "maximum_age"})
_DECIMAL = frozenset({"latitude", "longitude"})
_OF_A_PLACE = ("schedules", "service_areas", "languages", "phones")
Record = dict[str, Any]


def open_services(desk: Desk, number: int, size: int) -> Record:
    """Returns one page of the services that anybody may know of."""
    found = _services(desk)
    pages = max(1, -(-len(found) // size))
    number = min(max(1, number), pages)
    contents = found[(number - 1) * size : number * size]
    return {
        "total_items": len(found),
        "total_pages": pages,
        "page_number": number,
        "size": len(contents),
        "first_page": number == 1,
        "last_page": number == pages,
        "empty": not contents,
        "contents": contents,
    }


def _services(desk: Desk) -> list[Record]:
    tables = export_tables(read_listing(desk.session), Tier.PUBLIC)
    owners = {row["id"]: _plain(row) for row in tables["organizations"]}
    places = _places(tables)
    kinds = _attributes(tables)
    found = [
        {
            **_plain(row),
            "organization": owners[row["organization_id"]],
            "service_at_locations": places[row["id"]],
            "attributes": kinds[row["id"]],
        }
        for row in tables["services"]
    ]
    return sorted(found, key=lambda one: (one["name"], one["id"]))


def _places(tables: Tables) -> Mapping[str, list[Record]]:
    spots = {row["id"]: _plain(row) for row in tables["locations"]}
    parts = {name: _by(tables[name], "service_at_location_id") for name in _OF_A_PLACE}
    found: dict[str, list[Record]] = defaultdict(list)
    for row in tables["service_at_location"]:
        detail = {name: rows[row["id"]] for name, rows in parts.items() if rows[row["id"]]}
        place = {"id": row["id"], "location": spots[row["location_id"]], **detail}
        found[row["service_id"]].append(place)
    return found


def _attributes(tables: Tables) -> Mapping[str, list[Record]]:
    terms = {row["id"]: _plain(row) for row in tables["taxonomy_terms"]}
    found = _by(tables["attributes"], "link_id")
    for rows in found.values():
        for row in rows:
            row["taxonomy_term"] = terms[row.pop("taxonomy_term_id")]
    return found


def _by(rows: Sequence[Mapping[str, str]], name: str) -> defaultdict[str, list[Record]]:
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for row in rows:
        found[row[name]].append(_plain(row))
    return found


def _plain(row: Mapping[str, str]) -> Record:
    """Returns a row with its numbers as numbers and without what is not known."""
    return {name: _typed(name, value) for name, value in row.items() if value}


def _typed(name: str, value: str) -> str | int | float:
    if name in _WHOLE:
        return int(value)
    return float(value) if name in _DECIMAL else value
