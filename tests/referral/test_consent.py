"""Nothing counts as consent but an unexpired grant to this very recipient."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referral.model import Grant, NoConsent, ValidGrant, check_grant
from tests.referral.makers import NOW

CLINIC, DESK = UUID(int=10), UUID(int=11)
minutes = st.integers(-5000, 5000).map(lambda count: NOW + timedelta(minutes=count))
grants = st.builds(
    Grant,
    id=st.uuids(),
    need_id=st.uuids(),
    recipient_id=st.sampled_from([CLINIC, DESK]),
    valid_from=minutes,
    expires_at=minutes,
    withdrawn_at=st.none() | minutes,
)


@given(st.none() | grants, st.sampled_from([CLINIC, DESK]), minutes)
def test_a_grant_is_valid_exactly_when_it_should_be(
    grant: Grant | None, recipient: UUID, now: datetime
) -> None:
    checked = check_grant(grant, recipient, now)
    holds = (
        grant is not None
        and grant.recipient_id == recipient
        and grant.withdrawn_at is None
        and grant.valid_from <= now < grant.expires_at
    )
    assert isinstance(checked, ValidGrant if holds else NoConsent)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"recipient_id": DESK}, "wrong_recipient"),
        ({"expires_at": NOW}, "expired"),
        ({"withdrawn_at": NOW - timedelta(days=1)}, "withdrawn"),
        ({"valid_from": NOW + timedelta(seconds=1)}, "not_yet"),
    ],
)
def test_a_refusal_says_why(change: dict[str, Any], reason: str) -> None:
    day = timedelta(days=1)
    sound = Grant(UUID(int=1), UUID(int=2), CLINIC, NOW - day, NOW + day)
    assert isinstance(check_grant(sound, CLINIC, NOW), ValidGrant)
    assert check_grant(replace(sound, **change), CLINIC, NOW) == NoConsent(reason)
    assert check_grant(None, CLINIC, NOW) == NoConsent("none")


def test_the_proof_cannot_be_made_up() -> None:
    grant = Grant(UUID(int=1), UUID(int=2), CLINIC, NOW, NOW + timedelta(days=1))
    with pytest.raises(TypeError):
        ValidGrant(grant, NOW, object())
    proof = check_grant(grant, CLINIC, NOW)
    assert isinstance(proof, ValidGrant)
    assert "proof" not in repr(proof)
