"""Intake: a report is opened, each text sealed as it comes, a case opened, a human called."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from kernel.ids import new_code, new_id, random_bytes
from kernel.vocabulary import Address, Tier
from pathway import drills, marks
from pathway.desk import Desk
from reporting.cases import store as cases
from reporting.cases.model import READ_WITHIN, Case, CaseState, Held
from reporting.reports import store as reports
from reporting.reports.model import (
    Alarm,
    AlarmKind,
    AlarmState,
    Entry,
    Report,
    ReportStatus,
    SealedEntry,
)
from staff.store import journal
from vault.keys import new_private_key
from vault.pseudonym import subject_handle
from vault.sealing import Sealed, pack, seal_json


@dataclass(frozen=True)
class WayBack:
    """Says where a person's answer may follow to: her address, her token, the provider she used."""

    address: Address
    token: str
    via: str


@dataclass(frozen=True)
class Raised:
    """Holds a red item and the private key of the answers to it, which only her state keeps."""

    alarm_id: UUID
    reply_key: bytes


def open_report(desk: Desk, contact_token: str, status: ReportStatus) -> UUID:
    """Opens a report for what is kept from now on."""
    report_id = new_id()
    mark = marks.mark(desk, "report", report_id)
    report = Report(
        report_id, new_code(), desk.intake_id, status, desk.today, contact_token, drill=mark
    )
    reports.add_report(desk.session, report)
    note(desk, "report.opened", "report", report_id)
    return report_id


def prove_report(desk: Desk, report_id: UUID) -> None:
    """Marks that she agreed to go on, so that this is a report like any other."""
    reports.set_status(desk.session, report_id, ReportStatus.RECEIVED)


def unlink_report(desk: Desk, report_id: UUID) -> None:
    """Cuts a report from the contact it came from; the red item and its texts stay."""
    reports.unlink(desk.session, report_id, random_bytes(32).hex())


def keep(desk: Desk, report_id: UUID, sequence: int, entry: Entry) -> None:
    """Seals one turn to the intake organization, as it arrives."""
    entry_id = new_id()
    written = {name: value for name, value in vars(entry).items() if value}
    sealed = seal_to_intake(desk, "disclosure", entry_id, written)
    reports.add_entry(
        desk.session,
        SealedEntry(
            entry_id, report_id, sequence, desk.today, sealed.wrap, sealed.body, sealed.held_by
        ),
    )


def seal_to_intake(desk: Desk, table: str, row: UUID, value: object) -> Sealed:
    """Seals a value to the intake organization's present key, for a row of that table."""
    return seal_json(desk.intake_key, desk.place(desk.intake_id, table, row), value)


def open_case(desk: Desk, report_id: UUID, tier: Tier) -> UUID:
    """Opens a case; that it belongs to this report is sealed."""
    case_id = new_id()
    link = seal_to_intake(desk, "case_file", case_id, {"report_id": str(report_id)})
    held = Held(link.wrap, link.body, link.held_by)
    due_at = desk.now + READ_WITHIN[tier]
    cases.add_case(
        desk.session,
        Case(
            case_id,
            new_code(),
            desk.intake_id,
            None,
            CaseState.NEW,
            tier,
            desk.today,
            due_at,
            held,
            drill=marks.mark(desk, "case_file", case_id),
        ),
    )
    note(desk, "case.opened", "case_file", case_id)
    return case_id


def press(desk: Desk, case_id: UUID, tier: Tier) -> None:
    """Makes a case more pressing, as soon as what she tells asks for it."""
    cases.raise_tier(desk.session, case_id, tier, desk.now + READ_WITHIN[tier])


def raise_alarm(
    desk: Desk,
    case_id: UUID,
    kind: AlarmKind,
    way_back: WayBack | None,
    raised_at: datetime | None = None,
) -> Raised:
    """Raises a red item; her address waits sealed for a few minutes, if an answer may follow.

    One that was recovered late is as old as the text it came from.
    """
    alarm_id = new_id()
    private = new_private_key(f"visit:{alarm_id}")
    alarm = Alarm(
        id=alarm_id,
        organization_id=desk.intake_id,
        case_id=case_id,
        kind=kind,
        state=AlarmState.RAISED,
        raised_at=raised_at or desk.now,
        reply_key=private.public.raw,
        drill=marks.mark_like_case(desk, "alarm", alarm_id, case_id),
    )
    reports.add_alarm(desk.session, alarm)
    if alarm.drill is None:
        drills.give_way(desk, kind)
    if way_back is not None:
        touch_alarm(desk, alarm_id, way_back)
    note(desk, f"alarm.{kind}", "alarm", alarm_id)
    return Raised(alarm_id, private.raw)


def is_called(desk: Desk, case_id: UUID, kind: AlarmKind) -> bool:
    """Says whether an open item of this kind stands on a case already; one is enough."""
    ours = reports.alarms_of(desk.session, case_id)
    return any(one.kind is kind and one.state is not AlarmState.CLOSED for one in ours)


def settle(desk: Desk, case_id: UUID, kind: AlarmKind) -> None:
    """Closes the items of one kind on a case: what they told of is over."""
    for one in reports.alarms_of(desk.session, case_id):
        if one.kind is kind:
            reports.mark_alarm(desk.session, one.id, AlarmState.CLOSED, desk.now)


def keep_apart(desk: Desk, report_id: UUID, contact_token: str) -> None:
    """Names a report's contact for another purpose, so that a shared phone joins it to no case."""
    reports.set_contact(desk.session, report_id, contact_token)


def say_letter(desk: Desk, alarm_id: UUID, kind: AlarmKind) -> None:
    """Shows on a red item which letter she sent."""
    reports.set_alarm_kind(desk.session, alarm_id, kind)
    note(desk, f"alarm.{kind}", "alarm", alarm_id)


def touch_alarm(desk: Desk, alarm_id: UUID, way_back: WayBack) -> None:
    """Lets an answer follow for the minutes after this text, and no longer."""
    place = desk.place(desk.intake_id, "alarm", alarm_id, "reply_to")
    who = {"address": str(way_back.address), "token": way_back.token, "via": way_back.via}
    sealed = pack(seal_json(desk.keyring.sender_public, place, who))
    until = desk.now + timedelta(minutes=desk.programme.human_answer_minutes)
    reports.touch_alarm(desk.session, alarm_id, reply_to=sealed, reply_until=until)


def note(
    desk: Desk, verb: str, table: str, row: UUID, actor: str = "line", purpose: str | None = None
) -> None:
    """Writes a leaf of the journal: a verb, a keyed name, and a reader's purpose."""
    subject = subject_handle(desk.keyring, table, str(row))
    journal(desk.session, verb, actor, subject, purpose, desk.now)
