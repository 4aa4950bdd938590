"""A house with people at their desks, made once and copied for each test."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from werkzeug.serving import make_server

from kernel.clock import StoppedClock
from tests import databases
from tests.conftest import NOON
from tests.doors.desks.deskwork import Deskwork, found, open_desks
from tests.practice import copy_folder


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    var = tmp_path_factory.mktemp("desks") / "var"
    var.mkdir()
    url = f"sqlite:///{var}/undertone.db"
    databases.to_head(url)
    found(var, url, StoppedClock(NOON))
    databases.settle(var / "undertone.db")
    return var


@pytest.fixture
def work(founded: Path, tmp_path: Path, clock: StoppedClock, public_url: str) -> Deskwork:
    """A fresh copy of the house; nobody is signed in yet."""
    return open_desks(copy_folder(founded, tmp_path / "var"), clock, public_url)


@pytest.fixture
def served(work: Deskwork, port: int, public_url: str) -> Iterator[str]:
    """The address of the house, served to a browser for one test."""
    server = make_server("127.0.0.1", port, work.app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield public_url
    server.shutdown()
    thread.join()
