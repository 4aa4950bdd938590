"""What the staff room speaks of: members, invitations, sessions, shifts and journal leaves."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from kernel.vocabulary import Channel, Role
from staff.access import Identity

IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=12)
INVITED_FOR = timedelta(hours=48)
# An intake key opens what is sent to an organisation: reports for its caseworkers, packets for
# its responders. Nobody else is handed it.
TRIAGE_ROLES = frozenset({Role.CASEWORKER, Role.SUPERVISOR, Role.RESPONDER})


@dataclass(frozen=True)
class Member:
    """Holds what others may know of a member."""

    id: UUID
    organization_id: UUID
    name: str
    email: str
    roles: frozenset[Role]
    active: bool
    triage: bool
    officer: bool
    seal_public: bytes
    sign_public: bytes

    @property
    def identity(self) -> Identity:
        """Returns the member as the pages know her."""
        return Identity(self.id, self.organization_id, self.name, self.roles)

    @property
    def seal_key_id(self) -> str:
        """Returns the name of the key that others seal to."""
        return f"member:{self.id}"


@dataclass(frozen=True)
class Credentials:
    """Holds what a sign-in is checked against; all of it is keyed or sealed."""

    salt: bytes
    verifier: bytes
    totp: bytes
    totp_step: int
    bundle: bytes


@dataclass(frozen=True)
class Account:
    """Joins a member with her credentials."""

    member: Member
    credentials: Credentials


@dataclass(frozen=True)
class Seat:
    """Holds one signed-in browser as it is stored."""

    id: UUID
    member_id: UUID
    secret_hash: bytes
    bundle: bytes
    created_at: datetime
    seen_at: datetime
    ends_at: datetime

    def is_open(self, now: datetime) -> bool:
        """Says whether the session is neither idle too long nor at its end."""
        return now < self.ends_at and now - self.seen_at < IDLE

    def ends_in(self, now: datetime) -> timedelta:
        """Returns how long the session lasts if nothing more is done."""
        return min(self.ends_at, self.seen_at + IDLE) - now


@dataclass(frozen=True)
class Invitation:
    """Holds an open invitation to make an account."""

    id: UUID
    organization_id: UUID
    name: str
    email: str
    roles: frozenset[Role]
    expires_at: datetime


@dataclass(frozen=True)
class Shift:
    """Holds a weekly stretch in local time; one that ends at or before its start runs overnight."""

    weekday: int
    starts: str
    ends: str
    duty: str = "line"
    member_id: UUID | None = None


@dataclass(frozen=True)
class CallNumber:
    """Holds where a member is called when she is on shift: sealed, but for its last digits."""

    member_id: UUID
    channel: Channel
    ending: str
    language: str
    address: bytes
    tried_at: datetime | None = None


@dataclass(frozen=True)
class Leaf:
    """Holds one line of the journal."""

    verb: str
    actor: str
    purpose: str | None
    hour: datetime


@dataclass(frozen=True)
class IntakeKey:
    """Holds an organisation's intake public key of one epoch, with the signature over it."""

    id: UUID
    organization_id: UUID
    epoch: str
    public: bytes
    signature: bytes

    @property
    def key_id(self) -> str:
        """Returns the name by which sealed values say who holds them."""
        return intake_key_id(self.organization_id, self.epoch)


def intake_key_id(organization_id: UUID, epoch: str) -> str:
    """Returns the name of an organisation's intake key of one epoch."""
    return f"intake:{organization_id}:{epoch}"


def written_roles(roles: frozenset[Role]) -> str:
    """Writes roles as one column."""
    return ",".join(sorted(roles))


def read_roles(written: str) -> frozenset[Role]:
    """Reads roles from one column."""
    return frozenset(Role(name) for name in written.split(",") if name)


def folded_email(email: str) -> str:
    """Writes an e-mail address the one way it is looked up."""
    return email.strip().casefold()
