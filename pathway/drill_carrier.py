"""Carries what is said to an invented survivor to nobody: the name of its line is noted."""

from collections.abc import Callable
from uuid import UUID

from kernel.clock import Clock
from kernel.db import Database
from outbox.carrier import Accepted, Carrier, Outcome, Rejected
from outbox.errors import What
from outbox.model import Outgoing
from pathway.drills import SCHEME
from reporting.drills import store

Reading = Callable[[str, str], str]


class DrillCarrier:
    """Delivers to drills; `read` names the line a text is in a language."""

    repeatable = True

    def __init__(self, database: Database, clock: Clock, read: Reading) -> None:
        self._database = database
        self._clock = clock
        self._read = read

    def send(self, outgoing: Outgoing, seconds_left: float) -> Outcome:
        """Notes which line arrived, once however often it is carried."""
        del seconds_left
        drill_id = _drill_of(outgoing)
        with self._database.unit_of_work() as session:
            drill = None if drill_id is None else store.drill(session, drill_id)
            if drill is None:
                return Rejected("no_drill", What.STOP_USING)
            line = self._read(outgoing.text, drill.language)
            store.add_reply(session, outgoing.id, drill.id, line, self._clock.now())
        return Accepted(f"DR{outgoing.id.hex}")


class Apart:
    """Keeps drills away from every carrier that reaches somebody."""

    def __init__(self, drills: Carrier, others: Carrier) -> None:
        self._drills = drills
        self._others = others

    @property
    def repeatable(self) -> bool:
        """Says what the carrier to real people says."""
        return self._others.repeatable

    def send(self, outgoing: Outgoing, seconds_left: float) -> Outcome:
        """Hands a message to the carrier its address belongs to."""
        carrier = self._drills if outgoing.address.scheme == SCHEME else self._others
        return carrier.send(outgoing, seconds_left)


def _drill_of(outgoing: Outgoing) -> UUID | None:
    if outgoing.address.scheme != SCHEME:
        return None
    try:
        return UUID(outgoing.address.id)
    except ValueError:
        return None
