"""From what she told to what is asked: a need, how soon, and which fields a request may name."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from kernel.vocabulary import Category, Tier
from referral.model import NeedSpec

# How long ago, in hours: the earliest and the latest it can have been. Urgency uses the
# earliest, exclusion the latest, so that doubt never removes care.
_AGO: dict[str, tuple[float | None, float]] = {
    "today": (24, 0),
    "three_days": (72, 0),
    "five_days": (120, 72),
    "longer": (None, 120),
    "ongoing": (24, 0),
}
_BY_TYPE = {"physical_assault": Category.SHELTER, "control": Category.LEGAL}
_URGENT = frozenset({Category.SHELTER, Category.HEALTH})


@dataclass(frozen=True)
class Told:
    """Holds the coded answers of a report; her own words are not in it."""

    answers: Mapping[str, str]
    language: str
    in_danger: bool = False

    def get(self, name: str) -> str:
        """Returns an answer, or nothing where she told nothing."""
        value = self.answers.get(name, "")
        return "" if value in {"unknown", "unasked"} else value


def category_of(told: Told) -> Category:
    """Returns the service asked first: a clinic in time, a place to be safe, the law, an ear."""
    if told.get("clinic") == "yes":
        return Category.HEALTH
    return _BY_TYPE.get(told.get("type"), Category.PSYCHOSOCIAL)


def tier_of(told: Told, category: Category) -> Tier:
    """Returns how soon: danger first, then the clocks of medicine and of tonight."""
    if told.in_danger:
        return Tier.EMERGENCY
    return Tier.URGENT if category in _URGENT else Tier.NORMAL


def need_of(told: Told, category: Category, now: datetime) -> NeedSpec:
    """Returns the need as matching reads it."""
    earliest, latest = happened(told.get("when"), now)
    return NeedSpec(
        category=category,
        area=told.get("area") or None,
        tier=tier_of(told, category),
        language=told.language,
        feels_right=told.get("feels") or None,
        happened_from=earliest,
        happened_to=latest,
        no_police=category is not Category.POLICE,
    )


def happened(when: str, now: datetime) -> tuple[datetime | None, datetime | None]:
    """Returns between which instants it can have happened."""
    if when not in _AGO:
        return None, None
    earliest, latest = _AGO[when]
    start = None if earliest is None else now - timedelta(hours=earliest)
    return start, now - timedelta(hours=latest)


def fields_told(told: Told) -> tuple[str, ...]:
    """Returns the fields a request can name: only what she told, never her number."""
    named = {"what_happened": "type", "when": "when", "area": "area"}
    fields = tuple(field for field, answer in named.items() if told.get(answer))
    return fields or ("language",)


def packet_of(told: Told, fields: tuple[str, ...]) -> dict[str, str]:
    """Returns the consented fields and nothing else, as codes."""
    values = {
        "what_happened": told.get("type"),
        "when": told.get("when"),
        "area": told.get("area"),
        "language": told.language,
        "feels_right": told.get("feels"),
    }
    return {field: values[field] for field in fields if values.get(field)}
