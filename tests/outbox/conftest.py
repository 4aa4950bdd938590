from __future__ import annotations

from collections.abc import Iterator

import pytest

from commands.fakes.server import running
from commands.fakes.world import Accounts, World
from kernel.clock import StoppedClock
from kernel.db import Database
from tests.outbox.makers import PostRoom
from tests.outbox.street import Street
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
    with provider_running() as held:
        yield held


@pytest.fixture
def street(lean_room: PostRoom) -> Iterator[Street]:
    world = World(Accounts(account_sid="AC1"), public_url="https://line.example")
    with running(world) as address:
        yield Street(lean_room, world, address)
    assert world.faults == []
