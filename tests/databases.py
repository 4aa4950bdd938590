"""Makes databases for tests: migrated once, copied for each test."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, make_url, text

from kernel.db import Database
from kernel.ids import new_id

ROOT = Path(__file__).resolve().parent.parent


def alembic_config() -> Config:
    """Return the project's Alembic settings."""
    return Config(ROOT / "alembic.ini")


def migrate(url: str, revision: str, *, down: bool = False) -> None:
    """Bring a database to a revision, up or down."""
    database = Database.open(url)
    config = alembic_config()
    with database.unit_of_work() as session:
        config.attributes["connection"] = session.connection()
        (command.downgrade if down else command.upgrade)(config, revision)
    database.close()


def to_head(url: str) -> None:
    """Bring a database to the newest migration."""
    migrate(url, "head")


def settle(path: Path) -> None:
    """Fold SQLite's write-ahead log into its file, so that the file alone is the database."""
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


def make_postgres(server: str, template: str | None = None) -> str:
    """Make a database on a server, from a template if given, and return its address."""
    name = f"t_{new_id().hex}"
    source = make_url(template).database if template else "template0"
    _tell(server, f'CREATE DATABASE "{name}" TEMPLATE "{source}"')
    return make_url(server).set(database=name).render_as_string(hide_password=False)


@contextmanager
def postgres_database(server: str, template: str | None = None) -> Iterator[str]:
    """Make a database on a server, and drop it at the end."""
    url = make_postgres(server, template)
    try:
        yield url
    finally:
        _tell(server, f'DROP DATABASE IF EXISTS "{make_url(url).database}" WITH (FORCE)')


def _tell(server: str, order: str) -> None:
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(order))
    engine.dispose()
