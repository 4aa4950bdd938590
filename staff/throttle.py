"""How often somebody may try to sign in, without letting a stranger lock a member out.

The strict limit counts an e-mail address together with where the tries come from; one origin has
a wider limit of its own. Nothing is ever closed for a member on account of tries from elsewhere.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from staff import door_store
from staff.model import folded_email
from vault.derive import keyed
from vault.keyring import WebKeyring

WINDOW = timedelta(minutes=15)
TRIES_EACH = 6
TRIES_FROM_ONE_ORIGIN = 60


@dataclass(frozen=True)
class Throttle:
    """Holds the keyed handles under which one visitor's failures are counted."""

    pair: bytes
    origin: bytes

    @classmethod
    def of(cls, keyring: WebKeyring, email: str, origin: str) -> "Throttle":
        """Returns the handles of an e-mail address tried from an origin."""
        pepper, name, place = keyring.rate_pepper, folded_email(email).encode(), origin.encode()
        return cls(keyed(pepper, b"pair", name, place), keyed(pepper, b"origin", place))

    def is_closed(self, session: Session, now: datetime) -> bool:
        """Says whether there were too many failures of late."""
        since = now - WINDOW
        return (
            door_store.failures(session, self.pair, since) >= TRIES_EACH
            or door_store.failures(session, self.origin, since) >= TRIES_FROM_ONE_ORIGIN
        )

    def note_failure(self, session: Session, now: datetime) -> None:
        """Counts one failure."""
        door_store.note_failure(session, (self.pair, self.origin), now)

    def forgive(self, session: Session, now: datetime) -> None:
        """Forgets the failures of the pair after a success."""
        door_store.forget_failures(session, (self.pair,), now)
