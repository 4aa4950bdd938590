"""Runs the migrations in one unit of work, and compares them with the rows."""

from __future__ import annotations

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection, DateTime

from commands.tables import every_table
from kernel.db import Database
from kernel.rows import Row, Utc
from kernel.settings import Settings


def render(kind: str, item: object, autogen: AutogenContext) -> str | Literal[False]:
    """Write our own column type as the plain one: a migration never imports rows."""
    del autogen
    if kind == "type" and isinstance(item, Utc):
        return repr(DateTime(timezone=True)).replace("DateTime", "sa.DateTime")
    return False


def migrate(connection: Connection) -> None:
    """Run what was asked for on an open connection."""
    every_table()
    context.configure(
        connection=connection,
        target_metadata=Row.metadata,
        render_item=render,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if isinstance(given, Connection):
    migrate(given)
else:
    database = Database.open(Settings.load().database_url)
    with database.unit_of_work() as session:
        migrate(session.connection())
    database.close()
