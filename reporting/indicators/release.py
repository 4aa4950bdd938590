"""A release: one canonical payload, linked to the one before it by hash, and signed."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from reporting.indicators.audit import Audit
from reporting.indicators.cube import Cube, Sheet, SheetId, only_frozen
from reporting.indicators.model import (
    BASE,
    DIMENSIONS,
    SCHEMA,
    SMALL,
    TABLES,
    CellId,
    canonical,
    shown,
)

FIRST = "0" * 64
CAVEAT = (
    "Reported to this service by people who agreed to be counted; not prevalence; "
    "affected by awareness, trust and phone access."
)
METHOD = {
    "name": "zero-restricted controlled rounding, keyed, additive over type, district and time",
    "base": BASE,
    "small": SMALL,
    "interval": f"a cell of 0 stands for 0 to {BASE - 1}, any other for itself plus or minus 4",
}


@dataclass(frozen=True)
class Release:
    """Holds one release as it is stored; the payload is what is read, hashed and signed."""

    id: str
    as_of: date
    state: str
    early: bool
    payload: bytes
    previous_hash: str
    hash: str
    signature: bytes

    @property
    def cube(self) -> Cube:
        """Reads the sheets back out of the payload."""
        return read(self.payload)

    @property
    def districts(self) -> dict[str, str]:
        """Names the districts of the boundary year by their codes."""
        names: dict[str, str] = json.loads(self.payload)["districts"]
        return names


def written(release_id: str, as_of: date, city: str, cube: Cube, names: Mapping[str, str]) -> bytes:
    """Writes a release as canonical JSON; nothing of the true counts goes in."""
    return canonical(
        {
            "schema": SCHEMA,
            "id": release_id,
            "as_of": as_of.isoformat(),
            "city": city,
            "districts": dict(names),
            "early": cube.early,
            "method": METHOD,
            "caveat": CAVEAT,
            "tables": {table: _table(table, cube) for table in TABLES},
            "audit": {
                quarter: {"cells": audit.cells, "narrowest": audit.narrowest}
                for quarter, audit in cube.audits.items()
            },
        }
    )


def read(payload: bytes) -> Cube:
    """Reads the sheets and audits of a payload."""
    told = json.loads(payload)
    sheets = {
        (table, period): _sheet(table, period, sheet)
        for table in TABLES
        for period, sheet in told["tables"].get(table, {}).items()
    }
    audits = {name: Audit(one["cells"], one["narrowest"]) for name, one in told["audit"].items()}
    return Cube(sheets, audits, ())


def linked(previous_hash: str, payload: bytes) -> str:
    """Returns the hash that ties a payload to the release before it."""
    return sha256(f"undertone release\n{previous_hash}\n".encode() + payload).hexdigest()


def faults(chain: Iterable[Release], signed: Callable[[bytes, bytes], bool]) -> list[str]:
    """Lists what is wrong with a chain of releases, oldest first; none when it is whole."""
    found: list[str] = []
    before, kept = FIRST, Cube({}, {}, ())
    for release in chain:
        if release.previous_hash != before:
            found.append(f"{release.id}: does not follow the release before it")
        if release.hash != linked(release.previous_hash, release.payload):
            found.append(f"{release.id}: the payload is not what was hashed")
        elif not signed(release.hash.encode(), release.signature):
            found.append(f"{release.id}: the signature is not the release key's")
        else:
            found += _recomputed(release, kept)
            kept = only_frozen(release.cube)
        before = release.hash
    return found


def _recomputed(release: Release, kept: Cube) -> list[str]:
    sheets = release.cube.sheets
    return [
        f"{release.id}: {table} of {period} was frozen and differs"
        for (table, period), sheet in kept.sheets.items()
        if sheets.get((table, period)) != sheet
    ]


def _table(table: str, cube: Cube) -> dict[str, Any]:
    mine: Mapping[SheetId, Sheet] = {n: s for n, s in cube.sheets.items() if n[0] == table}
    return {
        period: {
            "level": sheet.level,
            "steps": sheet.steps,
            "early": sheet.early,
            "cells": [_cell(cell, value, sheet.steps) for cell, value in sheet.values.items()],
        }
        for (_, period), sheet in mine.items()
    }


def _cell(cell: CellId, rounded: int, steps: int) -> dict[str, Any]:
    says = shown(rounded, steps)
    return {
        **dict(zip(DIMENSIONS[cell[0]], cell[2:], strict=True)),
        "value": says.value,
        "lower": says.lower,
        "upper": says.upper,
        "status": says.status,
        "label": says.label,
    }


def _sheet(table: str, period: str, told: Mapping[str, Any]) -> Sheet:
    values = {
        (table, period, *(one[name] for name in DIMENSIONS[table])): one["value"] or 0
        for one in told["cells"]
    }
    return Sheet(told["level"], told["steps"], told["early"], values)
