from __future__ import annotations

import pytest

from kernel.ids import new_id
from kernel.vocabulary import Address, Inbound
from outbox import practice
from outbox.carrier import Accepted, Rejected
from outbox.dispatch import run_once
from outbox.model import Outgoing
from outbox.practice import PracticeCarrier, PracticeKey, is_invented
from tests.outbox.makers import ASHA, ASHA_ON_WHATSAPP, KEYS, PostRoom, queue_message
from vault.keyring import create_keyrings


def key() -> PracticeKey:
    found = PracticeKey.of(KEYS.jobs)
    assert found is not None
    return found


def inbound(room: PostRoom, text: str, sender: Address = ASHA) -> Inbound:
    return Inbound("twilio", "SM1", sender, Address.parse("+15550190"), text, room.clock.now())


@pytest.mark.parametrize(
    "written",
    ["+15550100", "+12025550123", "+15550199", "whatsapp:+15550100", "whatsapp:US.1234", "+1555"],
)
def test_invented_people_may_practise(written: str) -> None:
    assert is_invented(Address.parse(written))


@pytest.mark.parametrize("written", ["+12025550223", "+447400123456", "whatsapp:+27821234567"])
def test_numbers_that_could_be_somebodys_may_not(written: str) -> None:
    assert not is_invented(Address.parse(written))


def test_nothing_goes_to_a_real_number_in_practice(room: PostRoom) -> None:
    carrier = PracticeCarrier(room.database, key(), room.clock)
    somebody = Address.parse("+447400123456")
    message = Outgoing(new_id(), somebody, "Hi", room.clock.now())
    assert isinstance(carrier.send(message, 60), Rejected)
    with room.database.reading() as session:
        assert practice.thread(session, KEYS.web, somebody) == ()


def test_a_thread_shows_both_sides_in_order(room: PostRoom) -> None:
    carrier = PracticeCarrier(room.database, key(), room.clock)
    with room.database.unit_of_work() as session:
        practice.note_heard(session, KEYS.web, inbound(room, "JACARANDA"), room.clock.now())
    queue_message(room, "Hi, this is Marigold Line.")
    run_once(room, carrier, "w1")
    with room.database.reading() as session:
        texts = practice.thread(session, KEYS.web, ASHA)
        assert practice.thread(session, KEYS.web, ASHA_ON_WHATSAPP) == ()
    assert [(one.direction, one.body) for one in texts] == [
        ("in", "JACARANDA"),
        ("out", "Hi, this is Marigold Line."),
    ]
    assert [(one.encoding, one.segments) for one in texts] == [("GSM-7", 1), ("GSM-7", 1)]


def test_the_same_message_is_shown_once(room: PostRoom) -> None:
    carrier = PracticeCarrier(room.database, key(), room.clock)
    choices = (("7:1", "Yes"), ("7:2", "No"))
    message = Outgoing(new_id(), ASHA_ON_WHATSAPP, "Hi", room.clock.now(), choices)
    assert isinstance(carrier.send(message, 60), Accepted)
    assert isinstance(carrier.send(message, 60), Accepted)
    with room.database.reading() as session:
        (text,) = practice.thread(session, KEYS.web, ASHA_ON_WHATSAPP)
    assert text.buttons == ("Yes", "No")
    assert text.choices == choices


def test_what_a_channel_cannot_show_is_not_shown(room: PostRoom) -> None:
    carrier = PracticeCarrier(room.database, key(), room.clock)
    too_long = (("7:1", "A title of more than twenty-four letters"),)
    carrier.send(Outgoing(new_id(), ASHA, "Hi", room.clock.now(), (("7:1", "Yes"),)), 60)
    carrier.send(Outgoing(new_id(), ASHA_ON_WHATSAPP, "Hi", room.clock.now(), too_long), 60)
    with room.database.reading() as session:
        texts = [*practice.thread(session, KEYS.web, ASHA)]
        texts += practice.thread(session, KEYS.web, ASHA_ON_WHATSAPP)
    assert [text.buttons for text in texts] == [(), ()]


def test_outside_practice_nothing_is_kept(room: PostRoom) -> None:
    real = create_keyrings("city", practice=False)
    assert PracticeKey.of(real.web) is None
    assert PracticeKey.of(real.jobs) is None
    with room.database.unit_of_work() as session:
        practice.note_heard(session, real.web, inbound(room, "JACARANDA"), room.clock.now())
    with room.database.reading() as session:
        assert practice.thread(session, KEYS.web, ASHA) == ()


def test_only_sms_is_cut_into_segments(room: PostRoom) -> None:
    long = "á" * 150
    with room.database.unit_of_work() as session:
        for sender in (ASHA, ASHA_ON_WHATSAPP):
            practice.note_heard(session, KEYS.web, inbound(room, long, sender), room.clock.now())
    with room.database.reading() as session:
        (on_sms,) = practice.thread(session, KEYS.web, ASHA)
        (on_whatsapp,) = practice.thread(session, KEYS.web, ASHA_ON_WHATSAPP)
    assert (on_sms.segments, on_whatsapp.segments) == (3, 1)
