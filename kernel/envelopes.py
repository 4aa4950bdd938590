"""Writes a received message down as plain JSON, to be sealed or signed, and reads it again."""

from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from kernel.vocabulary import Address, Inbound

_KNOWN = frozenset(field.name for field in fields(Inbound))


def written(inbound: Inbound) -> dict[str, Any]:
    """Returns a message as plain JSON."""
    return {**asdict(inbound), "at": inbound.at.isoformat()}


def read(value: dict[str, Any]) -> Inbound:
    """Reads a message again; what another version wrote and this one does not know is left out."""
    known: dict[str, Any] = {n: _whole(one) for n, one in value.items() if n in _KNOWN}
    known["at"] = datetime.fromisoformat(value["at"])
    for name in ("sender", "recipient"):
        known[name] = Address(**value[name])
    return Inbound(**known)


def _whole(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
