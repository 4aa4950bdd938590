"""A case only ever becomes more pressing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from kernel.vocabulary import Tier
from reporting.cases import store
from reporting.cases.model import READ_WITHIN, Case
from tests.conftest import NOON
from tests.reporting.makers import make_case, make_member, make_organization

HOUR = timedelta(hours=1)


def now(session: Session, case: Case) -> Case:
    session.expire_all()
    found = store.case(session, case.id)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("was", "said", "becomes"),
    [("N", "U", "U"), ("N", "E", "E"), ("U", "E", "E"), ("E", "N", "E"), ("U", "N", "U")],
)
def test_a_case_only_becomes_more_pressing(
    session: Session, was: str, said: str, becomes: str
) -> None:
    case = make_case(session, make_organization(session), tier=Tier(was))
    store.raise_tier(session, case.id, Tier(said), NOON + HOUR)
    found = now(session, case)
    assert (found.tier, found.due_at) == (Tier(becomes), NOON)
    store.raise_tier(session, case.id, Tier(said), NOON - HOUR)
    assert now(session, case).due_at == NOON - HOUR


def test_a_taken_case_gets_no_reading_time_again(session: Session) -> None:
    mine = make_organization(session)
    case = make_case(session, mine, owner_id=make_member(session, mine), due_at=None)
    store.raise_tier(session, case.id, Tier.EMERGENCY, NOON)
    found = now(session, case)
    assert (found.tier, found.due_at) == (Tier.EMERGENCY, None)


def test_the_more_pressing_is_read_the_sooner() -> None:
    waits = [READ_WITHIN[tier] for tier in (Tier.EMERGENCY, Tier.URGENT, Tier.NORMAL)]
    assert waits == sorted(waits)
    assert waits[0] == timedelta(minutes=15)
