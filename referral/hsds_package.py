"""A directory package as it was read: tables of text, where each row stood, and what is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

REQUIRED: Final[Mapping[str, tuple[str, ...]]] = {
    "organizations": ("id", "name"),
    "services": ("id", "organization_id", "name"),
    "locations": ("id",),
    "service_at_location": ("id", "service_id", "location_id"),
    "schedules": ("id",),
    "service_areas": ("id",),
    "languages": ("id",),
    "phones": ("id", "number"),
    "attributes": ("id", "link_id", "taxonomy_term_id"),
    "taxonomy_terms": ("id",),
    "service_capacity": ("id", "service_id"),
}
NEEDED: Final = ("organizations", "services")


@dataclass(frozen=True)
class Remark:
    """Holds one thing to say about a file, or about one line of it."""

    file: str
    line: int | None
    text: str


@dataclass(frozen=True)
class Record:
    """Holds one row of a table and where it stood."""

    file: str
    line: int | None
    values: Mapping[str, str]

    def get(self, name: str) -> str:
        """Returns a column's text without blanks around it; empty where there is none."""
        return self.values.get(name, "").strip()

    def remark(self, text: str) -> Remark:
        """Returns something to say about this row."""
        return Remark(self.file, self.line, text)


@dataclass
class Package:
    """Collects the tables of a package, the faults that stop it, and what is left aside."""

    tables: dict[str, list[Record]] = field(default_factory=dict)
    faults: list[Remark] = field(default_factory=list)
    left_aside: list[Remark] = field(default_factory=list)

    def rows(self, table: str) -> list[Record]:
        """Returns a table's rows; none if the package has no such table."""
        return self.tables.get(table, [])
