"""Red items as a worker handles them: opened, answered, closed; each step is journalled."""

from datetime import timedelta
from uuid import UUID

from kernel.ids import new_id
from outbox import store as outbox
from outbox.model import Kind, SealedAddress
from pathway.desk import Denied, Desk
from pathway.drills import note_answered
from pathway.intake import note
from pathway.reading import unlock
from reporting.cases import store as cases
from reporting.reports import store as reports
from reporting.reports.model import ANSWERED, Alarm, AlarmState
from staff.signin import Entered
from vault.sealing import PublicKey, pack, seal


def open_alarm(desk: Desk, reader: Entered, alarm_id: UUID) -> Alarm | Denied:
    """Marks that a person has read a red item; from then on she is told so when she asks."""
    return _mark(desk, reader, alarm_id, AlarmState.OPENED)


def close_alarm(desk: Desk, reader: Entered, alarm_id: UUID) -> Alarm | Denied:
    """Closes a red item; her next text starts anew."""
    done = _mark(desk, reader, alarm_id, AlarmState.CLOSED)
    if isinstance(done, Alarm):
        reports.touch_alarm(desk.session, alarm_id, reply_to=None, reply_until=None)
    return done


def answer_alarm(desk: Desk, reader: Entered, alarm_id: UUID, text: str) -> Alarm | Denied:
    """Answers on a red item: it waits for her next text, and goes out while she may expect it."""
    alarm = _alarm(desk, reader, alarm_id)
    if isinstance(alarm, Denied):
        return alarm
    if alarm.state is AlarmState.CLOSED or alarm.kind not in ANSWERED:
        return Denied("closed")
    reply_id = new_id()
    place = desk.place(alarm.organization_id, "reply", reply_id)
    key = PublicKey(f"visit:{alarm.id}", alarm.reply_key)
    sealed = pack(seal(key, place, text.encode()))
    reports.add_reply(desk.session, reply_id, alarm.id, sealed, desk.now)
    reports.mark_alarm(desk.session, alarm.id, AlarmState.OPENED, desk.now)
    _send_while_expected(desk, alarm, text)
    note(desk, "alarm.answered", "alarm", alarm.id, str(reader.identity.member_id))
    note_answered(desk, alarm.case_id)
    return alarm


def _send_while_expected(desk: Desk, alarm: Alarm, text: str) -> None:
    if alarm.reply_to is None or alarm.reply_until is None or alarm.reply_until <= desk.now:
        return
    place = desk.place(alarm.organization_id, "alarm", alarm.id, "reply_to")
    message_id = outbox.enqueue(
        desk.session,
        desk.keyring,
        kind=Kind.HUMAN,
        address=SealedAddress(place, alarm.reply_to),
        text=text,
        contact_token="",
        now=desk.now,
        expires_at=min(alarm.reply_until, desk.now + timedelta(minutes=10)),
    )
    reports.set_answer_message(desk.session, alarm.id, message_id)


def _mark(desk: Desk, reader: Entered, alarm_id: UUID, state: AlarmState) -> Alarm | Denied:
    alarm = _alarm(desk, reader, alarm_id)
    if isinstance(alarm, Alarm):
        reports.mark_alarm(desk.session, alarm_id, state, desk.now)
        note(desk, f"alarm.{state}", "alarm", alarm_id, str(reader.identity.member_id))
    return alarm


def _alarm(desk: Desk, reader: Entered, alarm_id: UUID) -> Alarm | Denied:
    alarm = reports.alarm(desk.session, alarm_id)
    case = cases.case(desk.session, alarm.case_id) if alarm else None
    if alarm is None or case is None:
        return Denied("not_found")
    opened = unlock(desk, reader, case)
    return opened if isinstance(opened, Denied) else alarm
