"""What matching works on: areas, offers, the ruleset, and how each offer fared."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from math import asin, cos, radians, sin, sqrt
from typing import Final
from uuid import UUID

from kernel.vocabulary import Tier
from referral.model import NeedSpec
from referral.opening import is_open, opens_at

_EARTH_KM = 6371.0


@dataclass(frozen=True)
class Area:
    """Holds where she is, as an area: its way down from the city, and its middle."""

    code: str
    name: str
    path: tuple[str, ...]
    latitude: float
    longitude: float


@dataclass(frozen=True)
class Offer:
    """Holds one service at one place as matching sees it."""

    id: UUID
    service_at_location_id: UUID
    service_id: UUID
    location_id: UUID
    organization_id: UUID
    root_id: UUID
    category: str
    city: str
    areas: frozenset[str]
    home: tuple[str, ...]
    languages: frozenset[str]
    serves: str
    male_survivors: str
    trans_survivors: str
    minimum_age: int | None
    maximum_age: int | None
    accessibility: frozenset[str]
    hours: str | None
    timezone: str
    status: str
    verified_on: date | None
    capacity_status: str
    latitude: float | None
    longitude: float | None
    virtual: bool
    tells_police: bool
    confidential: bool
    mediates: bool
    asks_papers: bool
    fee: bool

    def opening(self, now: datetime) -> datetime | None:
        """Returns now if it is surely open, else when it next is; None if nobody knows."""
        if is_open(self.hours, self.timezone, now):
            return now
        return opens_at(self.hours, self.timezone, now)

    def kilometres_from(self, area: Area | None) -> float | None:
        """Returns the way from the middle of an area to the place, in a straight line."""
        if area is None or self.latitude is None or self.longitude is None:
            return None
        south, north = radians(area.latitude), radians(self.latitude)
        half_up = sin((north - south) / 2)
        half_over = sin(radians(self.longitude - area.longitude) / 2)
        return 2 * _EARTH_KM * asin(sqrt(half_up**2 + cos(south) * cos(north) * half_over**2))


@dataclass(frozen=True)
class Offers:
    """Holds the offers of one category around one area, and the edition they were read from."""

    area: Area | None
    items: tuple[Offer, ...]
    edition: int = 0

    def __iter__(self) -> Iterator[Offer]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)


@dataclass(frozen=True)
class Window:
    """Holds one medical window, counted from the assault, with the source that sets it."""

    name: str
    hours: int
    source: str


def _open_within() -> dict[Tier, timedelta]:
    return {
        Tier.EMERGENCY: timedelta(hours=1),
        Tier.URGENT: timedelta(hours=3),
        Tier.NORMAL: timedelta(days=3),
    }


def _weights() -> dict[str, int]:
    return {"soon": 5, "near": 4, "language": 4, "silent": 3, "fit": 2, "room": 2, "free": 1}


@dataclass(frozen=True)
class Ruleset:
    """Holds the versioned numbers that a match runs by; a programme may replace them."""

    version: str = "2026-1"
    verified_days: int = 90
    radius_km: float = 25.0
    adult_age: int = 18
    open_within: Mapping[Tier, timedelta] = field(default_factory=_open_within)
    windows: tuple[Window, ...] = (
        Window("pep", 72, "WHO 2024 guideline on HIV post-exposure prophylaxis"),
        Window("emergency_contraception", 120, "WHO fact sheet 2021-11-09"),
    )
    weights: Mapping[str, int] = field(default_factory=_weights)


RULES: Final = Ruleset()


@dataclass(frozen=True)
class Question:
    """Holds all that one match is asked: what she needs, where she is, when, by which rules."""

    spec: NeedSpec
    area: Area | None
    now: datetime
    rules: Ruleset = RULES


@dataclass(frozen=True)
class Candidate:
    """Holds how one offer fared: whether it may be asked, the codes against it, its score."""

    offer_id: UUID
    service_id: UUID
    organization_id: UUID
    passed: bool
    codes: tuple[str, ...]
    score: int
    parts: tuple[tuple[str, int], ...]
    waived: tuple[str, ...] = ()
    tells_police: bool = False
    confidential: bool = False


@dataclass(frozen=True)
class Found:
    """Holds a match, what was relaxed for it in order, and how often each code was in the way."""

    candidates: tuple[Candidate, ...]
    relaxed: tuple[str, ...]
    barred: tuple[tuple[str, int], ...]

    @property
    def offered(self) -> tuple[Candidate, ...]:
        """Returns the candidates that may be asked, best first."""
        return tuple(candidate for candidate in self.candidates if candidate.passed)
