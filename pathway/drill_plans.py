"""Asking for a drill: now, at a time, or by surprise in hours when somebody answers."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from kernel.ids import shuffled
from pathway.desk import Desk
from pathway.drill_ends import why_not_now
from pathway.intake import note
from referral import directory, drilled
from reporting.drills import store
from reporting.drills.model import LONGEST_AHEAD, Drill, DrillState, Plan, Scenario
from staff.rota import on_shift

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Wish:
    """Holds what somebody asks for: a coded word in its language, what happens, and when."""

    word: str
    language: str
    scenario: Scenario
    asked_by: UUID | None = None


@dataclass(frozen=True)
class NoDrill:
    """Says why a drill cannot be: a reason of `why_not_now`, past, too_far, nobody_then."""

    reason: str


@dataclass(frozen=True)
class Partner:
    """Holds an organization that may be asked, and whether it agreed to take part in drills."""

    id: UUID
    name: str
    takes_part: bool


def plan_now(desk: Desk, wish: Wish) -> Drill | NoDrill:
    """Plans a drill that begins at once."""
    reason = why_not_now(desk)
    return NoDrill(reason) if reason else _plan(desk, wish, desk.now, surprise=False)


def plan_at(desk: Desk, wish: Wish, at: datetime) -> Drill | NoDrill:
    """Plans a drill for a time at which somebody answers."""
    if at < desk.now:
        return NoDrill("past")
    if at > desk.now + LONGEST_AHEAD:
        return NoDrill("too_far")
    if not on_shift(desk.rota, at, desk.programme.timezone):
        return NoDrill("nobody_then")
    return _plan(desk, wish, at, surprise=False)


def plan_surprise(desk: Desk, wish: Wish, within: timedelta) -> Drill | NoDrill:
    """Plans a drill for a minute that nobody knows, among those at which somebody answers."""
    if within > LONGEST_AHEAD:
        return NoDrill("too_far")
    zone = desk.programme.timezone
    minutes = range(1, max(2, int(within / _MINUTE) + 1))
    staffed = [at for at in minutes if on_shift(desk.rota, desk.now + at * _MINUTE, zone)]
    if not staffed:
        return NoDrill("nobody_then")
    at = desk.now + shuffled(staffed)[0] * _MINUTE
    return _plan(desk, wish, at, surprise=True)


def cancel(desk: Desk, drill_id: UUID, actor: str) -> bool:
    """Calls off a drill that has not begun."""
    done = store.cancel(desk.session, drill_id)
    if done:
        note(desk, "drill.cancelled", "drill", drill_id, actor)
    return done


def planned(desk: Desk) -> tuple[Drill, ...]:
    """Returns the drills that have not begun."""
    return store.in_state(desk.session, DrillState.PLANNED)


def running(desk: Desk) -> tuple[Drill, ...]:
    """Returns the drills that are under way and that nobody may know of."""
    return store.in_state(desk.session, DrillState.RUNNING)


def history(desk: Desk) -> tuple[Drill, ...]:
    """Returns the drills that everybody may know of, newest first."""
    return tuple(one for one in store.history(desk.session) if one.is_shown(desk.now))


def partners(desk: Desk) -> tuple[Partner, ...]:
    """Returns the organizations that may be asked, by name, and who takes part in drills."""
    agreed = drilled.taking_part(desk.session)
    found = directory.organizations(desk.session).values()
    return tuple(
        Partner(one.id, one.name, one.id in agreed)
        for one in sorted(found, key=lambda each: each.name)
        if one.id != desk.intake_id and one.active
    )


def let_take_part(desk: Desk, organization_ids: frozenset[UUID], actor: str) -> None:
    """Writes which organizations have agreed to be asked in drills."""
    known = {one.id for one in partners(desk)}
    before = drilled.taking_part(desk.session)
    drilled.set_taking_part(desk.session, known & organization_ids)
    for one in sorted(before ^ (known & organization_ids)):
        note(desk, "drill.partners", "organization", one, actor)


def _plan(desk: Desk, wish: Wish, at: datetime, *, surprise: bool) -> Drill:
    wanted = Plan(wish.word, wish.language, wish.scenario, at, surprise, wish.asked_by)
    drill = store.plan(desk.session, wanted)
    actor = str(wish.asked_by) if wish.asked_by else "command"
    note(desk, "drill.planned", "drill", drill.id, actor)
    return drill
