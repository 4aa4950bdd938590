from __future__ import annotations

import pytest

from kernel.ids import new_id
from kernel.settings import Settings
from kernel.vocabulary import Address
from outbox.africastalking import AfricasTalkingCarrier
from outbox.carrier import Accepted, Carrier, MaybeSent, Outcome, Rejected
from outbox.errors import What
from outbox.model import Outgoing
from tests.conftest import NOON
from tests.outbox.makers import ASHA, ASHA_ON_WHATSAPP
from tests.standins.provider import Provider


def carrier_of(address: str, sender: str = "20880") -> Carrier:
    given = Settings.load(
        at_username="sandbox", at_api_key="key", at_sender=sender, at_api_url=address
    )
    return AfricasTalkingCarrier.of(given, timeout=0.5)


@pytest.fixture
def carrier(provider: Provider) -> Carrier:
    return carrier_of(provider.address)


def outgoing(address: Address = ASHA) -> Outgoing:
    return Outgoing(new_id(), address, "Is now a good time?", NOON, (("7:1", "Yes"),), "at")


def test_a_text_is_posted_whole(provider: Provider, carrier: Carrier) -> None:
    sent = carrier.send(outgoing(), 60)
    assert isinstance(sent, Accepted)
    assert sent.provider_id.startswith("ATPid_")
    assert provider.paths == ["/version1/messaging"]
    assert provider.authorizations == ["key"]
    assert provider.taken == [
        {
            "username": "sandbox",
            "to": "+15550100",
            "message": "Is now a good time?",
            "from": "20880",
            "bulkSMSMode": "1",
            "retryDurationInHours": "1",
        }
    ]


def test_without_a_sender_the_provider_chooses(provider: Provider) -> None:
    assert isinstance(carrier_of(provider.address, sender="").send(outgoing(), 60), Accepted)
    assert "from" not in provider.taken[0]


def test_nothing_but_sms_goes_this_way(provider: Provider, carrier: Carrier) -> None:
    outcome = carrier.send(outgoing(ASHA_ON_WHATSAPP), 60)
    assert outcome == Rejected("not_sms", What.PAGE_OPERATOR)
    assert provider.asked == []


@pytest.mark.parametrize(
    ("behaviour", "outcome"),
    [
        ("403", Rejected("403", What.STOP_USING)),
        ("404", Rejected("404", What.STOP_USING)),
        ("406", Rejected("406", What.OPTED_OUT)),
        ("409", Rejected("409", What.OPTED_OUT)),
        ("402", Rejected("402", What.PAGE_OPERATOR)),
        ("405", Rejected("405", What.PAGE_OPERATOR)),
        ("502", Rejected("502", What.UNKNOWN)),
        ("501", MaybeSent("501")),
        ("429", Rejected("429", What.SLOW_DOWN)),
        ("429:9", Rejected("429", What.SLOW_DOWN, 9)),
        ("500", MaybeSent("500")),
        ("taken", MaybeSent("500")),
        ("garbage", MaybeSent("garbled")),
    ],
)
def test_an_answer_is_judged(
    provider: Provider, carrier: Carrier, behaviour: str, outcome: Outcome
) -> None:
    provider.next = [behaviour]
    assert carrier.send(outgoing(), 60) == outcome


@pytest.mark.parametrize("behaviour", ["hang", "reset"])
def test_silence_means_that_nobody_knows(
    provider: Provider, carrier: Carrier, behaviour: str
) -> None:
    provider.next = [behaviour]
    assert isinstance(carrier.send(outgoing(), 60), MaybeSent)
    assert len(provider.asked) == 1


def test_a_wrong_key_pages_the_operator(provider: Provider) -> None:
    carrier = AfricasTalkingCarrier(f"{provider.address}/version1/messaging", "sandbox", "", "")
    assert carrier.send(outgoing(), 60) == Rejected("401", What.PAGE_OPERATOR)
