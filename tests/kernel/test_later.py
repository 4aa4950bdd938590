"""What waits to be written is written before anybody looks, together, and not without a commit."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import bindparam, event, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from jobs.rows import JobDueRow
from kernel.clock import StoppedClock
from kernel.db import Database
from kernel.ids import new_code
from kernel.later import at_once, later
from kernel.rows import ProgrammeRow, table_of

_JOB = table_of(JobDueRow)
ADD_JOB = insert(_JOB)
HOLD = update(_JOB).where(_JOB.c.name == bindparam("of")).values(holder=bindparam("by"))


def job(name: str, clock: StoppedClock) -> dict[str, Any]:
    return {"name": name, "next_run_at": clock.now()}


def names(session: Session) -> list[str]:
    return list(session.scalars(select(JobDueRow.name).order_by(JobDueRow.name)))


def statements(database: Database) -> list[str]:
    heard: list[str] = []
    event.listen(
        database.writer, "before_cursor_execute", lambda _c, _k, sql, *_: heard.append(sql)
    )
    return heard


def test_a_look_through_the_session_sees_it(session: Session, clock: StoppedClock) -> None:
    later(session, ADD_JOB, job("states", clock))
    assert names(session) == ["states"]


def test_a_straight_look_sees_it(session: Session, clock: StoppedClock) -> None:
    later(session, ADD_JOB, job("states", clock))
    assert at_once(session).scalar(select(_JOB.c.name)) == "states"


def test_the_commit_writes_it(database: Database, clock: StoppedClock) -> None:
    with database.unit_of_work() as session:
        later(session, ADD_JOB, job("states", clock))
    with database.reading() as session:
        assert names(session) == ["states"]


def test_it_waits_for_nothing_that_is_added_after(session: Session, clock: StoppedClock) -> None:
    later(session, ADD_JOB, job("states", clock))
    session.add(JobDueRow(**job("facts", clock)))
    assert names(session) == ["facts", "states"]


def test_what_is_taken_back_is_never_written(database: Database, clock: StoppedClock) -> None:
    with database.unit_of_work() as session:
        later(session, ADD_JOB, job("states", clock))
        session.rollback()
    with database.reading() as session:
        assert names(session) == []


def test_a_refusal_of_the_database_takes_everything_back(
    database: Database, clock: StoppedClock
) -> None:
    def add() -> None:
        with database.unit_of_work() as session:
            session.add(ProgrammeRow(id=new_code(), settings={}))
            later(session, ADD_JOB, job("states", clock))

    add()
    with pytest.raises(IntegrityError):
        add()
    with database.reading() as session:
        assert len(session.scalars(select(ProgrammeRow.id)).all()) == 1


def test_different_statements_travel_together_on_a_server(
    database: Database, clock: StoppedClock
) -> None:
    with database.unit_of_work() as session:
        later(session, ADD_JOB, job("states", clock))
    heard = statements(database)
    with database.unit_of_work() as session:
        later(session, HOLD, {"of": "states", "by": "one"})
        later(session, ADD_JOB, job("facts", clock))
    writes = [sql for sql in heard if not sql.startswith("BEGIN")]
    assert len(writes) == (1 if database.dialect == "postgresql" else 2)
    with database.reading() as session:
        held = session.execute(select(JobDueRow.name, JobDueRow.holder).order_by(JobDueRow.name))
        assert [tuple(row) for row in held] == [("facts", None), ("states", "one")]


def test_the_same_statement_twice_is_written_twice(session: Session, clock: StoppedClock) -> None:
    for name in ("facts", "inbound", "states"):
        later(session, ADD_JOB, job(name, clock))
    assert names(session) == ["facts", "inbound", "states"]


def test_a_statement_may_not_bring_values_of_its_own(
    postgres_url: str, clock: StoppedClock
) -> None:
    stray = update(_JOB).where(_JOB.c.name == "states").values(holder=bindparam("by"))
    database = Database.open(postgres_url)

    def write() -> None:
        with database.unit_of_work() as session:
            later(session, stray, {"by": "one"})
            later(session, ADD_JOB, job("facts", clock))

    with pytest.raises(ValueError, match="of its own"):
        write()
    database.close()
