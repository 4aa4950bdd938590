from __future__ import annotations

from collections.abc import Iterator

import pytest

from commands.fakes.server import running
from commands.fakes.world import Accounts, World
from kernel.clock import StoppedClock
from tests.conftest import NOON


@pytest.fixture
def world() -> World:
    """A fake provider whose webhooks all arrive."""
    return World(Accounts(account_sid="AC1"), StoppedClock(NOON), post=lambda *_: 200)


@pytest.fixture
def address(world: World) -> Iterator[str]:
    with running(world) as found:
        yield found
