from __future__ import annotations

from datetime import timedelta

import pytest

from kernel.vocabulary import Address
from outbox import store
from outbox.carrier import Rejected
from outbox.dispatch import run_once
from outbox.errors import What
from outbox.model import Kind, State
from outbox.reasons import WORDS, Reason, reason_of
from outbox.switchboard import Switchboard
from tests.outbox.makers import (
    ASHA_ON_WHATSAPP,
    TOKEN,
    PostRoom,
    RecordingCarrier,
    queue_message,
    state_of,
)
from tests.outbox.test_meta import outgoing

DAYS = timedelta(days=2)


@pytest.mark.parametrize(
    ("kind", "template", "state"),
    [
        (Kind.STAFF, "en", State.ACCEPTED),
        (Kind.HUMAN, "en", State.ACCEPTED),
        (Kind.STAFF, "", State.WINDOW_CLOSED),
        (Kind.REPLY, "en", State.WINDOW_CLOSED),
        (Kind.RESPONDER, "en", State.WINDOW_CLOSED),
    ],
)
def test_outside_the_window_only_what_was_agreed_goes_and_by_template(
    lean_room: PostRoom, kind: Kind, template: str, state: State
) -> None:
    carrier = RecordingCarrier()
    message_id = queue_message(
        lean_room, kind=kind, address=ASHA_ON_WHATSAPP, lives=DAYS, template=template
    )
    lean_room.clock.advance(hours=25)
    run_once(lean_room, carrier, "w1")
    assert state_of(lean_room, message_id) is state
    assert [one.template for one in carrier.sent] == [template] * len(carrier.sent)


def test_inside_the_window_her_own_words_go(lean_room: PostRoom) -> None:
    carrier = RecordingCarrier()
    queue_message(lean_room, "Hi", kind=Kind.STAFF, address=ASHA_ON_WHATSAPP, template="en")
    run_once(lean_room, carrier, "w1")
    assert [(one.text, one.template) for one in carrier.sent] == [("Hi", "")]


def test_a_template_does_not_pass_a_stop(lean_room: PostRoom) -> None:
    carrier = RecordingCarrier()
    message_id = queue_message(
        lean_room, kind=Kind.STAFF, address=ASHA_ON_WHATSAPP, lives=DAYS, template="en"
    )
    with lean_room.database.unit_of_work() as session:
        store.mark_stopped(session, TOKEN)
    lean_room.clock.advance(hours=25)
    run_once(lean_room, carrier, "w1")
    assert carrier.sent == []
    assert state_of(lean_room, message_id) is State.STOPPED


def test_without_a_template_it_waits_and_staff_are_told_why(lean_room: PostRoom) -> None:
    carrier = RecordingCarrier([Rejected("no_template", What.NEEDS_TEMPLATE)])
    message_id = queue_message(
        lean_room, kind=Kind.STAFF, address=ASHA_ON_WHATSAPP, lives=DAYS, template="sw"
    )
    lean_room.clock.advance(hours=25)
    run_once(lean_room, carrier, "w1")
    state = state_of(lean_room, message_id)
    assert state is State.WINDOW_CLOSED
    assert reason_of(state, "no_template") is Reason.WINDOW_CLOSED


@pytest.mark.parametrize(
    ("state", "code", "provider", "reason"),
    [
        (State.DELIVERED, None, "twilio", None),
        (State.QUEUED, None, "twilio", None),
        (State.EXPIRED, None, "twilio", Reason.LATE),
        (State.FAILED, "21211", "twilio", Reason.ADDRESS),
        (State.FAILED, "131026", "meta", Reason.ADDRESS),
        (State.FAILED, "405", "africastalking", Reason.SENDER),
        (State.FAILED, "no_sender", "twilio", Reason.SENDER),
        (State.UNDELIVERED, "30007", "twilio", Reason.CONTENT),
        (State.UNDELIVERED, None, "twilio", Reason.OTHER),
    ],
)
def test_every_failure_has_its_reason(
    state: State, code: str | None, provider: str, reason: Reason | None
) -> None:
    assert reason_of(state, code, provider) is reason


def test_every_reason_has_words() -> None:
    assert set(WORDS) == set(Reason)


def test_each_message_goes_the_way_she_wrote_and_no_other() -> None:
    twilio, meta = RecordingCarrier(), RecordingCarrier()
    board = Switchboard({"twilio": twilio, "meta": meta})
    board.send(outgoing(), 60)
    assert (len(twilio.sent), len(meta.sent)) == (0, 1)
    alone = Switchboard({"twilio": twilio})
    assert alone.send(outgoing(), 60) == Rejected("no_carrier", What.PAGE_OPERATOR)
    assert twilio.sent == []


@pytest.mark.parametrize("written", ["drill:7f3a", "ussd:+15550100"])
def test_a_drill_and_a_dialled_screen_reach_no_carrier(written: str) -> None:
    meta = RecordingCarrier()
    refused = Switchboard({"meta": meta}).send(outgoing(Address.parse(written)), 60)
    assert isinstance(refused, Rejected)
    assert meta.sent == []
