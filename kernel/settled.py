"""What a city seldom changes, remembered until the database counts a change.

Programme, rota, coded words and intake keys are read with every message. Each process keeps what
it read, and reads one number instead; triggers add to that number, whoever makes the change.
"""

from collections.abc import Callable
from typing import Any, Final, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from kernel.later import at_once
from kernel.rows import ChangeCountRow, table_of

Value = TypeVar("Value")
THE_COUNT: Final = 1
_COUNT = table_of(ChangeCountRow)
_CHANGES = select(_COUNT.c.changes).where(_COUNT.c.id == THE_COUNT)


class Known:
    """Holds what was read under one count of changes."""

    def __init__(self) -> None:
        self._values: dict[str, Any] = {}

    def once(self, name: str, read: Callable[[], Value]) -> Value:
        """Returns what is known by a name, reading it the first time."""
        if name not in self._values:
            self._values[name] = read()
        value: Value = self._values[name]
        return value


class Settled:
    """Remembers for one process what was read under the newest count it has seen."""

    def __init__(self) -> None:
        self._newest: tuple[int | None, Known] = (None, Known())

    def known(self, session: Session) -> Known:
        """Returns what is still true; call it before this transaction changes anything."""
        changes = at_once(session).execute(_CHANGES).scalar()
        seen, known = self._newest
        if changes is None or changes != seen:
            # A new holder, not a cleared one: another thread may be at work under the old count.
            known = Known()
            self._newest = (changes, known)
        return known
