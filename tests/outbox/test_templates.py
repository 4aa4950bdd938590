from __future__ import annotations

from datetime import timedelta

import pytest

from outbox import store
from outbox.carrier import Rejected
from outbox.dispatch import run_once
from outbox.errors import What
from outbox.model import Kind, State
from outbox.reasons import Reason, reason_of
from tests.outbox.makers import (
    ASHA_ON_WHATSAPP,
    TOKEN,
    PostRoom,
    RecordingCarrier,
    queue_message,
    state_of,
)

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
