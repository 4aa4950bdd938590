"""On any directory the match equals a slow and simple one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from kernel.vocabulary import Category, Tier
from referral.constraints import failures
from referral.matching import find, match
from referral.model import NeedSpec
from referral.offers import Offer, Offers, Question
from tests.referral.makers import HERE, NOW, make_offer

areas = st.frozensets(st.sampled_from(["C", "D1", "D2", "D1-N1"]))
offers = st.builds(
    make_offer,
    id=st.uuids(),
    category=st.sampled_from(["health", "shelter", "police"]),
    areas=areas,
    hours=st.sampled_from(["24/7", "Mo-Fr 13:00-17:00", "Sa 09:00-12:00", None]),
    languages=st.frozensets(st.sampled_from(["en", "es"])),
    serves=st.sampled_from(["women", "men", "anyone"]),
    male_survivors=st.sampled_from(["confirmed", "unknown"]),
    maximum_age=st.sampled_from([None, 17]),
    verified_on=st.none() | st.integers(0, 120).map(lambda ago: (NOW - timedelta(ago)).date()),
    capacity_status=st.sampled_from(["open", "unknown", "full"]),
    latitude=st.floats(-25.5, -24.5),
    fee=st.booleans(),
    asks_papers=st.booleans(),
    tells_police=st.booleans(),
)
needs = st.builds(
    NeedSpec,
    category=st.sampled_from([Category.HEALTH, Category.SHELTER, Category.POLICE]),
    tier=st.sampled_from(list(Tier)),
    language=st.sampled_from(["en", "es"]),
    language_hard=st.booleans(),
    feels_right=st.sampled_from([None, "women", "men", "anyone"]),
    adult=st.sampled_from([None, True, False]),
    no_police=st.booleans(),
)


def fails(spec: NeedSpec, offer: Offer) -> set[str]:
    question = Question(spec, HERE, NOW)
    return set(failures(question, offer, offer.kilometres_from(HERE), offer.opening(NOW)))


@settings(max_examples=150, deadline=None)
@given(needs, st.lists(offers, max_size=12, unique_by=lambda offer: offer.id))
def test_what_is_offered_is_what_fails_nothing(spec: NeedSpec, listed: list[Offer]) -> None:
    found = match(spec, Offers(HERE, tuple(listed)), NOW)
    assert {one.offer_id for one in found} == {offer.id for offer in listed}
    simple = {offer.id for offer in listed if not fails(spec, offer)}
    assert {one.offer_id for one in found if one.passed} == simple
    flags = [one.passed for one in found]
    assert flags == sorted(flags, reverse=True)
    scores = [one.score for one in found if one.passed]
    assert scores == sorted(scores, reverse=True)
    for one in found:
        assert one.passed == (not one.codes)


@settings(max_examples=100, deadline=None)
@given(
    needs,
    st.lists(offers, max_size=8, unique_by=lambda offer: offer.id),
)
def test_the_order_of_the_directory_does_not_matter(spec: NeedSpec, listed: list[Offer]) -> None:
    turned = list(reversed(listed))
    first = match(spec, Offers(HERE, tuple(listed)), NOW)
    assert match(spec, Offers(HERE, tuple(turned)), NOW) == first


@settings(max_examples=150, deadline=None)
@given(needs, st.lists(offers, max_size=8, unique_by=lambda offer: offer.id))
def test_relaxing_opens_only_what_it_may(spec: NeedSpec, listed: list[Offer]) -> None:
    found = find(spec, Offers(HERE, tuple(listed)), NOW)
    by_id = {offer.id: offer for offer in listed}
    for one in found.offered:
        assert fails(spec, by_id[one.offer_id]) <= {"H3", "H6", "H12"}
    possible = [offer for offer in listed if fails(spec, offer) <= {"H3", "H6", "H12"}]
    assert bool(found.offered) == bool(possible)


@given(offers)
def test_a_stale_offer_is_never_offered(offer: Offer) -> None:
    old = replace(offer, verified_on=(NOW - timedelta(days=91)).date())
    spec = NeedSpec(Category(offer.category))
    assert find(spec, Offers(HERE, (old,)), NOW).offered == ()
