"""The unit of work: whole or not at all, and of many writers at once none is lost."""

from __future__ import annotations

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from kernel import leases
from kernel.clock import SystemClock
from kernel.db import _UNSURE, Database, NotCommitted
from kernel.rows import ProgrammeRow

_ROOT = Path(__file__).resolve().parents[2]
_COUNTING = """
import sys
from kernel.db import Database
from tests.kernel.test_db import add_one
database = Database.open(sys.argv[1])
for _ in range(int(sys.argv[2])):
    with database.unit_of_work() as session:
        add_one(session)
"""


def put(session: Session, count: int) -> None:
    session.merge(ProgrammeRow(id="counter", settings={"count": count}))


def add_one(session: Session) -> None:
    """Reads, then writes what it read plus one: the pattern that loses updates."""
    found = session.get(ProgrammeRow, "counter", with_for_update=True)
    assert found is not None
    found.settings = {"count": found.settings["count"] + 1}


def counted(database: Database) -> int | None:
    with database.reading() as session:
        found = session.get(ProgrammeRow, "counter")
        return None if found is None else int(found.settings["count"])


@pytest.fixture
def counter(database: Database) -> Database:
    with database.unit_of_work() as session:
        put(session, 0)
    return database


def test_threads_that_read_then_write_lose_nothing(counter: Database) -> None:
    def work(_: int) -> None:
        with counter.unit_of_work() as session:
            add_one(session)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(160)))

    assert counted(counter) == 160


def test_two_processes_and_this_one_lose_nothing_on_sqlite(sqlite_url: str) -> None:
    database = Database.open(sqlite_url)
    with database.unit_of_work() as session:
        put(session, 0)
    command = [sys.executable, "-c", _COUNTING, sqlite_url, "40"]
    others = [subprocess.Popen(command, cwd=_ROOT) for _ in range(2)]  # noqa: S603 - this project
    for _ in range(40):
        with database.unit_of_work() as session:
            add_one(session)

    assert [other.wait(60) for other in others] == [0, 0]
    assert counted(database) == 120
    database.close()


def test_an_accident_takes_everything_back(counter: Database) -> None:
    def work() -> None:
        with counter.unit_of_work() as session:
            put(session, 7)
            session.flush()
            session.add(ProgrammeRow(id="second", settings={}))
            session.flush()
            raise LookupError

    with pytest.raises(LookupError):
        work()

    assert counted(counter) == 0
    with counter.reading() as session:
        assert session.get(ProgrammeRow, "second") is None


def test_nothing_is_seen_before_the_end(counter: Database) -> None:
    with counter.unit_of_work() as session:
        put(session, 7)
        session.flush()
        assert counted(counter) == 0
    assert counted(counter) == 7


def test_after_an_accident_the_next_one_can_write(counter: Database) -> None:
    def fail() -> None:
        with counter.unit_of_work() as session:
            add_one(session)
            raise LookupError

    for _ in range(3):
        with pytest.raises(LookupError):
            fail()
    with counter.unit_of_work() as session:
        add_one(session)
    assert counted(counter) == 1


def test_a_reading_session_keeps_nothing(counter: Database) -> None:
    try:
        with counter.reading() as session:
            put(session, 9)
            session.flush()
    except DBAPIError:
        pass
    assert counted(counter) == 0


def test_a_reading_session_cannot_write(counter: Database) -> None:
    with pytest.raises(DBAPIError), counter.reading() as session:
        session.execute(text("UPDATE programme SET id = 'other'"))


def test_readers_go_on_while_somebody_writes(counter: Database) -> None:
    writing, done = threading.Event(), threading.Event()

    def write() -> None:
        with counter.unit_of_work() as session:
            add_one(session)
            session.flush()
            writing.set()
            assert done.wait(10)

    writer = threading.Thread(target=write)
    writer.start()
    assert writing.wait(10)
    seen = counted(counter)
    done.set()
    writer.join()
    assert (seen, counted(counter)) == (0, 1)


def test_sqlite_is_set_as_the_house_wants_it(sqlite_url: str) -> None:
    database = Database.open(sqlite_url)
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "foreign_keys": 1,
        "trusted_schema": 0,
    }
    for session_of in (database.unit_of_work, database.reading):
        with session_of() as session:
            found = {name: session.scalar(text(f"PRAGMA {name}")) for name in wanted}
        assert found == wanted
    database.close()


def test_sqlite_needs_a_file() -> None:
    with pytest.raises(ValueError, match="needs a file"):
        Database.open("sqlite:///:memory:")


def test_postgres_waits_for_its_disk(postgres_url: str) -> None:
    database = Database.open(postgres_url)
    with database.unit_of_work() as session:
        assert session.scalar(text("SHOW synchronous_commit")) == "on"
    database.close()


def test_a_commit_that_the_standby_never_had_is_no_commit(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Database.open(postgres_url)

    def commit_with_warning(session: Session) -> None:
        session.execute(text("DO $$ BEGIN RAISE WARNING 'canceling wait'; END $$"))
        really_commit(session)

    really_commit = Session.commit
    monkeypatch.setattr(Session, "commit", commit_with_warning)
    with pytest.raises(NotCommitted), database.unit_of_work() as session:
        put(session, 1)
    monkeypatch.undo()
    with database.unit_of_work() as session:
        assert _UNSURE not in session.connection().info
        put(session, 2)
    database.close()


def test_leases_are_told_the_database_s_own_time(database: Database) -> None:
    with database.unit_of_work() as session:
        told = leases.database_now(session)
    assert told.tzinfo is not None
    assert abs((SystemClock().now() - told).total_seconds()) < 60


def test_an_error_names_no_values(database: Database) -> None:
    with database.reading() as session, pytest.raises(DBAPIError) as failed:
        session.execute(text("SELECT 1 FROM nowhere WHERE name = :name"), {"name": "quetzal"})
    assert "quetzal" not in str(failed.value)
