"""Where the provider's forms of buttons are remembered; never commits outside its own unit."""

from typing import Protocol

from kernel.db import Database
from kernel.rows import insert_or_replace
from outbox.rows import ContentFormRow

_KEEP = insert_or_replace(ContentFormRow, ["shape"])


class Forms(Protocol):
    """Remembers under which id the provider holds a form."""

    def find(self, shape: str) -> str | None:
        """Returns the id of a form, if it was made."""
        ...

    def keep(self, shape: str, sid: str) -> None:
        """Remembers a form that was made; an empty id forgets it."""
        ...


class FormsInMemory:
    """Remembers forms for as long as the process runs."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def find(self, shape: str) -> str | None:
        """Returns the id of a form, if it was made."""
        return self._known.get(shape) or None

    def keep(self, shape: str, sid: str) -> None:
        """Remembers a form that was made."""
        self._known[shape] = sid


class FormsInDatabase:
    """Remembers forms for all processes; a form holds the words of choices and nobody's own."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._near = FormsInMemory()

    def find(self, shape: str) -> str | None:
        """Returns the id of a form, if it was made."""
        near = self._near.find(shape)
        if near is not None:
            return near
        with self._database.reading() as session:
            row = session.get(ContentFormRow, shape)
            found = row.sid if row else ""
        self._near.keep(shape, found)
        return found or None

    def keep(self, shape: str, sid: str) -> None:
        """Remembers a form that was made."""
        with self._database.unit_of_work() as session:
            session.execute(_KEEP, {"shape": shape, "sid": sid})
        self._near.keep(shape, sid)
