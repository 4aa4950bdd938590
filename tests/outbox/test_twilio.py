from __future__ import annotations

import logging

import pytest

from kernel.ids import new_id
from kernel.settings import Settings
from kernel.vocabulary import Address
from outbox.carrier import Accepted, Carrier, Rejected
from outbox.errors import What
from outbox.model import Outgoing
from outbox.twilio import TwilioCarrier
from tests.conftest import NOON
from tests.outbox.makers import ASHA, ASHA_ON_WHATSAPP
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


def test_numbers_and_words_reach_no_log(
    provider: Provider, carrier: Carrier, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    provider.next = ["take", "500", "21610", "hang"]
    for _ in range(4):
        carrier.send(outgoing(text="PLUMERIA"), 60)
    assert "PLUMERIA" not in caplog.text
    assert "5550100" not in caplog.text
