"""Which offers may be asked for a need: hard constraints first, then an integer score.

Pure. Every rejection carries its codes, and an empty result is an answer with the codes that stood
in the way. The same question about the same offers on the same day always has the same answer.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Final
from uuid import UUID

from referral.constraints import failures
from referral.model import NeedSpec
from referral.offers import RULES, Candidate, Found, Offer, Offers, Question, Ruleset

RELAXATIONS: Final = (("distance", "H3"), ("language", "H6"), ("cost", "H12"))
NEVER_RELAXED: Final = frozenset({"H1", "H7", "H8", "H9", "H13"})
_FULL = 1000
_SOON = timedelta(days=3)


def find(
    spec: NeedSpec,
    offers: Offers,
    now: datetime,
    rules: Ruleset = RULES,
    load: Mapping[UUID, int] | None = None,
) -> Found:
    """Returns the match; while it is empty, distance, then language, then cost are relaxed."""
    strict = candidates = match(spec, offers, now, rules, load=load)
    relaxed: list[str] = []
    waived: frozenset[str] = frozenset()
    for name, code in RELAXATIONS:
        if _any_passed(candidates):
            break
        waived |= {code}
        relaxed.append(name)
        candidates = match(spec, offers, now, rules, load=load, waived=waived)
    barred = Counter(code for candidate in strict for code in candidate.codes)
    shown = candidates if _any_passed(candidates) else strict
    return Found(shown, tuple(relaxed), tuple(sorted(barred.items())))


def match(
    spec: NeedSpec,
    offers: Offers,
    now: datetime,
    rules: Ruleset = RULES,
    *,
    load: Mapping[UUID, int] | None = None,
    waived: frozenset[str] = frozenset(),
) -> tuple[Candidate, ...]:
    """Returns every offer as a candidate: those that may be asked first, best first.

    `load` counts the open attempts of a service; it decides between equal scores only.
    """
    question = Question(spec, offers.area, now, rules)
    waived -= NEVER_RELAXED
    load = load or {}
    # The lots are drawn anew each day, so that no provider wins every tie.
    seed = now.date().isoformat().encode()

    def rank(candidate: Candidate) -> tuple[bool, int, int, bytes]:
        lot = blake2b(seed + candidate.offer_id.bytes, digest_size=8).digest()
        busy = load.get(candidate.service_id, 0)
        return (not candidate.passed, -candidate.score, busy, lot)

    return tuple(sorted((judge(question, offer, waived) for offer in offers), key=rank))


def judge(question: Question, offer: Offer, waived: frozenset[str] = frozenset()) -> Candidate:
    """Returns how one offer fares; only an offer that passes has a score."""
    distance = offer.kilometres_from(question.area)
    opening = offer.opening(question.now)
    failed = failures(question, offer, distance, opening)
    codes = tuple(code for code in failed if code not in waived)
    parts = () if codes else _parts(question, offer, distance, opening)
    weights = question.rules.weights
    return Candidate(
        offer_id=offer.id,
        service_id=offer.service_id,
        organization_id=offer.organization_id,
        passed=not codes,
        codes=codes,
        score=sum(weights.get(name, 0) * value for name, value in parts),
        parts=parts,
        waived=tuple(code for code in failed if code in waived),
        tells_police=offer.tells_police,
        confidential=offer.confidential,
    )


def _any_passed(candidates: tuple[Candidate, ...]) -> bool:
    return bool(candidates) and candidates[0].passed


def _parts(
    question: Question, offer: Offer, distance: float | None, opening: datetime | None
) -> tuple[tuple[str, int], ...]:
    spec = question.spec
    wait = _SOON if opening is None else min(_SOON, opening - question.now)
    fits = offer.serves == (spec.feels_right or "anyone")
    return (
        ("soon", _FULL - wait * _FULL // _SOON),
        ("near", _nearness(offer, distance, question.rules)),
        ("language", _FULL if spec.language in offer.languages else 0),
        ("silent", 0 if offer.tells_police else _FULL),
        ("fit", _FULL if fits else _FULL // 2),
        ("room", _FULL if offer.capacity_status == "open" else _FULL // 2),
        ("free", 0 if offer.fee else _FULL),
    )


def _nearness(offer: Offer, distance: float | None, rules: Ruleset) -> int:
    # A refuge is rarely near, and a helpline has no place: both count as half way.
    if offer.virtual or distance is None:
        return _FULL // 2
    return max(0, _FULL - int(_FULL * distance / rules.radius_km))
