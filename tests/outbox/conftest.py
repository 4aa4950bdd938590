from __future__ import annotations

from collections.abc import Iterator

import pytest

from kernel.clock import StoppedClock
from kernel.db import Database
from tests.outbox.makers import PostRoom
from tests.standins.provider import Provider, provider_running


@pytest.fixture
def room(database: Database, clock: StoppedClock) -> PostRoom:
    """A post room on each kind of database."""
    return PostRoom(database, clock)


@pytest.fixture
def lean_room(sqlite_url: str, clock: StoppedClock) -> Iterator[PostRoom]:
    """A post room on SQLite, where what is shown does not hang on the kind of database."""
    database = Database.open(sqlite_url)
    yield PostRoom(database, clock)
    database.close()


@pytest.fixture
def provider() -> Iterator[Provider]:
    with provider_running() as running:
        yield running
