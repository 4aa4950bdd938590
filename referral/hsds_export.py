"""Exporting the directory as HSDS tables, in tiers; a column leaves only if its tier lists it.

public: what anybody may know; a confidential service is not in it at all, and a place is told to
about a kilometre. partner: confidential services by name and kind, with no place and no area.
internal: everything, with this house's own terms in a table of their own.
"""

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from enum import StrEnum
from hashlib import blake2b
from pathlib import Path
from typing import Final
from uuid import UUID

from referral.entries import LocationEntry, PlaceEntry, Terms
from referral.hsds_hours import schedules_from
from referral.listing import Listing

Tables = dict[str, list[dict[str, str]]]


class Tier(StrEnum):
    """Names who an export is for."""

    PUBLIC = "public"
    PARTNER = "partner"
    INTERNAL = "internal"


_NAMED: Final = ("id", "name", "description")
_AT: Final = ("id", "service_at_location_id")
_PUBLIC: Final[Mapping[str, tuple[str, ...]]] = {
    "organizations": _NAMED,
    "services": (*_NAMED, "organization_id", "status", "minimum_age", "maximum_age"),
    "locations": ("id", "name", "location_type", "latitude", "longitude"),
    "service_at_location": ("id", "service_id", "location_id"),
    "schedules": (*_AT, "freq", "byday", "opens_at", "closes_at", "description"),
    "service_areas": (*_AT, "name", "extent"),
    "languages": (*_AT, "code"),
    "phones": (*_AT, "number"),
    "attributes": ("id", "link_id", "link_entity", "taxonomy_term_id"),
    "taxonomies": ("id", "name", "description"),
    "taxonomy_terms": ("id", "code", "name", "description", "taxonomy_id"),
}
_PARTNER: Final = {**_PUBLIC, "services": (*_PUBLIC["services"], "assured_date")}
_INTERNAL: Final = {
    **_PARTNER,
    "undertone_terms": ("service_at_location_id", "verified_on", *Terms.__dataclass_fields__),
}
COLUMNS: Final[Mapping[Tier, Mapping[str, tuple[str, ...]]]] = {
    Tier.PUBLIC: _PUBLIC,
    Tier.PARTNER: _PARTNER,
    Tier.INTERNAL: _INTERNAL,
}
_DECIMALS: Final[Mapping[Tier, int]] = {Tier.PUBLIC: 2, Tier.PARTNER: 3, Tier.INTERNAL: 9}
_TAXONOMY: Final = "undertone"


def export_tables(listing: Listing, tier: Tier) -> Tables:
    """Returns the tables of a tier, with exactly the columns that it lists."""
    raw = _Export(listing, tier).tables()
    return {
        table: [{name: row.get(name, "") for name in columns} for row in raw[table]]
        for table, columns in COLUMNS[tier].items()
    }


