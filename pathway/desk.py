"""What the corridor works with: one transaction's tools, and the house they come from."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from sqlalchemy.orm import Session

from kernel.clock import Clock, local_day
from kernel.db import Database
from kernel.programme import Programme, load_programme
from kernel.settings import Settings
from kernel.settled import Known, Settled
from staff.directory import intake_public
from staff.model import Shift
from staff.store import shifts_of
from vault.keyring import JobsKeyring, WebKeyring
from vault.sealing import Place, PublicKey


@dataclass(frozen=True)
class Denied:
    """Says why somebody may not: not_found, not_yours, not_allowed, no_reply_key."""

    reason: str


class LineClosed(Exception):
    """Says that the programme has not opened its line: texts, readers or keys are missing."""


class NotSetUp(Exception):
    """Says that this database has no programme yet."""


@dataclass(frozen=True)
class Desk:
    """Holds what one act needs: a session, the time, the programme, and the web keyring.

    `drill` names the drill whose invented survivor is being heard; it marks what is written.
    """

    session: Session
    now: datetime
    programme: Programme
    keyring: WebKeyring
    public_url: str = ""
    known: Known = field(default_factory=Known)
    drill: UUID | None = None

    @cached_property
    def today(self) -> date:
        """Returns the programme's calendar day."""
        return local_day(self.now, self.programme.timezone)

    @cached_property
    def intake_id(self) -> UUID:
        """Returns the organization that new reports are sealed to."""
        return UUID(self.programme.intake_organization_id)

    @property
    def rota(self) -> tuple[Shift, ...]:
        """Returns the intake organization's weekly shifts."""
        return self.known.once("rota", lambda: shifts_of(self.session, self.intake_id))

    @property
    def intake_key(self) -> PublicKey:
        """Returns what new reports are sealed to."""
        return self.known.once(
            "intake key", lambda: intake_public(self.session, self.intake_id, self.keyring)
        )

    def require_open_line(self) -> None:
        """Raises LineClosed unless the programme has opened its line."""
        if not self.programme.open:
            raise LineClosed

    def place(self, organization_id: UUID, table: str, row: UUID, column: str = "body") -> Place:
        """Names where a sealed value rests."""
        return Place(self.keyring.programme, str(organization_id), table, str(row), column)


class House:
    """Holds what the doors are given: settings, clock, databases, and keyrings read when used."""

    def __init__(self, settings: Settings, clock: Clock, database: Database) -> None:
        self.settings = settings
        self.clock = clock
        self.database = database
        self._settled = Settled()

    @cached_property
    def keyring(self) -> WebKeyring:
        """Returns the web process's keyring."""
        return WebKeyring.load(self.settings.web_keyring)

    @cached_property
    def jobs_keyring(self) -> JobsKeyring:
        """Returns the jobs process's keyring."""
        return JobsKeyring.load(self.settings.jobs_keyring)

    @cached_property
    def analyst_database(self) -> Database:
        """Returns the safety unit's own way into the database, or the common one."""
        address = self.settings.analyst_database_url
        return Database.open(address) if address else self.database

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """Opens a desk for one act that happens wholly or not at all."""
        with self.database.unit_of_work() as session:
            yield self._desk(session)

    @contextmanager
    def glance(self) -> Iterator[Desk]:
        """Opens a desk that only reads."""
        with self.database.reading() as session:
            yield self._desk(session)

    def programme(self, session: Session) -> Programme:
        """Returns the programme of this database."""
        programme = load_programme(session)
        if programme is None:
            raise NotSetUp("no programme is set up: run `flask init` or `flask demo`")
        return programme

    def _desk(self, session: Session) -> Desk:
        known = self._settled.known(session)
        programme = known.once("programme", lambda: self.programme(session))
        now = self.clock.now()
        return Desk(session, now, programme, self.keyring, self.settings.public_url, known)
