"""Drawing directory entries out of a package, with a remark for whatever had to be left out.

Dangling references are common in published directories: such a row is reported, never guessed at
and never inserted as an orphan. Ids that are not UUIDs get one made from publisher, table and id,
so that the same package always means the same rows.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from typing import Final
from uuid import UUID

from kernel.vocabulary import Category
from referral.entries import LocationEntry, OrganizationEntry, PlaceEntry, ServiceEntry
from referral.hsds_package import Package, Record, Remark
from referral.places import folded

STATUSES: Final = frozenset({"active", "inactive", "defunct", "temporarily closed"})
_NAME: Final = 200
_NORTHMOST: Final = 90.0
_EASTMOST: Final = 180.0
_OLDEST: Final = 150.0
# Words of other vocabularies that surely mean one of ours; the rest a person has to place.
_CROSSWALK: Final[dict[str, Category]] = {
    "emergency shelter": Category.SHELTER,
    "refuge": Category.SHELTER,
    "health care": Category.HEALTH,
    "post rape care": Category.HEALTH,
    "legal aid": Category.LEGAL,
    "legal services": Category.LEGAL,
    "counseling": Category.PSYCHOSOCIAL,
    "counselling": Category.PSYCHOSOCIAL,
    "job training": Category.LIVELIHOODS,
    "child welfare": Category.CHILD_PROTECTION,
    **{folded(category).replace("_", " "): category for category in Category},
}


@dataclass(frozen=True)
class Setting:
    """Holds what a package does not say: its publisher, the city's zone, day and area names."""

    publisher: str
    timezone: str
    today: date
    areas: Mapping[str, str]


@dataclass
class Drawn:
    """Collects the entries of a package, in the order in which they can be written."""

    organizations: list[OrganizationEntry] = field(default_factory=list)
    services: list[ServiceEntry] = field(default_factory=list)
    locations: list[LocationEntry] = field(default_factory=list)
    places: list[PlaceEntry] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def draw_entries(package: Package, setting: Setting) -> Drawn:
    """Returns organizations, services and locations, and what was wrong with the others."""
    drawn = Drawn(remarks=list(package.left_aside))
    for row in package.rows("organizations"):
        if has(drawn, row, "id", "name"):
            made = uuid_of(setting, "organizations", row.get("id"))
            entry = OrganizationEntry(made, row.get("name")[:_NAME], row.get("description"))
            drawn.organizations.append(entry)
    owners = {entry.id for entry in drawn.organizations}
    kinds = _categories(package, drawn)
    for row in package.rows("services"):
        if has(drawn, row, "id", "name", "organization_id"):
            owner = uuid_of(setting, "organizations", row.get("organization_id"))
            if owner in owners:
                drawn.services.append(_service(drawn, setting, row, owner, kinds))
            else:
                drawn.remarks.append(row.remark("belongs to no organization here; left out"))
    for row in package.rows("locations"):
        if has(drawn, row, "id"):
            drawn.locations.append(_location(drawn, setting, row))
    return drawn


def has(drawn: Drawn, row: Record, *names: str) -> bool:
    """Says whether a row has these values, and remarks on the first that it has not."""
    for name in names:
        if not row.get(name):
            drawn.remarks.append(row.remark(f"has no {name}; left out"))
            return False
    return True


def uuid_of(setting: Setting, table: str, written: str) -> UUID:
    """Returns the row id that an id in a package stands for."""
    try:
        return UUID(written)
    except ValueError:
        named = f"{setting.publisher}/{table}/{written}".encode()
        return UUID(bytes=blake2b(named, digest_size=16).digest(), version=5)


def _service(
    drawn: Drawn, setting: Setting, row: Record, owner: UUID, kinds: Mapping[str, Category]
) -> ServiceEntry:
    status = row.get("status").lower() or "active"
    if status not in STATUSES:
        drawn.remarks.append(row.remark("has a status nobody knows; taken as inactive"))
        status = "inactive"
    category = kinds.get(row.get("id"))
    if category is None:
        drawn.remarks.append(row.remark("has no kind that is known here; a person has to place it"))
    return ServiceEntry(
        id=uuid_of(setting, "services", row.get("id")),
        organization_id=owner,
        name=row.get("name")[:_NAME],
        description=row.get("description"),
        category=category,
        status=status,
        minimum_age=_whole(drawn, row, "minimum_age"),
        maximum_age=_whole(drawn, row, "maximum_age"),
        assured_date=_day(drawn, row, "assured_date"),
    )


def _location(drawn: Drawn, setting: Setting, row: Record) -> LocationEntry:
    kind = row.get("location_type").lower() or "physical"
    latitude = _number(row, "latitude", _NORTHMOST)
    longitude = _number(row, "longitude", _EASTMOST)
    if latitude is None or longitude is None:
        if row.get("latitude") or row.get("longitude"):
            drawn.remarks.append(row.remark("lies nowhere on earth; kept without a position"))
        latitude = longitude = None
    hidden = kind == "virtual"
    return LocationEntry(
        id=uuid_of(setting, "locations", row.get("id")),
        name=row.get("name")[:_NAME] or kind,
        location_type="virtual" if hidden else "physical",
        latitude=None if hidden else latitude,
        longitude=None if hidden else longitude,
    )


def _categories(package: Package, drawn: Drawn) -> dict[str, Category]:
    terms = {row.get("id"): row for row in package.rows("taxonomy_terms")}
    kinds: dict[str, Category] = {}
    for row in package.rows("attributes"):
        if row.get("link_entity") not in {"", "service", "services"}:
            continue
        term = terms.get(row.get("taxonomy_term_id"))
        if term is None:
            drawn.remarks.append(row.remark("names a term that is not here; left out"))
            continue
        words = (folded(term.get(name)).replace("_", " ") for name in ("code", "name", "term"))
        found = next((_CROSSWALK[word] for word in words if word in _CROSSWALK), None)
        first = kinds.setdefault(row.get("link_id"), found) if found else None
        if first is not found:
            drawn.remarks.append(row.remark(f"is a second kind of one service; kept {first}"))
    return kinds


def _whole(drawn: Drawn, row: Record, name: str) -> int | None:
    written = row.get(name)
    if not written:
        return None
    number = _number(row, name, _OLDEST)
    if number is None or number < 0:
        drawn.remarks.append(row.remark(f"has a {name} that is no age; left out"))
        return None
    return int(number)


def _day(drawn: Drawn, row: Record, name: str) -> date | None:
    try:
        return date.fromisoformat(row.get(name)[:10]) if row.get(name) else None
    except ValueError:
        drawn.remarks.append(row.remark(f"has a {name} that is no day; left out"))
        return None


def _number(row: Record, name: str, most: float) -> float | None:
    try:
        number = float(row.get(name))
    except ValueError:
        return None
    return number if -most <= number <= most else None
