"""Calls whoever is on shift while a red item stands unopened; the text says nothing of it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from kernel.programme import Programme
from kernel.vocabulary import Role
from pathway import marks
from pathway.calling import Caller, Words, may_be_called, send
from pathway.desk import Desk, House
from pathway.readiness import Check
from reporting.drills import store as drills
from reporting.reports import store as reports
from reporting.reports.model import CALLING, Alarm
from staff import call_store, rota, store
from staff.model import CallNumber, Member, Shift
from vault.keyring import JobsKeyring

MOST_PAGES: Final = 6
LATER: Final = timedelta(minutes=10)
# Whoever was just asked to look sees what came meanwhile: a flood of items is no flood of texts.
APART: Final = timedelta(minutes=1)


class Reach(StrEnum):
    """Names whether a red item finds anybody now."""

    REACHED = "reached"
    NOBODY_ON_SHIFT = "nobody_on_shift"
    NO_NUMBER = "no_number"


def page_unopened(house: House, now: datetime, words: Words) -> int:
    """Calls for every red item whose time it is, with one text a member; returns how many texts."""
    with house.database.reading() as session:
        if not _due(session, house.programme(session), house.jobs_keyring, now):
            return 0
    with house.database.unit_of_work() as session:
        caller = Caller(session, now, house.programme(session), house.jobs_keyring, house.settings)
        due = _due(session, caller.programme, house.jobs_keyring, now, lock=True)
        organizations = sorted({one.organization_id for one in due})
        return sum(
            _page(caller, [one for one in due if one.organization_id == of], of, words)
            for of in organizations
        )


def is_due(alarm: Alarm, programme: Programme, now: datetime) -> bool:
    """Says whether an unopened item calls now: at once, after some minutes, then every ten."""
    if alarm.paged_at is None:
        return True
    first = timedelta(minutes=programme.unopened_minutes)
    wait = first if alarm.pages == 1 else LATER
    return alarm.pages < MOST_PAGES and now >= alarm.paged_at + wait


def reach(session: Session, programme: Programme, organization_id: UUID, now: datetime) -> Reach:
    """Says whether anybody would be called now."""
    shifts = _running(session, programme, organization_id, now)
    if not shifts:
        return Reach.NOBODY_ON_SHIFT
    ours = _readers(session, organization_id)
    found = _numbers(session, _named(ours, shifts))
    return Reach.REACHED if found else Reach.NO_NUMBER


def without_number(desk: Desk) -> tuple[Member, ...]:
    """Returns those of the rota who read red items and gave no number to be called on."""
    named = _named(_readers(desk.session, desk.intake_id), desk.rota)
    known = {one.member_id for one in _numbers(desk.session, named)}
    return tuple(one for one in named if one.id not in known)


def check(desk: Desk) -> Check:
    """Says for `flask doctor` whether whoever is on shift can be called."""
    if not desk.rota:
        return Check("paging", "there is no rota: a red item calls nobody", note=True)
    missing = without_number(desk)
    if missing:
        said = f"{len(missing)} on the rota gave no number in Settings to be called on"
        return Check("paging", said, note=True)
    return Check("paging", "everybody on the rota can be called")


def _page(caller: Caller, due: Sequence[Alarm], organization_id: UUID, words: Words) -> int:
    numbers = _called(caller, due, organization_id)
    for number in numbers:
        send(caller, organization_id, number, words)
    if numbers:
        for alarm in due:
            reports.note_paged(caller.session, alarm, caller.now)
    return len(numbers)


def _called(caller: Caller, due: Sequence[Alarm], organization_id: UUID) -> tuple[CallNumber, ...]:
    session, programme, now = caller.session, caller.programme, caller.now
    shifts = _running(session, programme, organization_id, now)
    if not shifts:
        return ()
    ours = _readers(session, organization_id)
    here = _numbers(session, _named(ours, shifts))
    waited = any(_has_waited(one, programme, now) for one in due)
    again = any(one.pages for one in due)
    if not again and (here or not waited):
        return here
    supervisors = [one for one in ours if Role.SUPERVISOR in one.roles]
    return tuple(dict.fromkeys((*here, *_numbers(session, supervisors))))


def _due(
    session: Session,
    programme: Programme,
    keyring: JobsKeyring,
    now: datetime,
    *,
    lock: bool = False,
) -> tuple[Alarm, ...]:
    unopened = reports.unopened_alarms(session, CALLING, lock=lock)
    if any(one.paged_at is not None and now < one.paged_at + APART for one in unopened):
        return ()
    return tuple(
        one
        for one in unopened
        if is_due(one, programme, now) and not _is_shown_drill(session, keyring, one, now)
    )


def _is_shown_drill(session: Session, keyring: JobsKeyring, alarm: Alarm, now: datetime) -> bool:
    # Until it is revealed a drill calls like anybody: that is what it measures.
    drill_id = marks.drill_of(keyring, "alarm", alarm.id, alarm.drill)
    drill = None if drill_id is None else drills.drill(session, drill_id)
    return drill is not None and drill.is_shown(now)


def _has_waited(alarm: Alarm, programme: Programme, now: datetime) -> bool:
    return now >= alarm.raised_at + timedelta(minutes=programme.unopened_minutes)


def _running(
    session: Session, programme: Programme, organization_id: UUID, now: datetime
) -> tuple[Shift, ...]:
    return rota.on_duty(store.shifts_of(session, organization_id), now, programme.timezone)


def _readers(session: Session, organization_id: UUID) -> tuple[Member, ...]:
    ours = store.members(session, organization_id)
    return tuple(one for one in ours if one.active and may_be_called(one.identity))


def _named(members: Sequence[Member], shifts: Sequence[Shift]) -> tuple[Member, ...]:
    """Picks who stands on these shifts; one without a name is every reader's."""
    on = {one.member_id for one in shifts}
    return tuple(one for one in members if None in on or one.id in on)


def _numbers(session: Session, members: Sequence[Member]) -> tuple[CallNumber, ...]:
    return call_store.numbers_of(session, [one.id for one in members]) if members else ()
