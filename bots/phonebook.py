"""Who can be played on the practice phone, and what a newcomer may try."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from pyotp import TOTP

from kernel.vocabulary import Address, Channel
from outbox.practice import is_invented


@dataclass(frozen=True)
class Person:
    """Holds somebody who has a practice phone, and what stands on its lid."""

    address: Address
    name: str
    note: str = ""


@dataclass(frozen=True)
class Hint:
    """Holds one coded word of the practice city and where it leads."""

    word: str
    intent: str
    language: str


@dataclass(frozen=True)
class SignIn:
    """Holds how a made-up member signs in to the console just now."""

    name: str
    role: str
    organization: str
    email: str
    password: str
    code: str


@dataclass(frozen=True)
class Phonebook:
    """Holds the invented people, the responders' phones, and the words to try."""

    people: tuple[Person, ...]
    responders: tuple[Person, ...]
    hints: tuple[Hint, ...]
    exit_word: str

    def person(self, address: Address) -> Person:
        """Returns who an address belongs to; an unlisted one is simply a number."""
        everyone = (*self.people, *self.responders)
        listed = (one for one in everyone if one.address == address)
        return next(listed, Person(address, str(address)))


PEOPLE = (
    Person(Address("tel", "+15550100"), "Asha"),
    Person(Address("tel", "+15550101"), "Bea"),
    Person(Address("whatsapp", "+15550102"), "Chidi"),
    Person(Address("whatsapp", "ZA.7hQ2mX4c"), "Dee", "a username, no number"),
    Person(Address("tel", "+15550104"), "Efe"),
    Person(Address("whatsapp", "+15550105"), "Flor"),
    Person(Address("ussd", "+15550106"), "Gugu", "dials a code"),
)


def read_phonebook(var_dir: Path) -> Phonebook:
    """Reads what the practice city tells about itself; without it there are the people alone."""
    city = _read(var_dir / "demo.json")
    responders = tuple(
        Person(_address_of(one), one["organization"], f"PIN {one['pin']}")
        for one in city.get("responder_phones", ())
    )
    hints = tuple(
        Hint(one["word"], one["intent"], one["language"]) for one in city.get("keywords", ())
    )
    return Phonebook(PEOPLE, responders, hints, city.get("exit_word", "X"))


def read_sign_ins(var_dir: Path, now: datetime) -> tuple[SignIn, ...]:
    """Returns the made-up members with the six digits their telephones would show now."""
    return tuple(
        SignIn(
            one["name"], one["role"], one["organization"], one["email"], one["password"],
            TOTP(one["totp_secret"]).at(now),
        )
        for one in _read(var_dir / "demo.json").get("people", ())
    )  # fmt: skip


def read_address(written: str, channel: str | None = None) -> Address | None:
    """Reads an address from a query, where a plus sign often arrives as a space."""
    written = written.strip()
    scheme, colon, rest = written.rpartition(":")
    number = rest.strip()
    if number.isascii() and number.isdecimal():
        number = f"+{number}"
    if not number:
        return None
    address = Address.parse(f"{scheme}{colon}{number}")
    if channel == Channel.WHATSAPP.value and address.scheme == "tel":
        address = Address("whatsapp", address.id)
    return address if is_invented(address) else None


def _address_of(phone: dict[str, Any]) -> Address:
    address = Address.parse(phone["address"])
    on_whatsapp = phone.get("channel") == Channel.WHATSAPP.value
    return Address("whatsapp", address.id) if on_whatsapp else address


def _read(path: Path) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found
