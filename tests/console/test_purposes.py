from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from flask import Flask, session

from console import purposes

NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)
HERE, OTHER = UUID(int=1), UUID(int=2)


@pytest.fixture(autouse=True)
def _in_a_session() -> Iterator[None]:
    app = Flask(__name__)
    app.secret_key = "only a test"
    with app.test_request_context():
        yield


def test_a_purpose_holds_for_its_case_and_its_session_only() -> None:
    purposes.remember(HERE, "K7QM2XWD", "follow_up", NOW)
    assert purposes.remembered(HERE, "K7QM2XWD", NOW) == "follow_up"
    assert purposes.remembered(HERE, "B3NP9RTC", NOW) is None
    assert purposes.remembered(OTHER, "K7QM2XWD", NOW) is None


def test_a_purpose_is_asked_again_after_a_quarter_of_an_hour() -> None:
    purposes.remember(HERE, "K7QM2XWD", "follow_up", NOW)
    later = NOW + timedelta(minutes=15)
    assert purposes.remembered(HERE, "K7QM2XWD", later - timedelta(seconds=1)) == "follow_up"
    assert purposes.remembered(HERE, "K7QM2XWD", later) is None
    # A form that took longer to write is still taken with the reason given for it.
    assert purposes.last(HERE, "K7QM2XWD") == "follow_up"


def test_the_cookie_stays_small() -> None:
    for number in range(50):
        purposes.remember(HERE, f"CASE{number:04d}", "follow_up", NOW)
    assert len(session[purposes.SLOT]["why"]) == purposes.LAPSED_KEPT
    assert purposes.remembered(HERE, "CASE0049", NOW) == "follow_up"


@pytest.mark.parametrize("rubbish", [None, "x", {"of": str(HERE), "why": "x"}, {"of": str(HERE)}])
def test_rubbish_in_the_cookie_is_no_purpose(rubbish: object) -> None:
    session[purposes.SLOT] = rubbish
    assert purposes.remembered(HERE, "K7QM2XWD", NOW) is None


def test_a_purpose_nobody_offers_is_none() -> None:
    purposes.remember(HERE, "K7QM2XWD", "curiosity", NOW)
    assert purposes.remembered(HERE, "K7QM2XWD", NOW) is None
