"""The people of the practice city, all invented; one passphrase a city, a code each."""

from dataclasses import dataclass
from typing import Final

from commands.city.organizations import INTAKE, ORGANIZATIONS


@dataclass(frozen=True)
class MadeUpPerson:
    """Holds somebody who signs in."""

    name: str
    role: str
    slug: str
    organization: str
    officer: bool = False

    @property
    def email(self) -> str:
        """Returns an address that can belong to nobody."""
        first = self.name.partition(" ")[0].lower()
        return f"{first}@{self.slug}.example"


_NAMES: Final = {one.slug: one.name for one in ORGANIZATIONS}
_INTAKE_PEOPLE: Final = (
    ("Amara Okafor", "caseworker"),
    ("Lucia Ferrer", "caseworker"),
    ("Ruth Adler", "supervisor"),
    ("Dele Mbeki", "directory_editor"),
    ("Noor Haddad", "analyst"),
    ("Ines Prado", "steward"),
    ("Tomas Lind", "administrator"),
    ("Grace Wu", "auditor"),
)
_RESPONDERS: Final = {
    "lantern": "Mina Sol",
    "juniper": "Thea Brand",
    "harbour": "Jonas Vale",
    "eastside": "Sara Quist",
    "central": "Paul Ember",
    "oversight": "Vera Stone",
    "hearing": "Leila Marsh",
    "weavers": "Omar Dune",
    "spring": "Nadia Frost",
    "quiet": "Hana Reed",
    "kites": "Bruno Lake",
}
PEOPLE: Final = (
    *(
        MadeUpPerson(name, role, INTAKE, _NAMES[INTAKE], officer=role == "supervisor")
        for name, role in _INTAKE_PEOPLE
    ),
    *(MadeUpPerson(name, "responder", slug, _NAMES[slug]) for slug, name in _RESPONDERS.items()),
)
