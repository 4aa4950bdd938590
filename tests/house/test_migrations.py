"""The migrations make what the rows say, forwards and backwards, with data in the tables."""

from __future__ import annotations

import ast

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import func, inspect, select, table

from kernel.db import Database
from kernel.rows import Row
from tests import databases
from tests.house.filling import fill_every_table
from tests.house.source import ROOT

SCRIPTS = ScriptDirectory.from_config(databases.alembic_config())
REVISIONS = [script.revision for script in reversed(list(SCRIPTS.walk_revisions()))]


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest) -> str:
    wanted = "empty_sqlite_url" if request.param == "sqlite" else "empty_postgres_url"
    url: str = request.getfixturevalue(wanted)
    return url


def counts_of(url: str) -> dict[str, int]:
    """Count the rows of every table, without reading what the tables are made of."""
    database = Database.open(url)
    with database.reading() as session:
        names = inspect(session.connection()).get_table_names()
        counts = {
            name: session.scalar(select(func.count()).select_from(table(name))) or 0
            for name in names
        }
    database.close()
    return counts


def test_there_is_one_head_and_one_line() -> None:
    assert len(SCRIPTS.get_heads()) == 1
    assert len(SCRIPTS.get_bases()) == 1


def test_the_files_are_numbered_in_their_order() -> None:
    assert [revision[:4] for revision in REVISIONS] == [
        f"{number:04d}" for number in range(1, len(REVISIONS) + 1)
    ]


def test_the_migrations_make_what_the_rows_say(database: Database) -> None:
    with database.reading() as session:
        context = MigrationContext.configure(session.connection(), opts={"compare_type": True})
        assert compare_metadata(context, Row.metadata) == []


def test_every_index_and_constraint_has_a_name(database: Database) -> None:
    with database.reading() as session:
        seen = inspect(session.connection())
        for table in seen.get_table_names():
            assert all(key["name"] for key in seen.get_foreign_keys(table)), table
            assert all(key["name"] for key in seen.get_unique_constraints(table)), table


@pytest.mark.parametrize("revision", REVISIONS)
def test_each_goes_up_down_and_up_again_with_data(empty_url: str, revision: str) -> None:
    databases.migrate(empty_url, revision)
    fill_every_table(empty_url)
    before = counts_of(empty_url)
    databases.migrate(empty_url, "-1", down=True)
    databases.migrate(empty_url, revision)
    after = counts_of(empty_url)
    assert before.keys() == after.keys()
    fill_every_table(empty_url, only={name for name, count in after.items() if count == 0})
    assert all(counts_of(empty_url).values())


def test_down_to_nothing_leaves_nothing(empty_url: str) -> None:
    databases.migrate(empty_url, "head")
    fill_every_table(empty_url)
    databases.migrate(empty_url, "base", down=True)
    assert counts_of(empty_url).keys() <= {"alembic_version"}


def test_a_migration_imports_no_rows() -> None:
    for path in (ROOT / "migrations" / "versions").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            assert {name.split(".")[0] for name in names} <= {"sqlalchemy", "alembic"}
