"""Puts one made-up row into each table of a database, as the database itself describes them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import Column, MetaData, Table, types

from kernel.db import Database
from kernel.ids import new_id

MADE_UP: list[tuple[type[types.TypeEngine[Any]], Any]] = [
    (types.Boolean, True),
    (types.DateTime, datetime(2026, 11, 18, 12, tzinfo=UTC)),
    (types.Date, date(2026, 11, 18)),
    (types.Time, time(12)),
    (types.Integer, 3),
    (types.Numeric, 1.5),
    (types.JSON, {"made": "up"}),
    (types.LargeBinary, b"made up"),
]


def fill_every_table(url: str, only: Collection[str] | None = None) -> None:
    """Put one row into every table, parents first, or into those named."""
    database = Database.open(url)
    found = MetaData()
    with database.unit_of_work() as session:
        # The named ones bring their parents with them.
        found.reflect(session.connection(), only=sorted(only) if only is not None else None)
        given: dict[Column[Any], Any] = {}
        for table in found.sorted_tables:
            if table.name == "alembic_version":
                continue
            if only is None or table.name in only:
                values = made_up_row(table, given)
                session.execute(table.insert().values(values))
                given |= {table.c[name]: value for name, value in values.items()}
            else:
                kept = session.execute(table.select().limit(1)).mappings().one()
                given |= {table.c[name]: value for name, value in kept.items()}
    database.close()


def made_up_row(table: Table, given: dict[Column[Any], Any]) -> dict[str, Any]:
    """Return a value for every column; a foreign key takes its parent's."""
    row = {}
    for column in table.columns:
        parents = [key.column for key in column.foreign_keys]
        if parents and parents[0].table is table:
            continue
        row[column.name] = given[parents[0]] if parents else made_up(column)
    return row


def made_up(column: Column[Any]) -> Any:  # noqa: ANN401 - whatever the column takes
    """Return a value that the column takes."""
    if isinstance(column.type, types.Uuid):
        return new_id()
    for kind, value in MADE_UP:
        if isinstance(column.type, kind):
            return value
    length = getattr(column.type, "length", None)
    return new_id().hex[:length]
