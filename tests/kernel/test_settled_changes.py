"""A change by whatever hand is seen at once by whoever remembered."""

from __future__ import annotations

import pytest
from sqlalchemy import delete, insert, text, update

from kernel.db import Database
from kernel.rows import ProgrammeRow
from kernel.settled import Settled
from tests.house.filling import fill_every_table

SETTLED = ["programme", "shift", "keyword", "intake_key", "area"]


def known_under(settled: Settled, database: Database) -> object:
    with database.reading() as session:
        return settled.known(session)


def test_adding_changing_and_dropping_are_all_seen(database: Database) -> None:
    settled = Settled()
    steps = [
        insert(ProgrammeRow).values(id="p", settings={}),
        update(ProgrammeRow).values(settings={"play_off_shift": True}),
        delete(ProgrammeRow),
    ]
    for step in steps:
        before = known_under(settled, database)
        with database.unit_of_work() as writing:
            writing.execute(step)
        assert known_under(settled, database) is not before


@pytest.mark.parametrize("table", SETTLED)
def test_a_change_by_another_hand_is_seen(
    table: str, database: Database, database_url: str
) -> None:
    fill_every_table(database_url)
    column = "code" if table == "area" else "id"
    settled = Settled()
    before = known_under(settled, database)
    elsewhere = Database.open(database_url)
    with elsewhere.unit_of_work() as writing:
        writing.execute(text(f"UPDATE {table} SET {column} = {column}"))  # noqa: S608 - from the list above
    elsewhere.close()
    assert known_under(settled, database) is not before


def test_a_change_that_was_taken_back_does_not_poison_what_follows(database: Database) -> None:
    settled = Settled()
    with database.unit_of_work() as writing:
        writing.execute(insert(ProgrammeRow).values(id="p", settings={}))
        writing.rollback()
    before = known_under(settled, database)
    with database.unit_of_work() as writing:
        writing.execute(insert(ProgrammeRow).values(id="q", settings={}))
    assert known_under(settled, database) is not before
