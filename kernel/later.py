"""Writes that nobody waits for: they go to the database together, before the next read.

On PostgreSQL each statement is a way there and back; most of a message's rows are written without
a look at the answer, so they travel as one statement. On SQLite they are written one by one.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import Connection, Executable, event
from sqlalchemy.dialects.postgresql import psycopg
from sqlalchemy.orm import Session
from sqlalchemy.sql.elements import ClauseElement

Parts = tuple[tuple[Executable, tuple[str, ...]], ...]
_WAITING: Final = "waiting"
_DIALECT: Final = psycopg.dialect()  # type: ignore[no-untyped-call]
_PLACE: Final = re.compile(r"%\((\w+)\)s")


def later(session: Session, statement: Executable, values: Mapping[str, Any]) -> None:
    """Writes with others: before the next read through this session, or with its commit.

    Statements that may touch the same row must not wait together: the second would not see
    what the first wrote. The same statement twice is written in two goes.
    """
    if not session.in_transaction():
        session.begin()  # so that a rollback is one, and what waits is forgotten with it
    waiting = session.info.setdefault(_WAITING, [])
    if any(statement is earlier for earlier, _ in waiting):
        _write(session)
        waiting = session.info.setdefault(_WAITING, [])
    waiting.append((statement, values))


def at_once(session: Session) -> Connection:
    """Returns the session's connection, with everything that waited written."""
    _write(session)
    return session.connection()


def _write(session: Session, *_: object) -> None:
    waiting = session.info.pop(_WAITING, None)
    if not waiting:
        return
    connection = session.connection()
    if connection.dialect.name == "postgresql" and len(waiting) > 1:
        sql = _joined(tuple((statement, tuple(values)) for statement, values in waiting))
        connection.exec_driver_sql(sql, _numbered([values for _, values in waiting]))
        return
    for statement, values in waiting:
        connection.execute(statement, values)


@lru_cache(maxsize=256)
def _joined(parts: Parts) -> str:
    """Joins statements into one; all but the last stand before it as named parts."""
    written = [_written(at, statement, names) for at, (statement, names) in enumerate(parts)]
    named = ", ".join(f"part_{at} AS ({one})" for at, one in enumerate(written[:-1]))
    return f"WITH {named} {written[-1]}"


def _written(at: int, statement: Executable, names: tuple[str, ...]) -> str:
    if not isinstance(statement, ClauseElement):
        raise TypeError(type(statement).__name__)
    compiled = statement.compile(dialect=_DIALECT, column_keys=list(names))
    if set(compiled.params) != set(names):
        raise ValueError("a statement that waits brings no values of its own")
    return _PLACE.sub(rf"%({at}_\1)s", str(compiled))


def _numbered(waiting: list[Mapping[str, Any]]) -> dict[str, Any]:
    return {
        f"{at}_{name}": value for at, values in enumerate(waiting) for name, value in values.items()
    }


def _forget(session: Session, *_: object) -> None:
    session.info.pop(_WAITING, None)


event.listen(Session, "do_orm_execute", lambda state: _write(state.session))
event.listen(Session, "before_flush", _write)
event.listen(Session, "before_commit", _write)
event.listen(Session, "after_rollback", _forget)
