"""Nothing sets, clears or moves a mark: both databases refuse, and a copied one is none."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Executable, text
from sqlalchemy.exc import DBAPIError

from kernel.clock import StoppedClock
from kernel.ids import new_id
from kernel.rows import Row
from pathway import drills
from pathway.drill_ends import end_due
from pathway.marks import drill_of
from tests.drilling import made
from tests.pathway.telling import ask, tell
from tests.practice import Practice

MARKED = ("report", "case_file", "alarm", "need", "attempt")


@pytest.fixture
def both(practice_on_both: Practice) -> Practice:
    """A city with two drills under way and one survivor's case."""
    made(practice_on_both)
    made(practice_on_both)
    ask(practice_on_both, tell(practice_on_both), "Fair Hearing")
    return practice_on_both


def of_drill(practice: Practice, table: str) -> Any:  # noqa: ANN401 - a row
    return next(one for one in rows(practice, table) if one.drill is not None)


def rows(practice: Practice, table: str) -> list[Any]:
    with practice.house.database.reading() as session:
        return list(session.execute(Row.metadata.tables[table].select()).all())


def refused(practice: Practice, statement: Executable) -> None:
    with (
        pytest.raises(DBAPIError, match=r"mark of a drill|rows of a drill"),
        practice.house.database.unit_of_work() as session,
    ):
        session.execute(statement)


def test_no_statement_changes_a_mark(both: Practice) -> None:
    for name in MARKED:
        table, drilled = Row.metadata.tables[name], of_drill(both, name)
        here, before = table.c.id == drilled.id, rows(both, name)
        refused(both, table.update().where(here).values(drill=None))
        refused(both, table.update().where(here).values(drill=drilled.drill[:-1] + b"x"))
        refused(both, table.update().where(here).values(id=new_id()))
        refused(both, table.delete().where(here))
        assert rows(both, name) == before


def test_a_real_row_cannot_be_made_a_drill_s(both: Practice) -> None:
    for name in ("report", "case_file", "need", "attempt"):
        table, mark = Row.metadata.tables[name], of_drill(both, name).drill
        real = next(one for one in rows(both, name) if one.drill is None)
        refused(both, table.update().where(table.c.id == real.id).values(drill=mark))


def test_a_row_put_in_another_s_place_keeps_the_mark(both: Practice) -> None:
    if both.house.database.dialect != "sqlite":
        pytest.skip("only SQLite puts a row in another's place")
    drilled = of_drill(both, "report")
    columns = ", ".join(name for name in drilled._fields if name != "drill")
    statement = f"INSERT OR REPLACE INTO report ({columns}) SELECT {columns} FROM report"  # noqa: S608 - names of columns
    refused(both, text(statement))


def test_a_mark_copied_to_a_new_row_is_none(both: Practice) -> None:
    drilled = of_drill(both, "case_file")
    values = {name: getattr(drilled, name) for name in drilled._fields}
    values |= {"id": new_id(), "code": "COPYCOPY"}
    with both.house.desk() as desk:
        desk.session.execute(Row.metadata.tables["case_file"].insert().values(values))
    house = both.house
    assert drill_of(house.keyring, "case_file", values["id"], drilled.drill) is None
    drill_id = drill_of(house.keyring, "case_file", drilled.id, drilled.drill)
    assert drill_id is not None
    with house.desk() as desk:
        assert "COPYCOPY" not in drills.cases_of(desk.session, desk.keyring, drill_id).values()
        drills.reveal(desk.session, desk.keyring, drill_id, desk.now)
    states = {one.code: one.state for one in rows(both, "case_file")}
    assert (states["COPYCOPY"], states[drilled.code]) == (values["state"], "closed")


def test_its_rows_go_once_it_is_over(both: Practice, clock: StoppedClock) -> None:
    clock.advance(minutes=15)
    with both.house.desk() as desk:
        assert len(end_due(desk)) == 2
    alarm = Row.metadata.tables["alarm"]
    with both.house.database.unit_of_work() as session:
        session.execute(alarm.delete().where(alarm.c.drill.is_not(None)))
    assert [one for one in rows(both, "alarm") if one.drill is not None] == []
