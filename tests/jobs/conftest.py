from __future__ import annotations

import pytest

from kernel.clock import StoppedClock
from kernel.db import Database
from kernel.settings import Settings
from pathway.desk import House


@pytest.fixture
def house(database: Database, clock: StoppedClock) -> House:
    """A house with a database and a clock, and nothing else set up."""
    return House(Settings.load(), clock, database)
