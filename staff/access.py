"""Who may do what: one table from action to roles, and nothing allowed that is not in it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from kernel.vocabulary import Role

View = TypeVar("View", bound=Callable[..., object])


class Action(StrEnum):
    """What a signed-in person can ask of the house."""

    SEE_TODAY = "see_today"
    READ_CASES = "read_cases"
    WORK_CASES = "work_cases"
    SEND_REFERRALS = "send_referrals"
    SEE_REFERRALS = "see_referrals"
    ANSWER_REQUESTS = "answer_requests"
    READ_DIRECTORY = "read_directory"
    EDIT_DIRECTORY = "edit_directory"
    READ_INDICATORS = "read_indicators"
    APPROVE_RELEASES = "approve_releases"
    READ_JOURNAL = "read_journal"
    OWN_ACCOUNT = "own_account"
    READ_PROGRAMME = "read_programme"
    DECIDE_PROGRAMME = "decide_programme"
    MANAGE_USERS = "manage_users"
    GIVE_KEYS = "give_keys"
    RUN_DRILLS = "run_drills"


_CASE_ROLES = frozenset({Role.CASEWORKER, Role.SUPERVISOR})
_EVERYONE = frozenset(Role)

PERMISSIONS: dict[Action, frozenset[Role]] = {
    Action.SEE_TODAY: _CASE_ROLES,
    Action.READ_CASES: _CASE_ROLES,
    Action.WORK_CASES: _CASE_ROLES,
    Action.SEND_REFERRALS: _CASE_ROLES,
    Action.SEE_REFERRALS: _CASE_ROLES | {Role.RESPONDER},
    Action.ANSWER_REQUESTS: frozenset({Role.RESPONDER}),
    Action.READ_DIRECTORY: _CASE_ROLES | {Role.RESPONDER, Role.DIRECTORY_EDITOR},
    Action.EDIT_DIRECTORY: frozenset({Role.DIRECTORY_EDITOR}),
    Action.READ_INDICATORS: frozenset({Role.ANALYST, Role.STEWARD}),
    Action.APPROVE_RELEASES: frozenset({Role.STEWARD}),
    Action.READ_JOURNAL: frozenset({Role.AUDITOR}),
    Action.OWN_ACCOUNT: _EVERYONE,
    Action.READ_PROGRAMME: frozenset({Role.ADMINISTRATOR}),
    Action.DECIDE_PROGRAMME: frozenset({Role.ADMINISTRATOR}),
    Action.MANAGE_USERS: frozenset({Role.ADMINISTRATOR}),
    Action.GIVE_KEYS: frozenset({Role.SUPERVISOR}),
    Action.RUN_DRILLS: frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR}),
}


@dataclass(frozen=True)
class Identity:
    """A member as the pages know her: no keys, nothing secret."""

    member_id: UUID
    organization_id: UUID
    name: str
    roles: frozenset[Role]


@dataclass(frozen=True)
class Allow:
    """Who may enter a route; as a decorator it marks the view."""

    name: str
    public: bool = False
    roles: frozenset[Role] = frozenset()

    def __call__(self, view: View) -> View:
        """Marks a view with this permission."""
        view.access = self  # type: ignore[attr-defined]
        return view

    def admits(self, identity: Identity | None) -> bool:
        """Says whether this person, or a stranger, may enter."""
        if self.public:
            return True
        return identity is not None and not self.roles.isdisjoint(identity.roles)


PUBLIC = Allow("public", public=True)
SIGNED_IN = Allow("signed_in", roles=_EVERYONE)


def allow(action: Action) -> Allow:
    """Returns the permission to enter for whoever may do this."""
    return Allow(action.value, roles=PERMISSIONS.get(action, frozenset()))


def roles(*wanted: Role) -> Allow:
    """Returns the permission to enter for these roles."""
    return Allow("roles", roles=frozenset(wanted))


def may(identity: Identity | None, action: Action) -> bool:
    """Says whether this person may do this; a stranger may nothing."""
    return allow(action).admits(identity)
