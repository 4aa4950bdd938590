"""Reading a case: who asks and why is journalled first; then it is opened."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from kernel.vocabulary import Role
from outbox import store as outbox
from pathway import contact_keeping, contact_sight, media_keys
from pathway import needs as need_views
from pathway.desk import Denied, Desk
from pathway.drills import note_opened, shown_drill
from pathway.intake import note
from pathway.transcript import Transcript, hand_on, read_transcript
from pathway.unsealing import Opener, report_key_id
from pathway.views import (
    AlarmLine,
    AlarmView,
    AnswerView,
    CaseLine,
    CaseView,
    NoteView,
    Opening,
)
from reporting.cases import store as cases
from reporting.cases.model import Case
from reporting.reports import store as reports
from reporting.reports.model import ANSWERED, Alarm, AlarmState
from staff import store as staff
from staff.signin import Entered
from vault.pseudonym import subject_handle
from vault.sealing import Sealed

READERS = frozenset({Role.CASEWORKER, Role.SUPERVISOR})


@dataclass(frozen=True)
class Opened:
    """Holds a case that this reader may read, and the keys that open it."""

    case: Case
    report_id: UUID
    opener: Opener


def list_cases(
    desk: Desk, reader: Entered, state: str | None = None, *, mine: bool = False
) -> tuple[CaseLine, ...]:
    """Lists the cases of the reader's organization: codes, states and times."""
    if not may_read(reader):
        return ()
    owner = reader.identity.member_id if mine else None
    found = cases.cases(desk.session, reader.identity.organization_id, state=state, owner_id=owner)
    names = staff.names(desk.session, [str(one.owner_id) for one in found if one.owner_id])
    return tuple(_line(desk, one, names) for one in found)


def read_case(desk: Desk, reader: Entered, code: str, purpose: str) -> CaseView | Denied:
    """Opens a case for a purpose; the reading, or the refusal, is in the journal first."""
    case = cases.case_by_code(desk.session, code)
    if case is None:
        return Denied("not_found")
    opened = unlock(desk, reader, case)
    verb = "case.denied" if isinstance(opened, Denied) else "case.read"
    note(desk, verb, "case_file", case.id, str(reader.identity.member_id), purpose)
    if isinstance(opened, Denied):
        return opened
    note_opened(desk, case)
    absorb(desk, opened)
    return _view(desk, reader, opened)


def absorb(desk: Desk, opened: Opened) -> None:
    """Hands what arrived after triage on to the case's own key, as its holder reads it."""
    case = opened.case
    to = opened.opener.public(case.key_id)
    if to is not None:
        hand_on(desk, opened.opener, opened.report_id, to)
        media_keys.hand_on(desk, opened.opener, opened.report_id, to)
        need_views.hand_needs_on(desk, opened.opener, case.id, to)
        contact_keeping.hand_on(desk, opened.opener, case, to)


def line_of(desk: Desk, reader: Entered, code: str) -> CaseLine | None:
    """Returns the line of one case of the reader's organization."""
    case = cases.case_by_code(desk.session, code) if may_read(reader) else None
    if case is None or case.organization_id != reader.identity.organization_id:
        return None
    owner = [str(case.owner_id)] if case.owner_id else []
    return _line(desk, case, staff.names(desk.session, owner))


def unlock(desk: Desk, reader: Entered, case: Case) -> Opened | Denied:
    """Returns a case with the keys to open it, or why this reader may not."""
    if case.organization_id != reader.identity.organization_id:
        return Denied("not_found")
    if not may_read(reader):
        return Denied("not_allowed")
    opener = Opener(desk, reader)
    place = desk.place(case.organization_id, "case_file", case.id)
    link = opener.json(place, Sealed(case.link.wrap, case.link.body, case.link.held_by))
    if link is None:
        return Denied("not_yours")
    report_id = UUID(link["report_id"])
    opener.learn(report_key_id(report_id), case.key_id)
    return Opened(case, report_id, opener)


def may_read(reader: Entered) -> bool:
    """Says whether any of the reader's roles reads cases."""
    return not READERS.isdisjoint(reader.identity.roles)


def case_line(case: Case, names: dict[str, str], now: datetime) -> CaseLine:
    """Returns a case as a list shows it."""
    return CaseLine(
        id=case.id,
        code=case.code,
        state=case.state.value,
        tier=case.tier.value,
        owner_name=names.get(str(case.owner_id)) if case.owner_id else None,
        opened_day=case.opened_day,
        due_at=case.due_at,
        overdue=case.due_at is not None and case.due_at < now,
    )


