"""Makes a slow thing once, however many workers the tests run on."""

from __future__ import annotations

import fcntl
import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest


def once(
    places: pytest.TempPathFactory, name: str, make: Callable[[Path], str]
) -> tuple[Path, str]:
    """Return the folder of that name and what `make` said, which the first worker calls."""
    base = places.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / f"shared-{name}"
    folder.mkdir(exist_ok=True)
    said = folder / "said"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not said.exists():
            said.write_text(make(folder), "utf-8")
    return folder, said.read_text("utf-8")


def asked_for(name: str, usual: int) -> int:
    """Return how much of a long test is wanted: UNDERTONE_TEST_… of that name, or the usual."""
    return int(os.environ.get(f"UNDERTONE_TEST_{name}", usual))


Dice = random.Random


def dice(name: str) -> Dice:
    """Return dice that fall the same way each time for a name, so that a fault can be repeated."""
    return Dice(name)
