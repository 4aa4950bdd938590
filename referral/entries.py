"""What is written into the directory, as plain values: by an import, an editor or a demo."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class OrganizationEntry:
    """Holds an organization as an editor or an import writes it."""

    id: UUID
    name: str
    description: str = ""
    active: bool = True
    parent_id: UUID | None = None


@dataclass(frozen=True)
class ServiceEntry:
    """Holds a service as an editor or an import writes it."""

    id: UUID
    organization_id: UUID
    name: str
    description: str = ""
    category: str | None = None
    status: str = "active"
    minimum_age: int | None = None
    maximum_age: int | None = None
    assured_date: date | None = None


@dataclass(frozen=True)
class LocationEntry:
    """Holds a location; a virtual one has no position."""

    id: UUID
    name: str
    location_type: str = "physical"
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True)
class PlaceEntry:
    """Holds a service at a location: where it reaches, when it is open, what is spoken there."""

    id: UUID
    service_id: UUID
    location_id: UUID
    timezone: str
    hours: str | None = None
    virtual: bool = False
    phone_public: str | None = None
    areas: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Terms:
    """Holds whom a provider takes and on what terms; a person writes them, never an import."""

    serves: str = "anyone"
    male_survivors: str = "unknown"
    trans_survivors: str = "unknown"
    accessibility: str = ""
    tells_police: bool = False
    confidential: bool = False
    mediates: bool = False
    asks_papers: bool = False
    fee: bool = False
