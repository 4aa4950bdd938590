from __future__ import annotations

import logging
from datetime import timedelta

import pytest
from sqlalchemy import select

from kernel.ids import new_id
from kernel.settings import Settings
from kernel.vocabulary import Address
from outbox import store
from outbox.carrier import Accepted, Carrier, MaybeSent, Outcome, Rejected
from outbox.dispatch import run_once
from outbox.errors import What
from outbox.model import Outgoing, State
from outbox.rows import MessageRow
from outbox.twilio import TwilioCarrier
from tests.conftest import NOON
from tests.outbox.makers import ASHA, ASHA_ON_WHATSAPP, TOKEN, PostRoom, queue_message
from tests.standins.provider import Provider


def settings(provider: Provider, **more: str) -> Settings:
    return Settings.load(
        **{
            "public_url": "https://line.example/",
            "twilio_account_sid": "AC0001",
            "twilio_auth_token": "token",
            "twilio_sms_from": "+15550190",
            "twilio_whatsapp_from": "whatsapp:+15550190",
            "twilio_api_url": provider.address,
            **more,
        }
    )


@pytest.fixture
def carrier(provider: Provider) -> Carrier:
    return TwilioCarrier.of(settings(provider), timeout=0.5)


def outgoing(address: Address = ASHA, text: str = "Is now a good time?") -> Outgoing:
    return Outgoing(new_id(), address, text, NOON)


def test_a_message_is_posted_whole(provider: Provider, carrier: Carrier) -> None:
    message = outgoing()
    assert isinstance(carrier.send(message, 119.6), Accepted)
    assert provider.paths == ["/2010-04-01/Accounts/AC0001/Messages.json"]
    assert provider.taken == [
        {
            "To": "+15550100",
            "From": "+15550190",
            "Body": "Is now a good time?",
            "ValidityPeriod": "119",
            "StatusCallback": f"https://line.example/webhooks/twilio/status?m={message.id}",
        }
    ]


def test_whatsapp_leaves_from_whatsapp(provider: Provider, carrier: Carrier) -> None:
    carrier.send(outgoing(ASHA_ON_WHATSAPP), 60)
    carrier.send(outgoing(Address.parse("whatsapp:US.1234")), 60)
    assert [form["From"] for form in provider.taken] == ["whatsapp:+15550190"] * 2
    assert provider.taken[1]["To"] == "whatsapp:US.1234"


def test_a_channel_without_a_sender_never_falls_back(provider: Provider) -> None:
    carrier = TwilioCarrier.of(settings(provider, twilio_whatsapp_from=""), timeout=0.5)
    outcome = carrier.send(outgoing(ASHA_ON_WHATSAPP), 60)
    assert outcome == Rejected("no_sender", What.PAGE_OPERATOR)
    assert provider.asked == []


def test_a_messaging_service_and_an_api_key_are_preferred(provider: Provider) -> None:
    given = settings(
        provider, twilio_messaging_service_sid="MG1", twilio_api_key="SK1", twilio_api_secret="s"
    )
    TwilioCarrier.of(given, timeout=0.5).send(outgoing(), 60)
    assert provider.taken[0]["MessagingServiceSid"] == "MG1"
    assert "From" not in provider.taken[0]
    assert provider.authorizations == ["Basic U0sxOnM="]
    assert provider.paths == ["/2010-04-01/Accounts/AC0001/Messages.json"]


@pytest.mark.parametrize(
    ("behaviour", "outcome"),
    [
        ("429", Rejected("20429", What.SLOW_DOWN)),
        ("500", MaybeSent("20500")),
        ("21610", Rejected("21610", What.OPTED_OUT)),
        ("21211", Rejected("21211", What.STOP_USING)),
        ("21617", Rejected("21617", What.FIX_CONTENT)),
        ("12345", Rejected("12345", What.UNKNOWN)),
    ],
)
def test_a_refusal_is_judged_by_its_code(
    provider: Provider, carrier: Carrier, behaviour: str, outcome: Outcome
) -> None:
    provider.next = [behaviour]
    assert carrier.send(outgoing(), 60) == outcome


@pytest.mark.parametrize("behaviour", ["hang", "reset", "garbage"])
def test_a_broken_answer_means_that_nobody_knows(
    provider: Provider, carrier: Carrier, behaviour: str
) -> None:
    provider.next = [behaviour]
    assert isinstance(carrier.send(outgoing(), 60), MaybeSent)
    assert len(provider.taken) == 1


def test_nobody_listening_proves_that_nothing_left(provider: Provider) -> None:
    dead = settings(provider, twilio_api_url="http://127.0.0.1:9")
    outcome = TwilioCarrier.of(dead, timeout=0.5).send(outgoing(), 60)
    assert outcome == Rejected("no_connection", What.RETRY)


@pytest.mark.parametrize("behaviour", ["take", "hang", "reset", "garbage", "500"])
def test_the_provider_takes_a_message_at_most_once(
    room: PostRoom, provider: Provider, carrier: Carrier, behaviour: str
) -> None:
    provider.next = [behaviour]
    queue_message(room)
    for _ in range(40):
        run_once(room, carrier, "w1")
        room.clock.advance(seconds=5)
    assert len(provider.asked) == 1
    with room.database.reading() as session:
        (row,) = session.execute(select(MessageRow.state, MessageRow.body)).all()
    assert State(row[0]) in {State.ACCEPTED, State.MAYBE_SENT}
    assert row[1] is None


def test_after_a_429_it_arrives_once(room: PostRoom, provider: Provider, carrier: Carrier) -> None:
    provider.next = ["429", "429"]
    queue_message(room, lives=timedelta(minutes=2))
    for _ in range(30):
        run_once(room, carrier, "w1")
        room.clock.advance(seconds=1)
    assert len(provider.asked) == 3
    assert len(provider.taken) == 1
    assert 1 <= int(provider.taken[0]["ValidityPeriod"]) < 120


def test_the_provider_s_stop_becomes_ours(
    room: PostRoom, provider: Provider, carrier: Carrier
) -> None:
    provider.next = ["21610"]
    queue_message(room)
    run_once(room, carrier, "w1")
    queue_message(room, "again")
    run_once(room, carrier, "w1")
    assert len(provider.asked) == 1
    with room.database.reading() as session:
        contact = store.contact(session, TOKEN)
    assert contact is not None
    assert contact.stopped


def test_numbers_and_words_reach_no_log(
    provider: Provider, carrier: Carrier, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    provider.next = ["take", "500", "21610", "hang"]
    for _ in range(4):
        carrier.send(outgoing(text="PLUMERIA"), 60)
    assert "PLUMERIA" not in caplog.text
    assert "5550100" not in caplog.text
