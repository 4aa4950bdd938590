"""Takes the database away from a house for a while, as an outage does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import create_engine, text

from kernel.vocabulary import Address, Inbound
from pathway.desk import House

NOON = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)


PHONE = Address.parse("+15550142")


def inbound(said: str, number: int, sender: Address = PHONE) -> Inbound:
    line = Address.parse("+15550190")
    return Inbound("twilio", f"SM{number:032x}", sender, line, said, NOON)


@contextmanager
def away(house: House) -> Iterator[None]:
    """Take the database away for a while: the file of SQLite, the connections of PostgreSQL."""
    name = house.database.url.database
    if house.database.dialect == "postgresql":
        tell(house, f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
        ours = f"pg_stat_activity WHERE datname = '{name}'"
        tell(house, f"SELECT pg_terminate_backend(pid) FROM {ours}")  # noqa: S608
        yield
        tell(house, f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')
        return
    path = Path(str(house.database.url.database))
    house.database.close()
    gone = path.with_name("gone.db")
    path.rename(gone)
    path.mkdir()
    try:
        yield
    finally:
        path.rmdir()
        gone.rename(path)


def tell(house: House, order: str) -> None:
    """Give the server of a database an order from outside that database."""
    engine = create_engine(
        house.database.url.set(database="postgres"), isolation_level="AUTOCOMMIT"
    )
    with engine.connect() as connection:
        connection.execute(text(order))
    engine.dispose()


def count(house: House, table: str) -> int:
    with house.database.reading() as session:
        return int(session.scalar(text(f"SELECT count(*) FROM {table}")) or 0)  # noqa: S608
