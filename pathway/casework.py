"""What a worker does on a case: takes it, notes, leaves an answer that only she can open."""

from uuid import UUID

from kernel.ids import new_id
from kernel.vocabulary import Role
from pathway import contact_keeping, drills, media_keys
from pathway.desk import Denied, Desk
from pathway.intake import note as journal_note
from pathway.needs import hand_needs_on
from pathway.reading import Opened, unlock
from pathway.transcript import hand_on, read_transcript
from pathway.unsealing import case_key_place
from pathway.waiting import reply_key_id
from reporting.cases import store as cases
from reporting.cases.model import Case, Held, Note, WaitingAnswer
from staff import store as staff
from staff.directory import intake_public
from staff.model import Member
from staff.signin import Entered
from vault.keys import new_private_key
from vault.members import hand_over
from vault.sealing import PublicKey, Sealed, seal


def take_case(desk: Desk, reader: Entered, case_id: UUID) -> Case | Denied:
    """Takes a case: it gets a key of its own, and the organization's key opens it no more."""
    cases.lock_case(desk.session, case_id)
    opened = _opened(desk, reader, case_id)
    if isinstance(opened, Denied):
        return opened
    case, member_id = opened.case, reader.identity.member_id
    if case.key_public is not None:
        cases.set_owner(desk.session, case.id, member_id)
        journal_note(desk, "case.taken", "case_file", case.id, str(member_id))
        return case
    private = new_private_key(case.key_id)
    for member in _holders(desk, reader):
        wrap_id = new_id()
        to = PublicKey(member.seal_key_id, member.seal_public)
        wrap = hand_over(private, to, case_key_place(desk, wrap_id))
        cases.add_key_wrap(desk.session, wrap_id, case.id, member.id, wrap)
    _hand_case_on(desk, opened, private.public, member_id)
    journal_note(desk, "case.taken", "case_file", case.id, str(member_id))
    drills.note_accepted(desk, case.id)
    return case


def write_note(desk: Desk, reader: Entered, case_id: UUID, text: str) -> Note | Denied:
    """Writes a note on a case, sealed like the case itself."""
    opened = _opened(desk, reader, case_id)
    if isinstance(opened, Denied):
        return opened
    note_id, case = new_id(), opened.case
    place = desk.place(case.organization_id, "note", note_id)
    sealed = seal(case_public(desk, opened), place, text.encode())
    held = Held(sealed.wrap, sealed.body, sealed.held_by)
    note = Note(note_id, case.id, reader.identity.member_id, "team", desk.today, held)
    cases.add_note(desk.session, note)
    journal_note(desk, "note.written", "case_file", case.id, str(reader.identity.member_id))
    return note


def leave_answer(desk: Desk, reader: Entered, case_id: UUID, text: str) -> WaitingAnswer | Denied:
    """Leaves an answer sealed to her reply key; without her word there is no such key."""
    opened = _opened(desk, reader, case_id)
    if isinstance(opened, Denied):
        return opened
    transcript = read_transcript(desk, opened.opener, opened.report_id)
    if transcript.reply_key is None:
        return Denied("no_reply_key")
    answer_id, case = new_id(), opened.case
    key = PublicKey(reply_key_id(case.id), transcript.reply_key)
    place = desk.place(case.organization_id, "answer", answer_id)
    sealed = seal(key, place, text.encode())
    held = Held(sealed.wrap, sealed.body, sealed.held_by)
    left_by = reader.identity.member_id
    answer = WaitingAnswer(answer_id, case.id, left_by, "waiting", desk.today, held)
    cases.leave_answer(desk.session, answer)
    journal_note(desk, "answer.left", "case_file", case.id, str(left_by))
    drills.note_answered(desk, case.id)
    return answer


def case_public(desk: Desk, opened: Opened) -> PublicKey:
    """Returns the key that a case's new values are sealed to: its own, or the signed intake key."""
    own = opened.opener.public(opened.case.key_id)
    return own or intake_public(desk.session, opened.case.organization_id, desk.keyring)


def _opened(desk: Desk, reader: Entered, case_id: UUID) -> Opened | Denied:
    case = cases.case(desk.session, case_id)
    return Denied("not_found") if case is None else unlock(desk, reader, case)


def _holders(desk: Desk, reader: Entered) -> tuple[Member, ...]:
    """Returns whom a case key is handed to: the worker herself and the supervisors."""
    own = staff.members(desk.session, reader.identity.organization_id)
    return tuple(
        one
        for one in own
        if one.active and (one.id == reader.identity.member_id or Role.SUPERVISOR in one.roles)
    )


def _hand_case_on(desk: Desk, opened: Opened, to: PublicKey, owner_id: UUID) -> None:
    case = opened.case
    place = desk.place(case.organization_id, "case_file", case.id)
    sealed = Sealed(case.link.wrap, case.link.body, case.link.held_by)
    link = opened.opener.hand(to, place, sealed)
    if link is None:
        raise LookupError("a case that was opened has lost its key")
    held = Held(link.wrap, link.body, link.held_by)
    cases.take(desk.session, case.id, owner_id, to.raw, held)
    hand_on(desk, opened.opener, opened.report_id, to)
    media_keys.hand_on(desk, opened.opener, opened.report_id, to)
    hand_needs_on(desk, opened.opener, case.id, to)
    contact_keeping.hand_on(desk, opened.opener, case, to)
    for note in cases.notes(desk.session, case.id):
        old = Sealed(note.held.wrap, note.held.body, note.held.held_by)
        new = opened.opener.hand(to, desk.place(case.organization_id, "note", note.id), old)
        if new is not None:
            cases.hold_note(desk.session, note.id, new.wrap, new.held_by)
