"""What a lost webhook brought is made good once; what is safely here is deleted at the provider."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from commands.fakes.world import Message, new_sid
from jobs import copies, reconcile
from kernel.clock import StoppedClock
from kernel.vocabulary import Address
from outbox import store
from outbox.model import State
from pathway.upkeep import Copies
from tests.jobs.around import Around, around
from tests.practice import Practice
from vault.sendings import sending_handle


@pytest.fixture
def here(practice: Practice, clock: StoppedClock) -> Iterator[Around]:
    with around(practice, clock) as made:
        yield made


def reconciled(here: Around, *, minutes: int = 2) -> Copies:
    here.clock.advance(minutes=minutes)
    reconcile.run(here.house, here.clock.now())
    with here.house.database.reading() as session:
        return copies.copies(session)[0]


@pytest.mark.parametrize("share", [0.05, 0.3])
def test_lost_webhooks_are_made_good_once_and_advance_nothing(here: Around, share: float) -> None:
    reconciled(here)
    here.world.mischief.drop = share
    for number in range(40):
        here.write("JACARANDA", f"+1555014{number:04d}")
    lost = len(here.world.lost)
    assert lost == int(40 * share)
    replies = here.count("message")
    found = reconciled(here)
    assert here.count("inbound") == 40
    assert found.made_good == lost
    answered = here.count("message") - replies
    assert answered == lost, "each is counted as a missed knock, and none is answered"
    assert reconciled(here).made_good == lost
    assert here.count("inbound") == 40


def test_what_is_here_is_deleted_there(here: Around) -> None:
    reconciled(here)
    for number in range(3):
        here.write("JACARANDA", f"+1555014{number:04d}")
    assert len(here.world.messages) == 3
    found = reconciled(here)
    assert here.world.messages == {}
    assert (found.listed, found.deleted, found.still_there) == (3, 3, 0)


def test_a_webhook_on_its_way_is_left_alone(here: Around) -> None:
    reconciled(here)
    here.world.mischief.drop = 1.0
    here.write("JACARANDA")
    assert reconciled(here, minutes=0).listed == 0
    assert here.count("inbound") == 0
    assert reconciled(here).made_good == 1


def test_what_was_there_before_us_is_neither_heard_nor_deleted(here: Around) -> None:
    here.world.mischief.drop = 1.0
    here.write("from another time")
    here.clock.advance(hours=3)
    found = reconciled(here)
    assert (found.made_good, found.deleted, found.still_there) == (0, 0, 1)
    assert found.oldest_at is not None
    assert here.count("inbound") == 0


def test_messages_of_other_senders_of_the_account_are_not_ours(here: Around) -> None:
    reconciled(here)
    other = Message(
        "twilio", new_sid("SM"), "inbound", "+15550142", "+15550999", "for others",
        here.clock.now(), "received",
    )  # fmt: skip
    here.world.keep(other)
    assert reconciled(here).listed == 0
    assert other.sid in here.world.messages


def test_what_we_sent_is_deleted_once_it_is_final(here: Around) -> None:
    reconciled(here)
    now = here.clock.now()
    for status in ("delivered", "sent", "queued"):
        here.world.keep(
            Message(
                "twilio", new_sid("SM"), "outbound-api", "+15550190", "+15550142", "words", now,
                status,
            )
        )  # fmt: skip
    assert reconciled(here, minutes=90).deleted == 1
    assert {one.status for one in here.world.messages.values()} == {"sent", "queued"}
    assert reconciled(here, minutes=60 * 6).deleted == 2
    assert {one.status for one in here.world.messages.values()} == {"queued"}


def test_an_end_whose_callback_was_lost_is_brought_by_the_list(here: Around) -> None:
    reconciled(here)
    now = here.clock.now()
    sid = new_sid("SM")
    with here.house.database.unit_of_work() as session:
        message_id = store.enqueue(
            session, here.house.keyring, kind="reply", address=Address.parse("+15550142"),
            text="words", contact_token="c", now=now, expires_at=now + timedelta(minutes=2),
        )  # fmt: skip
        session.flush()
        store.set_state(session, message_id, State.ACCEPTED)
        store.set_provider_handle(session, message_id, sending_handle("twilio", sid))
    here.world.keep(
        Message("twilio", sid, "outbound-api", "+15550190", "+15550142", "words", now, "delivered")
    )
    assert reconciled(here).deleted == 1
    with here.house.database.reading() as session:
        assert store.state_of(session, message_id) is State.DELIVERED


def test_a_lost_call_for_help_is_red_and_shows_its_age(here: Around) -> None:
    reconciled(here)
    here.world.mischief.drop = 1.0
    here.write("he has a knife help me now")
    here.clock.advance(minutes=30)
    reconciled(here)
    assert here.count("alarm") == 1


def test_a_long_list_is_read_page_by_page(here: Around, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("outbox.twilio_archive._A_PAGE", 3)
    reconciled(here)
    here.world.mischief.drop = 1.0
    for number in range(8):
        here.write("JACARANDA", f"+1555014{number:04d}")
    found = reconciled(here)
    assert (found.listed, found.made_good, found.deleted) == (8, 8, 8)


def test_a_practice_city_never_touches_a_real_account(here: Around) -> None:
    here.house.settings = here.house.settings.model_copy(update={"twilio_api_url": None})
    reconcile.run(here.house, here.clock.now())
    with here.house.database.reading() as session:
        assert copies.copies(session) == ()


def test_a_provider_that_is_away_is_told_of_and_nothing_is_lost(here: Around) -> None:
    reconciled(here)
    here.world.mischief.drop = 1.0
    here.write("JACARANDA")
    there = here.house.settings.twilio_api_url
    here.house.settings = here.house.settings.model_copy(
        update={"twilio_api_url": "http://127.0.0.1:9"}
    )
    assert reconciled(here).failed is not None
    here.house.settings = here.house.settings.model_copy(update={"twilio_api_url": there})
    found = reconciled(here)
    assert (found.failed, found.made_good) == (None, 1)
