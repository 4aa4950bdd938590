"""Services as nested JSON (one, a list, or a page), laid out into the tables of a package."""

import json
from collections.abc import Mapping
from typing import Any, Final

from referral.hsds_package import Package, Record, Remark

_NESTED: Final = ("schedules", "languages", "service_areas", "phones")


def add_json(package: Package, name: str, text: str) -> None:
    """Adds the services of a JSON text to a package."""
    try:
        read = json.loads(text)
    except json.JSONDecodeError as error:
        said = f"is not JSON any further ({error.msg}); the file may be cut here"
        package.faults.append(Remark(name, error.lineno, said))
        return
    except RecursionError:
        package.faults.append(Remark(name, None, "is nested too deeply"))
        return
    listed = read.get("contents", [read]) if isinstance(read, dict) else read
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        package.faults.append(Remark(name, None, "holds no services"))
        return
    for table in ("organizations", "services"):
        package.tables.setdefault(table, [])
    for number, service in enumerate(listed):
        _Layout(package, f"{name} services[{number}]").add_service(service)


class _Layout:
    """Lays one nested service out into rows."""

    def __init__(self, package: Package, where: str) -> None:
        self._package = package
        self._where = where

    def add_service(self, service: Mapping[str, Any]) -> None:
        service_id = str(service.get("id", ""))
        organization = _dict(service.get("organization"))
        if organization:
            self._add_once("organizations", organization)
        owner = service.get("organization_id") or organization.get("id", "")
        self._add("services", service, organization_id=owner)
        self._add_nested(service, service_id=service_id)
        for attribute in _dicts(service.get("attributes")):
            term = _dict(attribute.get("taxonomy_term"))
            if term:
                self._add_once("taxonomy_terms", term)
            term_id = attribute.get("taxonomy_term_id") or term.get("id", "")
            self._add("attributes", attribute, link_id=service_id, taxonomy_term_id=term_id)
        for place in _dicts(service.get("service_at_locations")):
            self._add_place(place, service_id)

    def _add_place(self, place: Mapping[str, Any], service_id: str) -> None:
        location = _dict(place.get("location"))
        location_id = str(place.get("location_id") or location.get("id", ""))
        if location:
            self._add_once("locations", location)
            self._add_nested(location, location_id=location_id)
        self._add("service_at_location", place, service_id=service_id, location_id=location_id)
        self._add_nested(place, service_at_location_id=str(place.get("id", "")))

    def _add_nested(self, parent: Mapping[str, Any], **link: str) -> None:
        for table in _NESTED:
            for one in _dicts(parent.get(table)):
                self._add(table, one, **link)

    def _add_once(self, table: str, value: Mapping[str, Any]) -> None:
        known = self._package.rows(table)
        if all(record.get("id") != str(value.get("id", "")) for record in known):
            self._add(table, value)

    def _add(self, table: str, value: Mapping[str, Any], **more: object) -> None:
        plain = {
            name: _storable(str(held))
            for name, held in {**value, **more}.items()
            if isinstance(held, str | int | float) and not isinstance(held, bool)
        }
        record = Record(self._where, None, plain)
        self._package.tables.setdefault(table, []).append(record)


def _storable(text: str) -> str:
    # JSON can spell what no database stores: null characters and halves of pairs.
    return text.encode(errors="ignore").decode().replace("\0", "")


def _dict(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _dicts(value: object) -> list[Mapping[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
