"""Settings: one's own account and sessions, the rota, and for those who run it the programme."""

from typing import assert_never
from uuid import UUID

from flask import Blueprint, abort, redirect, render_template
from flask.typing import ResponseReturnValue

from console import calling
from console.shell import entered, house
from pathway.desk import Desk
from staff import door_store, grants, rota, store
from staff.access import SIGNED_IN, Action, allow, may
from staff.grants import Given, NotGiven

blueprint = Blueprint("settings", __name__)
_MONDAY_FIRST = range(7)


@blueprint.get("/settings")
@allow(Action.OWN_ACCOUNT)
def page() -> str:
    """Shows the account, its sessions, the rota, and what else this person looks after."""
    here = entered()
    with house().glance() as desk:
        member = store.member(desk.session, here.identity.member_id)
        return render_template(
            "settings/page.html",
            member=member,
            signs=grants.fingerprint(member) if member and member.triage else None,
            sessions=door_store.seats(desk.session, here.identity.member_id, desk.now),
            session_id=here.session_id,
            zone=desk.programme.timezone,
            week=_week(desk),
            **calling.standing(desk),
            **_for_keyholders(desk),
            **_for_administrators(desk),
        )


@blueprint.post("/settings/sessions/<uuid:session_id>/end")
@SIGNED_IN
def end_session(session_id: UUID) -> ResponseReturnValue:
    """Ends one of one's own sessions at once."""
    here, now = entered(), house().clock.now()
    with house().database.unit_of_work() as writing:
        if not door_store.end_seat(writing, session_id, here.identity.member_id):
            abort(404)
        store.journal(writing, "session_ended", here.identity.member_id, None, None, now)
    return redirect("/settings", 303)


@blueprint.post("/settings/colleagues/<uuid:member_id>/let-read")
@allow(Action.GIVE_KEYS)
def let_read(member_id: UUID) -> ResponseReturnValue:
    """Lets a colleague read new reports."""
    home, here = house(), entered()
    with home.database.unit_of_work() as writing:
        outcome = grants.give(writing, home.keyring, home.clock.now(), here, member_id)
    match outcome:
        case Given():
            return redirect("/settings", 303)
        case NotGiven():
            abort(404)
    assert_never(outcome)


def _week(desk: Desk) -> dict[str, object]:
    shifts = store.shifts_of(desk.session, entered().identity.organization_id)
    names = {one.id: one.name for one in store.members(desk.session)}
    zone = desk.programme.timezone
    return {
        "days": [[one for one in shifts if one.weekday == day] for day in _MONDAY_FIRST],
        "names": names,
        "any": bool(shifts),
        "someone": rota.on_shift(shifts, desk.now, zone),
        "next": rota.next_start(shifts, desk.now, zone),
    }


def _for_keyholders(desk: Desk) -> dict[str, object]:
    identity = entered().identity
    if not may(identity, Action.GIVE_KEYS):
        return {"colleagues": ()}
    waiting = grants.waiting(desk.session, identity.organization_id)
    return {"colleagues": [(one, grants.fingerprint(one)) for one in waiting]}


def _for_administrators(desk: Desk) -> dict[str, object]:
    if not may(entered().identity, Action.READ_PROGRAMME):
        return {"programme": None}
    return {
        "programme": desk.programme,
        "members": store.members(desk.session),
    }