def _line(desk: Desk, case: Case, names: dict[str, str]) -> CaseLine:
    line = case_line(case, names, desk.now)
    return line if shown_drill(desk, case) is None else replace(line, drill=True)


def alarm_line(alarm: Alarm, code: str, now: datetime) -> AlarmLine:
    """Returns a red item as a list shows it."""
    waited = (alarm.opened_at or now) - alarm.raised_at
    return AlarmLine(
        id=alarm.id,
        kind=alarm.kind.value,
        state=alarm.state.value,
        raised_at=alarm.raised_at,
        opened_at=alarm.opened_at,
        report_code=code,
        case_code=code,
        minutes_waiting=int(waited.total_seconds() // 60),
        pages=alarm.pages,
        paged_at=alarm.paged_at,
    )


def _view(desk: Desk, reader: Entered, opened: Opened) -> CaseView:
    case = opened.case
    transcript = read_transcript(desk, opened.opener, opened.report_id)
    report = reports.report(desk.session, opened.report_id)
    names = staff.names(desk.session, _members(desk, case))
    contact = outbox.contact(desk.session, report.contact_token) if report else None
    holds_own = case.owner_id == reader.identity.member_id
    return CaseView(
        line=_line(desk, case, names),
        report_code=report.code if report else "",
        conversation=transcript.lines,
        facts_told=_told(desk, transcript),
        alarms=_alarms(desk, case, transcript),
        needs=need_views.needs(desk, opened.opener, case.id),
        notes=_notes(desk, opened, names),
        answers=_answers(desk, case, names),
        can_answer=transcript.reply_key is not None,
        why_not=None if transcript.reply_key else "no_word",
        openings=_openings(desk, case),
        mine=holds_own,
        reach=contact_sight.reach(desk, opened.opener, case, contact),
    )


def _told(desk: Desk, transcript: Transcript) -> tuple[tuple[str, str], ...]:
    # What she agreed to show stands with each request, field by field.
    answers = {name: value for name, value in transcript.told.items() if name != "consent"}
    told = need_views.with_area_name(desk, answers)
    if transcript.earliest is None:
        return told
    hours = int((desk.now - transcript.earliest).total_seconds() // 3600)
    return (*told, ("hours_since", str(hours)))


def _members(desk: Desk, case: Case) -> list[str]:
    authors = [str(one.author_id) for one in cases.notes(desk.session, case.id)]
    left_by = [str(one.left_by) for one in cases.answers(desk.session, case.id)]
    return [str(case.owner_id), *authors, *left_by]


def _alarms(desk: Desk, case: Case, transcript: Transcript) -> tuple[AlarmView, ...]:
    views = []
    for alarm in reports.alarms_of(desk.session, case.id):
        line = alarm_line(alarm, case.code, desk.now)
        can_reply = alarm.state is AlarmState.OPENED and alarm.kind in ANSWERED
        unsent = contact_sight.why_unsent(desk.session, alarm.answer_message)
        views.append(AlarmView(line, transcript.danger_texts, can_reply, unsent))
    return tuple(views)


def _notes(desk: Desk, opened: Opened, names: dict[str, str]) -> tuple[NoteView, ...]:
    views = []
    for one in cases.notes(desk.session, opened.case.id):
        place = desk.place(opened.case.organization_id, "note", one.id)
        sealed = Sealed(one.held.wrap, one.held.body, one.held.held_by)
        text = opened.opener.bytes(place, sealed)
        if text is not None:
            author = names.get(str(one.author_id), "")
            views.append(NoteView(one.day, author, one.kind, text.decode()))
    return tuple(views)


def _answers(desk: Desk, case: Case, names: dict[str, str]) -> tuple[AnswerView, ...]:
    return tuple(
        AnswerView(one.id, one.day, one.state, names.get(str(one.left_by), ""))
        for one in cases.answers(desk.session, case.id)
        if one.state != "replaced"
    )


def _openings(desk: Desk, case: Case) -> tuple[Opening, ...]:
    subject = subject_handle(desk.keyring, "case_file", str(case.id))
    leaves = staff.leaves(desk.session, subject=subject)
    names = staff.names(desk.session, [leaf.actor for leaf in leaves])
    return tuple(
        Opening(names.get(leaf.actor, leaf.actor), leaf.verb, leaf.purpose, leaf.hour)
        for leaf in leaves
    )