class _Export:
    """Lays the entries that a tier may see out as rows."""

    def __init__(self, listing: Listing, tier: Tier) -> None:
        self._listing = listing
        self._tier = tier
        self._places = [place for place in listing.places if self._shows(place)]
        shown = {place.service_id for place in self._places}
        every = tier is Tier.INTERNAL
        self._services = [one for one in listing.services if every or one.id in shown]
        owners = {one.organization_id for one in self._services}
        self._owners = [one for one in listing.organizations if every or one.id in owners]

    def tables(self) -> Tables:
        services = [_plain(asdict(one)) for one in self._services]
        kinds = sorted({one.category for one in self._services if one.category})
        at = {place.location_id for place in self._places}
        return {
            "organizations": [_plain(asdict(one)) for one in self._owners],
            "services": services,
            "locations": [self._location(one) for one in self._listing.locations if one.id in at],
            "service_at_location": [_plain(asdict(place)) for place in self._places],
            "schedules": [row for place in self._places for row in _schedules(place)],
            "service_areas": [
                _row("service_areas", place, code, name=code, extent=code)
                for place in self._places
                for code in ([] if self._is_secret(place) else place.areas)
            ],
            "languages": [
                _row("languages", place, code, code=code)
                for place in self._places
                for code in place.languages
            ],
            "phones": [
                _row("phones", place, "", number=place.phone_public)
                for place in self._places
                if place.phone_public and not self._is_secret(place)
            ],
            "attributes": [_attribute(row) for row in services if row["category"]],
            "taxonomies": [
                {
                    "id": str(_id("taxonomies", "")),
                    "name": _TAXONOMY,
                    "description": "Kinds of help",
                }
            ],
            "taxonomy_terms": [_term(kind) for kind in kinds],
            "undertone_terms": [self._terms(place) for place in self._places],
        }

    def _shows(self, place: PlaceEntry) -> bool:
        if self._tier is not Tier.PUBLIC:
            return True
        checked = self._listing.verified.get(place.id) is not None
        return checked and not self._is_secret(place)

    def _is_secret(self, place: PlaceEntry) -> bool:
        told = self._listing.terms.get(place.id)
        return self._tier is not Tier.INTERNAL and told is not None and told.confidential

    def _location(self, location: LocationEntry) -> dict[str, str]:
        mine = [place for place in self._places if place.location_id == location.id]
        if any(self._is_secret(place) for place in mine):
            return {"id": str(location.id), "name": "not told", "location_type": "virtual"}
        row = _plain(asdict(location))
        for name in ("latitude", "longitude"):
            if row[name]:
                row[name] = str(round(float(row[name]), _DECIMALS[self._tier]))
        return row

    def _terms(self, place: PlaceEntry) -> dict[str, str]:
        checked = self._listing.verified.get(place.id)
        told = asdict(self._listing.terms.get(place.id, Terms()))
        return _plain({"service_at_location_id": place.id, "verified_on": checked, **told})


def _plain(values: Mapping[str, object]) -> dict[str, str]:
    return {name: "" if value is None else str(value) for name, value in values.items()}


def _id(*names: str) -> UUID:
    digest = blake2b("/".join((_TAXONOMY, *names)).encode(), digest_size=16).digest()
    return UUID(bytes=digest, version=5)


def _row(table: str, place: PlaceEntry, of: str, **values: str) -> dict[str, str]:
    own = str(_id(table, str(place.id), of))
    return {"id": own, "service_at_location_id": str(place.id), **values}


def _schedules(place: PlaceEntry) -> list[dict[str, str]]:
    weekly = schedules_from(place.hours)
    if weekly is None:
        # What HSDS cannot say is written out, so that a reader at least sees it.
        said = f"Not weekly: {place.hours}" if place.hours else ""
        return [_row("schedules", place, "", description=said)] if said else []
    return [
        _row(
            "schedules",
            place,
            f"{days}/{opens}",
            freq="WEEKLY",
            byday=",".join(day.upper() for day in days),
            opens_at=opens,
            closes_at=closes,
        )
        for days, opens, closes in weekly
    ]


def _attribute(service: Mapping[str, str]) -> dict[str, str]:
    return {
        "id": str(_id("attributes", service["id"])),
        "link_id": service["id"],
        "link_entity": "service",
        "taxonomy_term_id": str(_id("taxonomy_terms", service["category"])),
    }


def _term(kind: str) -> dict[str, str]:
    own, taxonomy = str(_id("taxonomy_terms", kind)), str(_id("taxonomies", ""))
    return {"id": own, "code": kind, "name": kind, "description": kind, "taxonomy_id": taxonomy}


def write_tables(path: Path, tables: Tables) -> None:
    """Writes tables as CSV files into a folder, or into a zip if the path ends so."""
    texts = {f"{table}.csv": _csv(rows) for table, rows in tables.items() if rows}
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in texts.items():
                archive.writestr(name, text)
        return
    path.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (path / name).write_text(text, encoding="utf-8", newline="")


def _csv(rows: Sequence[Mapping[str, str]]) -> str:
    page = io.StringIO(newline="")
    writer = csv.DictWriter(page, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
    return page.getvalue()
