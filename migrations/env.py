"""Runs the migrations in one unit of work, and compares them with the rows."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection, DateTime

from kernel.db import Database
from kernel.rows import Row, Utc
from kernel.settings import Settings

ROOT = Path(__file__).resolve().parent.parent


def every_rows_module() -> list[str]:
    """List the modules that hold tables: foreign keys cross rooms, so all are needed."""
    found = [*ROOT.glob("[a-z]*/rows.py"), *ROOT.glob("[a-z]*/[a-z]*/rows.py")]
    paths = (path.relative_to(ROOT).with_suffix("") for path in found)
    return sorted(".".join(path.parts) for path in paths if path.parts[0] != "tests")


def render(kind: str, item: object, autogen: AutogenContext) -> str | Literal[False]:
    """Write our own column type as the plain one: a migration never imports rows."""
    del autogen
    if kind == "type" and isinstance(item, Utc):
        return repr(DateTime(timezone=True)).replace("DateTime", "sa.DateTime")
    return False


def migrate(connection: Connection) -> None:
    """Run what was asked for on an open connection."""
    for module in every_rows_module():
        importlib.import_module(module)
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
