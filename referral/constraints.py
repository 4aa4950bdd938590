"""The hard constraints H1 to H13: each says whether an offer fails it for this question.

Two decisions of this house. With no area told, only services for her whole city (or without a
place) are sure to cover her, so district services fail H3 until distance is relaxed. "Which
places feel right" is strict where she would sleep there; elsewhere a place for anyone also serves
her, and a place that has not confirmed that it takes male or trans survivors is never offered to
someone who may be one.
"""

from datetime import date, datetime, timedelta
from typing import Final

from kernel.vocabulary import Category
from referral.model import NeedSpec
from referral.offers import RULES, Area, Offer, Question, Ruleset

CODES: Final = tuple(f"H{number}" for number in range(1, 14))


def failures(
    question: Question, offer: Offer, distance: float | None, opening: datetime | None
) -> tuple[str, ...]:
    """Returns the code of every hard constraint that the offer fails."""
    spec, rules = question.spec, question.rules
    failed = (
        is_stale(offer, question.now.date(), rules),
        offer.category != spec.category,
        not _covers(question.area, offer, distance, rules),
        not _takes(spec, offer, rules),
        not spec.accessibility <= offer.accessibility,
        spec.language_hard and spec.language not in offer.languages,
        _is_excluded(spec, offer),
        spec.no_police and (offer.tells_police or offer.category == Category.POLICE),
        offer.mediates or _is_near_danger(spec, offer),
        not _is_in_time(question, opening),
        not _has_room(spec, offer),
        offer.fee and not spec.can_pay,
        offer.asks_papers and spec.needs_papers_safe,
    )
    return tuple(code for code, fails in zip(CODES, failed, strict=True) if fails)


def is_stale(offer: Offer, today: date, rules: Ruleset = RULES) -> bool:
    """Says whether an offer is inactive, unverified, or was verified too long ago."""
    if offer.status != "active" or offer.verified_on is None:
        return True
    return today - offer.verified_on > timedelta(days=rules.verified_days)


def deadline(spec: NeedSpec, now: datetime, rules: Ruleset = RULES) -> datetime | None:
    """Returns when the next medical window closes, counted from the latest possible time.

    Once all windows are over care goes on without one: nobody is ever too late.
    """
    if spec.category is not Category.HEALTH or spec.happened_to is None:
        return None
    ends = (spec.happened_to + timedelta(hours=window.hours) for window in rules.windows)
    return min((end for end in ends if end > now), default=None)


def _covers(area: Area | None, offer: Offer, distance: float | None, rules: Ruleset) -> bool:
    if offer.virtual:
        return True
    if area is None:
        return offer.city in offer.areas
    if offer.areas:
        return not offer.areas.isdisjoint(area.path)
    return distance is not None and distance <= rules.radius_km


def _takes(spec: NeedSpec, offer: Offer, rules: Ruleset) -> bool:
    return _takes_age(spec, offer, rules) and _feels_right(spec, offer)


def _takes_age(spec: NeedSpec, offer: Offer, rules: Ruleset) -> bool:
    if spec.adult is None:
        return True
    if spec.adult:
        return offer.maximum_age is None or offer.maximum_age >= rules.adult_age
    return offer.minimum_age is None or offer.minimum_age < rules.adult_age


def _feels_right(spec: NeedSpec, offer: Offer) -> bool:
    if spec.feels_right is None:
        return offer.serves != "men"
    if spec.feels_right == "anyone":
        confirmed = offer.male_survivors == offer.trans_survivors == "confirmed"
        return offer.serves == "anyone" and confirmed
    if spec.feels_right == "men" and offer.male_survivors != "confirmed":
        return False
    mixed = offer.serves == "anyone" and spec.category is not Category.SHELTER
    return mixed or offer.serves == spec.feels_right


def _is_excluded(spec: NeedSpec, offer: Offer) -> bool:
    if not spec.exclusions:
        return False
    targets = {
        "organization": {str(offer.organization_id), str(offer.root_id)},
        "location": {str(offer.location_id)},
        "service": {str(offer.service_id)},
        "area": set(offer.home),
    }
    return any(entry.target in targets.get(entry.kind, ()) for entry in spec.exclusions)


def _is_near_danger(spec: NeedSpec, offer: Offer) -> bool:
    if offer.category != Category.SHELTER:
        return False
    return any(entry.kind == "buffer" and entry.target in offer.home for entry in spec.exclusions)


def _is_in_time(question: Question, opening: datetime | None) -> bool:
    if opening is None:
        return False
    spec, now, rules = question.spec, question.now, question.rules
    limit = now + rules.open_within[spec.tier]
    window = deadline(spec, now, rules)
    return opening <= (limit if window is None else min(limit, window))


def _has_room(spec: NeedSpec, offer: Offer) -> bool:
    if offer.capacity_status == "waitlist":
        return spec.accepts_waitlist
    return offer.capacity_status != "full"
