from __future__ import annotations

from kernel.ids import new_id
from kernel.vocabulary import Role
from staff.access import PERMISSIONS, PUBLIC, SIGNED_IN, Action, Allow, Identity, allow, may, roles


def someone(*wanted: Role) -> Identity:
    return Identity(new_id(), new_id(), "Somebody", frozenset(wanted))


def test_only_casework_reads_a_case() -> None:
    readers = {role for role in Role if may(someone(role), Action.READ_CASES)}

    assert readers == {Role.CASEWORKER, Role.SUPERVISOR}


def test_an_administrator_and_an_analyst_reach_nothing_that_was_said() -> None:
    told = {Action.READ_CASES, Action.WORK_CASES, Action.SEND_REFERRALS, Action.ANSWER_REQUESTS,
            Action.GIVE_KEYS}  # fmt: skip

    for role in (Role.ADMINISTRATOR, Role.ANALYST, Role.STEWARD, Role.AUDITOR):
        assert not {action for action in told if may(someone(role), action)}


def test_every_action_is_in_the_table() -> None:
    assert set(PERMISSIONS) == set(Action)


def test_a_stranger_may_nothing() -> None:
    assert not any(may(None, action) for action in Action)
    assert not SIGNED_IN.admits(None)
    assert PUBLIC.admits(None)


def test_somebody_without_a_role_may_nothing() -> None:
    assert not any(may(someone(), action) for action in Action)
    assert not SIGNED_IN.admits(someone())


def test_two_roles_open_what_either_opens() -> None:
    both = someone(Role.AUDITOR, Role.CASEWORKER)

    assert may(both, Action.READ_JOURNAL)
    assert may(both, Action.READ_CASES)


def test_a_mark_is_left_on_the_view() -> None:
    @allow(Action.READ_JOURNAL)
    def view() -> str:
        return ""

    mark: object = getattr(view, "access", None)
    assert isinstance(mark, Allow)
    assert mark.admits(someone(Role.AUDITOR))
    assert not mark.admits(someone(Role.CASEWORKER))


def test_roles_admit_by_name() -> None:
    assert roles(Role.STEWARD).admits(someone(Role.STEWARD))
    assert not roles(Role.STEWARD).admits(someone(Role.ANALYST))
