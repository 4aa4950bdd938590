"""What waits for her: a worker's answer, a person's reply. Opened only with the key she brought."""

from dataclasses import dataclass
from uuid import UUID

from outbox import store as outbox
from pathway.desk import Desk
from pathway.intake import note
from referral import store as referrals
from referral.model import OPEN, AttemptState
from reporting.cases import store as cases
from reporting.reports import store as reports
from reporting.reports.model import AlarmKind, AlarmState
from vault.keys import PrivateKey, new_private_key
from vault.opening import open_packed, open_sealed
from vault.sealing import Sealed

_REFUSED = frozenset({AttemptState.REJECTED, AttemptState.EXPIRED, AttemptState.FAILED})
_TAKEN = frozenset({AttemptState.COMPLETED})


@dataclass(frozen=True)
class News:
    """Says what people have done about a red item, and their newest answer."""

    opened: bool
    closed: bool
    answer: str | None


@dataclass(frozen=True)
class ReplyKey:
    """Holds a new reply key: the public half for the worker, the private half for her word."""

    public: bytes
    private: bytes


def new_reply_key(case_id: UUID) -> ReplyKey:
    """Makes the key that answers on a case are sealed to."""
    private = new_private_key(reply_key_id(case_id))
    return ReplyKey(private.public.raw, private.raw)


def reply_key_id(case_id: UUID) -> str:
    """Returns the name of a case's reply key."""
    return f"reply:{case_id}"


def news(desk: Desk, alarm_id: UUID, reply_key: bytes) -> News:
    """Says how a red item stands; the answer opens with the key of the visit that raised it."""
    alarm = reports.alarm(desk.session, alarm_id)
    if alarm is None:
        return News(opened=False, closed=True, answer=None)
    newest = reports.newest_reply(desk.session, alarm_id)
    answer = None
    if newest is not None:
        reply_id, body = newest
        place = desk.place(alarm.organization_id, "reply", reply_id)
        answer = open_packed(PrivateKey(f"visit:{alarm_id}", reply_key), place, body).decode()
    return News(alarm.opened_at is not None, alarm.state is AlarmState.CLOSED, answer)


def still_calls(desk: Desk, alarm_id: UUID) -> bool:
    """Says whether a red item of danger stands open, so that a new text belongs to it."""
    alarm = reports.alarm(desk.session, alarm_id)
    if alarm is None or alarm.state is AlarmState.CLOSED:
        return False
    return alarm.kind is not AlarmKind.PERSON


def was_declined(desk: Desk, need_id: UUID) -> bool:
    """Says whether everyone she agreed to ask has said no, or gave no answer in time."""
    attempts = referrals.attempts_of(desk.session, need_id)
    refused = any(one.state in _REFUSED for one in attempts)
    return refused and not any(one.state in OPEN or one.state in _TAKEN for one in attempts)


def asked_services(desk: Desk, case_id: UUID) -> tuple[str, ...]:
    """Names the services that were asked for a case, whatever they answered."""
    asked = referrals.attempts_of_case(desk.session, case_id)
    return tuple(sorted({str(one.service_id) for one in asked}))


def expect_nothing(desk: Desk, alarm_id: UUID) -> None:
    """Erases where an answer could follow to: from now on it waits until she writes."""
    alarm = reports.alarm(desk.session, alarm_id)
    if alarm is not None and alarm.answer_message is not None:
        outbox.withdraw(desk.session, alarm.answer_message)
    reports.touch_alarm(desk.session, alarm_id, reply_to=None, reply_until=None)


def answer_waits(desk: Desk, case_id: UUID | None) -> bool:
    """Says whether an answer was left that she has not heard yet."""
    if case_id is None:
        return False
    return any(answer.state == "waiting" for answer in cases.answers(desk.session, case_id))


def hear_answer(desk: Desk, case_id: UUID, reply_key: bytes) -> str | None:
    """Opens the waiting answer with the key her word brought, and marks it heard."""
    waiting = [one for one in cases.answers(desk.session, case_id) if one.state == "waiting"]
    if not waiting:
        return None
    answer = waiting[0]
    place = desk.place(desk.intake_id, "answer", answer.id)
    sealed = Sealed(answer.held.wrap, answer.held.body, answer.held.held_by)
    text = open_sealed(PrivateKey(reply_key_id(case_id), reply_key), place, sealed).decode()
    cases.mark_heard(desk.session, answer.id)
    note(desk, "answer.heard", "case_file", case_id)
    return text
