"""What is remembered between messages is forgotten the moment anybody changes it."""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.orm import Session

from kernel.db import Database
from kernel.settled import Settled


def known_under(settled: Settled, database: Database) -> object:
    with database.reading() as session:
        return settled.known(session)


def test_it_stays_known_while_nothing_changes(database: Database) -> None:
    settled = Settled()
    assert known_under(settled, database) is known_under(settled, database)


def test_a_value_is_read_once(session: Session) -> None:
    known, reads = Settled().known(session), list[int]()

    def read() -> str:
        reads.append(1)
        return "a rota"

    for _ in range(3):
        assert known.once("rota", read) == "a rota"
    assert reads == [1]


def test_without_a_count_nothing_is_remembered(database: Database) -> None:
    with database.unit_of_work() as writing:
        writing.execute(text("DELETE FROM change_count"))
    settled = Settled()
    assert known_under(settled, database) is not known_under(settled, database)
