"""The clock waits, tries the next, or calls a human; and a doubt never makes a need less urgent."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kernel.vocabulary import Category, Tier
from referral.escalation import (
    PROMISES,
    TellSupervisor,
    TryNext,
    Wait,
    Waiting,
    due_after,
    next_step,
    tier_of,
)
from referral.model import AttemptState
from tests.referral.makers import NOW

LATE = NOW - timedelta(minutes=7)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("tier", "acknowledge", "decide"), [("E", 15, 60), ("U", 60, 180), ("N", 1440, 4320)]
)
def test_each_tier_has_its_promise(tier: str, acknowledge: int, decide: int) -> None:
    seen = due_after(AttemptState.SENT, Tier(tier), NOW)
    decided = due_after(AttemptState.ACKNOWLEDGED, Tier(tier), NOW)
    assert seen == NOW + timedelta(minutes=acknowledge)
    assert decided == NOW + timedelta(minutes=decide)
    assert due_after(AttemptState.ACCEPTED, Tier(tier), NOW) is None


def test_it_waits_until_the_time_is_over() -> None:
    soon = NOW + timedelta(seconds=1)
    assert next_step(Waiting(AttemptState.SENT, Tier.URGENT, soon), NOW) == Wait(soon)
    assert next_step(Waiting(AttemptState.ACCEPTED, Tier.URGENT, None), NOW) == Wait(None)
    assert next_step(Waiting(AttemptState.SENT, Tier.URGENT, NOW), NOW) == TryNext(timedelta(0))


@pytest.mark.parametrize("state", [AttemptState.SENT, AttemptState.ACKNOWLEDGED])
def test_silence_and_seeing_without_deciding_both_lead_on(state: AttemptState) -> None:
    late = Waiting(state, Tier.EMERGENCY, LATE)
    assert next_step(late, NOW) == TryNext(timedelta(minutes=7))


@pytest.mark.parametrize(
    "waiting",
    [
        Waiting(AttemptState.SENT, Tier.EMERGENCY, LATE, paused=True),
        Waiting(AttemptState.WAITLISTED, Tier.EMERGENCY, LATE),
    ],
)
def test_a_pause_and_a_waitlist_need_a_human(waiting: Waiting) -> None:
    told = TellSupervisor(timedelta(minutes=7), PROMISES[Tier.EMERGENCY].step)
    assert next_step(waiting, NOW) == told


@pytest.mark.parametrize(
    ("earliest", "latest", "tier"),
    [
        (10, 5, Tier.URGENT),
        (60, 50, Tier.EMERGENCY),
        (100, 40, Tier.EMERGENCY),
        (100, 80, Tier.URGENT),
        (200, 119, Tier.URGENT),
        (300, 121, Tier.NORMAL),
        (None, None, Tier.URGENT),
        (None, 130, Tier.NORMAL),
    ],
)
def test_the_hours_since_sexual_violence(
    earliest: int | None, latest: int | None, tier: Tier
) -> None:
    found = tier_of(
        Category.HEALTH,
        NOW,
        sexual=True,
        happened_from=None if earliest is None else NOW - earliest * HOUR,
        happened_to=None if latest is None else NOW - latest * HOUR,
    )
    assert found is tier


def test_danger_and_shelter_tonight() -> None:
    assert tier_of(Category.LEGAL, NOW, danger=True) is Tier.EMERGENCY
    assert tier_of(Category.SHELTER, NOW, tonight=True) is Tier.URGENT
    assert tier_of(Category.LEGAL, NOW, tonight=True) is Tier.NORMAL
