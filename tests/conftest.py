"""What every test may lean on: one stopped clock, fresh databases, no outside network."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from kernel.clock import StoppedClock
from kernel.db import Database
from tests import cheaper, databases
from tests.practice import Practice, copy_folder, found_city, open_city
from tests.shared import once

POSTGRES = os.environ.get("UNDERTONE_TEST_POSTGRES_URL")
NOON = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _no_outside_network(monkeypatch: pytest.MonkeyPatch) -> None:
    connect = socket.socket.connect

    def inside_only(self: socket.socket, address: Any) -> None:  # noqa: ANN401 - whatever a socket takes
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            host = str(address[0])
            assert host.startswith("127.") or host in {"::1", "localhost"}, f"outside: {host}"
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", inside_only)


@pytest.fixture(scope="session", autouse=True)
def _no_settings_of_this_machine() -> None:
    for name in [name for name in os.environ if name.startswith("UNDERTONE_")]:
        if not name.startswith("UNDERTONE_TEST_"):
            del os.environ[name]


@pytest.fixture(scope="session", autouse=True)
def _sums_are_remembered() -> None:
    cheaper.remember()


@pytest.fixture
def clock() -> StoppedClock:
    """One fixed noon, in UTC; a test moves it with `advance`."""
    return StoppedClock(NOON)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "undertone.db"
    databases.to_head(f"sqlite:///{path}")
    databases.settle(path)
    return path


@pytest.fixture(scope="session")
def postgres_template() -> Iterator[str | None]:
    if POSTGRES is None:
        yield None
        return
    with databases.postgres_database(POSTGRES) as url:
        databases.to_head(url)
        yield url


@pytest.fixture
def sqlite_url(tmp_path: Path, sqlite_template: Path) -> str:
    """The address of a fresh SQLite database at head."""
    path = tmp_path / "undertone.db"
    path.write_bytes(sqlite_template.read_bytes())
    return f"sqlite:///{path}"


@pytest.fixture
def postgres_url(postgres_template: str | None) -> Iterator[str]:
    """The address of a fresh PostgreSQL database at head; skips where there is no server."""
    if POSTGRES is None or postgres_template is None:
        pytest.skip("no PostgreSQL server: run it through `make test`")
    with databases.postgres_database(POSTGRES, template=postgres_template) as url:
        yield url


@pytest.fixture
def empty_sqlite_url(tmp_path: Path) -> str:
    """The address of an SQLite database with nothing in it."""
    return f"sqlite:///{tmp_path}/empty.db"


@pytest.fixture
def empty_postgres_url() -> Iterator[str]:
    """The address of a PostgreSQL database with nothing in it."""
    if POSTGRES is None:
        pytest.skip("no PostgreSQL server: run it through `make test`")
    with databases.postgres_database(POSTGRES) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of a fresh database at head: the test runs once on each kind."""
    wanted = "sqlite_url" if request.param == "sqlite" else "postgres_url"
    url: str = request.getfixturevalue(wanted)
    return url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A fresh database at head, on SQLite and on PostgreSQL."""
    opened = Database.open(database_url)
    yield opened
    opened.close()


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    """A session inside one unit of work of `database`."""
    with database.unit_of_work() as session:
        yield session


@pytest.fixture(scope="session")
def city_on_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    def make(folder: Path) -> str:
        var = folder / "var"
        var.mkdir()
        found_city(var, f"sqlite:///{var}/undertone.db", StoppedClock(NOON))
        databases.settle(var / "undertone.db")
        return "made"

    folder, _ = once(tmp_path_factory, "city", make)
    return folder / "var"


@pytest.fixture(scope="session")
def city_on_postgres(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    if POSTGRES is None:
        pytest.skip("no PostgreSQL server: run it through `make test`")

    def make(folder: Path) -> str:
        var = folder / "var"
        var.mkdir()
        url = databases.make_postgres(POSTGRES)
        found_city(var, url, StoppedClock(NOON))
        return url

    folder, url = once(tmp_path_factory, "city-on-postgres", make)
    return folder / "var", url


@pytest.fixture
def public_url() -> str:
    """The address the house believes it is found at; the tests of doors override it."""
    return "http://127.0.0.1:8000"


@pytest.fixture
def practice(
    city_on_sqlite: Path, tmp_path: Path, clock: StoppedClock, public_url: str
) -> Iterator[Practice]:
    """A practice house of its own, on SQLite, at `clock`'s noon."""
    var = copy_folder(city_on_sqlite, tmp_path / "var")
    made = open_city(var, f"sqlite:///{var}/undertone.db", clock, public_url)
    yield made
    made.house.database.close()


@pytest.fixture
def practice_on_postgres(
    city_on_postgres: tuple[Path, str], tmp_path: Path, clock: StoppedClock, public_url: str
) -> Iterator[Practice]:
    """A practice house of its own, on PostgreSQL; skips where there is no server."""
    assert POSTGRES
    source, template = city_on_postgres
    var = copy_folder(source, tmp_path / "var")
    with databases.postgres_database(POSTGRES, template=template) as url:
        made = open_city(var, url, clock, public_url)
        yield made
        made.house.database.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def practice_on_both(request: pytest.FixtureRequest) -> Practice:
    """A practice house of its own: the test runs once on each kind of database."""
    wanted = "practice" if request.param == "sqlite" else "practice_on_postgres"
    made: Practice = request.getfixturevalue(wanted)
    return made
