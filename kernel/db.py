"""The engine and the unit of work; the only commit in the house."""

import fcntl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from psycopg import OperationalError
from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

_BUSY_SECONDS = 30
_READERS = 16
_UNSURE, _USED_AT = "unsure", "used at"
_RESTED_SECONDS = 1.0
# A provider waits fifteen seconds for us: a server that is gone must be known before.
_PATIENCE = {"connect_timeout": 5, "tcp_user_timeout": 8000}
_PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "secure_delete": 1,
    "foreign_keys": 1,
    "trusted_schema": 0,
}


class NotCommitted(Exception):
    """Says that the database took the commit back: it must not be acknowledged."""


class Database:
    """Opens units of work that write and sessions that only read, on SQLite or PostgreSQL."""

    def __init__(self, url: URL, writer: Engine, reader: Engine, turnstile: "_Turnstile") -> None:
        self.url = url
        self.writer = writer
        self.reader = reader
        self._turnstile = turnstile

    @classmethod
    def open(cls, address: str) -> "Database":
        """Opens the database at an SQLAlchemy address."""
        url = make_url(address)
        if url.get_backend_name() == "sqlite":
            writer, reader = _sqlite(url, writing=True), _sqlite(url, writing=False)
            return cls(url, writer, reader, _turnstile(url))
        engine = create_engine(
            url, pool_size=8, max_overflow=8, hide_parameters=True, connect_args=_PATIENCE
        )
        event.listen(engine, "checkout", _ping_after_a_rest)
        event.listen(engine, "checkin", _note_the_time)
        event.listen(engine, "connect", _note_unsure_commits)
        return cls(url, engine, engine, _Turnstile(None))

    @property
    def dialect(self) -> str:
        """Says `sqlite` or `postgresql`."""
        return self.writer.dialect.name

    @contextmanager
    def unit_of_work(self) -> Iterator[Session]:
        """Gives a session whose work happens wholly at the end, or not at all."""
        with self._turnstile.passed(), Session(self.writer, expire_on_commit=False) as session:
            yield session
            session.flush()
            notices = session.connection().info
            notices.pop(_UNSURE, None)
            session.commit()
            if notices.pop(_UNSURE, None):
                raise NotCommitted

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Gives a session that sees one moment and writes nothing."""
        with Session(self.reader, autoflush=False) as session:
            if self.dialect == "postgresql":
                session.execute(text("SET TRANSACTION READ ONLY"))
            yield session
            session.rollback()

    def close(self) -> None:
        """Lets go of every connection."""
        self.writer.dispose()
        self.reader.dispose()


class _Turnstile:
    """Lets one writer at a time into an SQLite file, across threads and processes."""

    def __init__(self, lock_path: Path | None) -> None:
        self._threads = threading.Lock()
        self._path = lock_path
        self._file: IO[bytes] | None = None

    @contextmanager
    def passed(self) -> Iterator[None]:
        if self._path is None:
            yield
            return
        with self._threads:
            if self._file is None:
                self._file = self._path.open("ab")
            fcntl.flock(self._file, fcntl.LOCK_EX)
            try:
                yield
            finally:
                fcntl.flock(self._file, fcntl.LOCK_UN)


_turnstiles: dict[Path, _Turnstile] = {}


def _turnstile(url: URL) -> _Turnstile:
    path = Path(f"{url.database}.lock").absolute()
    return _turnstiles.setdefault(path, _Turnstile(path))


def _sqlite(url: URL, *, writing: bool) -> Engine:
    if not url.database or url.database == ":memory:":
        message = "an SQLite database needs a file: two processes share it"
        raise ValueError(message)
    Path(url.database).absolute().parent.mkdir(parents=True, exist_ok=True)
    # Autocommit hands BEGIN to us: the driver's own late, deferred begin loses updates.
    arguments = {"timeout": _BUSY_SECONDS, "isolation_level": None, "check_same_thread": False}
    size = 1 if writing else _READERS
    engine = create_engine(
        url,
        connect_args=arguments,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=0,
        hide_parameters=True,
    )
    event.listen(engine, "connect", _set_pragmas)
    if not writing:
        event.listen(engine, "connect", _only_read)
    begin = "BEGIN IMMEDIATE" if writing else "BEGIN DEFERRED"

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _set_pragmas(connection: Any, record: object) -> None:  # noqa: ANN401 - a driver's connection
    del record
    cursor = connection.cursor()
    for name, value in _PRAGMAS.items():
        cursor.execute(f"PRAGMA {name}={value}")
        if name != "journal_mode":
            found = cursor.execute(f"PRAGMA {name}").fetchone()[0]
            if found != value:
                message = f"SQLite refused PRAGMA {name}"
                raise RuntimeError(message)
    cursor.close()


def _ping_after_a_rest(connection: Any, record: Any, _: object) -> None:  # noqa: ANN401 - a driver's
    # A ping before every act would be one more way to the server and back for each message.
    rested = time.monotonic() - record.info.get(_USED_AT, 0.0)
    if rested < _RESTED_SECONDS:
        return
    try:
        connection.execute("")
        connection.rollback()
    except OperationalError as error:
        raise DisconnectionError from error


def _note_the_time(_: object, record: Any) -> None:  # noqa: ANN401 - a pool's record
    record.info[_USED_AT] = time.monotonic()


def _only_read(connection: Any, record: object) -> None:  # noqa: ANN401 - a driver's connection
    del record
    connection.execute("PRAGMA query_only=1").close()


def _note_unsure_commits(connection: Any, record: Any) -> None:  # noqa: ANN401 - a driver's connection
    # A cancelled wait for the synchronous standby "succeeds" with only this warning.
    def notice(diagnostic: Any) -> None:  # noqa: ANN401 - psycopg's diagnostic
        if diagnostic.sqlstate == "01000":
            record.info[_UNSURE] = True

    connection.add_notice_handler(notice)
