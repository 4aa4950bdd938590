from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask
from flask_babel import Babel

from console.times import calendar_day, minutes_until, moment, waited

NOW = datetime(2026, 11, 18, 22, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    app = Flask(__name__)
    Babel(app)
    with app.test_request_context():
        yield


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "under a minute"),
        (59, "59 min"),
        (60, "1 h"),
        (200, "3 h 20 min"),
        (1440, "1 day"),
        (4000, "2 days"),
    ],
)
def test_a_wait_is_said_in_its_largest_units(minutes: int, words: str) -> None:
    assert waited(minutes) == words


def test_a_moment_is_shown_in_the_zone_of_the_programme() -> None:
    # Half past ten at night in London is the next day in Johannesburg.
    assert moment(NOW, "Europe/London", NOW) == "today 22:30"
    assert moment(NOW - timedelta(hours=3), "Africa/Johannesburg", NOW) == "18 Nov, 21:30"
    assert moment(None, "UTC", NOW) == ""


def test_a_day_is_read_from_either_shape() -> None:
    assert calendar_day(date(2026, 11, 18)) == calendar_day("2026-11-18") == "18 Nov 2026"
    assert calendar_day(None) == ""


def test_minutes_count_below_zero_once_it_is_late() -> None:
    assert minutes_until(NOW + timedelta(minutes=5, seconds=30), NOW) == 5
    assert minutes_until(NOW - timedelta(minutes=5), NOW) == -5
    assert minutes_until(None, NOW) is None
