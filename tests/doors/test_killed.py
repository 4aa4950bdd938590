"""The web process is killed in the middle of conversations; the provider repeats what it must.

UNDERTONE_TEST_KILL_SECONDS asks for a longer run.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.doors.outside import Person
from tests.doors.serving import Served, served
from tests.doors.talk import Held, Story, converse
from tests.doors.visitor import Visitor, people
from tests.shared import asked_for, dice

SECONDS = asked_for("KILL_SECONDS", 20)
THREADS = 8


@pytest.fixture
def own_city(city_of_today: Path, tmp_path: Path) -> Iterator[Served]:
    with served(city_of_today, tmp_path) as running:
        yield running


def test_kill_9_loses_nothing_and_doubles_nothing(own_city: Served) -> None:
    city, until = own_city, time.monotonic() + SECONDS
    with ThreadPoolExecutor(THREADS) as pool:
        talks = [pool.submit(talk_until, city, number, until) for number in range(THREADS)]
        kills = kill_until(city, until)
        told = [one for each in talks for one in each.result()]
    assert kills >= SECONDS // 8
    tries = sum(person.tries for person, _ in told)
    sent = sum(len(person.sent) for person, _ in told)
    assert tries > sent, "no request went unanswered: the kills came at no bad moment"
    for person, held in told:
        thread = city.outside.texts(person.address)
        assert [one["body"] for one in thread if one["direction"] == "in"] == person.sent
        assert len([one for one in thread if one["direction"] == "out"]) == len(person.sent)
        assert held.asked[-1] == "asked" or held.asked[-1] == "nowhere"
    assert count(city, "inbound") == sent
    assert count(city, "report") == count(city, "case_file") == len(told)
    read_all(city, [words(person) for person, _ in told])


def talk_until(city: Served, number: int, until: float) -> list[tuple[Person, Held]]:
    """Hold one conversation after another, each from a new phone."""
    told: list[tuple[Person, Held]] = []
    while time.monotonic() < until or not told:
        person = Person(city.outside, f"+1555{number:03d}{len(told):04d}")
        story = Story(what=words(person), count=len(told) % 2 == 0)
        told.append((person, converse(person, "JACARANDA", story)))
    return told


def words(person: Person) -> str:
    return f"the baker of house {person.address[-7:]} shouted"


def kill_until(city: Served, until: float) -> int:
    """Kill the web process at random moments and start it again."""
    rolls, kills = dice("kills"), 0
    while time.monotonic() < until:
        time.sleep(rolls.uniform(0.2, 1.2))
        city.kill("web")
        city.start_web()
        kills += 1
    return kills


def count(city: Served, table: str) -> int:
    with city.database() as database, database.reading() as session:
        return int(session.scalar(text(f"SELECT count(*) FROM {table}")) or 0)  # noqa: S608


def read_all(city: Served, told: list[str]) -> None:
    """Read every case at a desk: each story stands in exactly one, exactly once."""
    desk = Visitor(city.url)
    desk.sign_in(people(city.outside.demo, "caseworker")[0])
    pages = [desk.open_case(code) for code in desk.cases()]
    found = {one: sum(page.count(one) for page in pages) for one in told}
    assert set(found.values()) == {1}, found
