from __future__ import annotations

import json

import pytest

from kernel.ids import new_id
from kernel.settings import Settings
from kernel.vocabulary import Address
from outbox.carrier import Accepted, Carrier, MaybeSent, Outcome, Rejected
from outbox.errors import What
from outbox.meta import MetaCarrier
from outbox.model import Outgoing
from tests.conftest import NOON
from tests.outbox.makers import ASHA, ASHA_ON_WHATSAPP
from tests.standins.provider import Provider


def carrier_of(address: str, **more: str) -> Carrier:
    given = Settings.load(
        meta_phone_number_id="106540352242922", meta_access_token="token", meta_api_url=address,
        meta_templates="en=good_time/en_US,es=buen_momento", **more,
    )  # fmt: skip
    return MetaCarrier.of(given, timeout=0.5)


@pytest.fixture
def carrier(provider: Provider) -> Carrier:
    return carrier_of(provider.address)


def outgoing(
    address: Address = ASHA_ON_WHATSAPP, choices: int = 0, letters: int = 5, template: str = ""
) -> Outgoing:
    buttons = tuple((f"7:{at}", f"{at} ".ljust(letters, "x")) for at in range(1, choices + 1))
    return Outgoing(new_id(), address, "Is now a good time?", NOON, buttons, "meta", template)


def test_a_text_is_posted_with_our_own_id(provider: Provider, carrier: Carrier) -> None:
    message = outgoing()
    sent = carrier.send(message, 60)
    assert isinstance(sent, Accepted)
    assert sent.provider_id.startswith("wamid.")
    assert provider.paths == ["/v23.0/106540352242922/messages"]
    assert provider.authorizations == ["Bearer token"]
    assert provider.taken == [
        {
            "messaging_product": "whatsapp",
            "recipient_type": "individual",
            "to": "+15550100",
            "type": "text",
            "text": json.dumps({"body": "Is now a good time?", "preview_url": False}),
            "biz_opaque_callback_data": str(message.id),
        }
    ]


def test_somebody_without_a_number_is_named_by_her_id(provider: Provider, carrier: Carrier) -> None:
    carrier.send(outgoing(Address.parse("whatsapp:US.1234")), 60)
    assert provider.taken[0]["recipient"] == "US.1234"
    assert "to" not in provider.taken[0]


@pytest.mark.parametrize(
    ("choices", "letters", "kind"),
    [(1, 20, "button"), (3, 20, "button"), (2, 24, "list"), (4, 5, "list"), (10, 24, "list")],
)
def test_choices_become_buttons_or_a_list(
    provider: Provider, carrier: Carrier, choices: int, letters: int, kind: str
) -> None:
    assert isinstance(carrier.send(outgoing(choices=choices, letters=letters), 60), Accepted)
    shown = json.loads(provider.taken[0]["interactive"])
    assert shown["type"] == kind
    assert shown["body"] == {"text": "Is now a good time?"}


@pytest.mark.parametrize(("choices", "letters"), [(11, 5), (3, 25), (0, 0)])
def test_what_does_not_fit_stays_text(
    provider: Provider, carrier: Carrier, choices: int, letters: int
) -> None:
    assert isinstance(carrier.send(outgoing(choices=choices, letters=letters), 60), Accepted)
    assert provider.taken[0]["type"] == "text"


@pytest.mark.parametrize(
    ("language", "name", "code"), [("en", "good_time", "en_US"), ("es", "buen_momento", "es")]
)
def test_a_template_goes_without_the_words(
    provider: Provider, carrier: Carrier, language: str, name: str, code: str
) -> None:
    assert isinstance(carrier.send(outgoing(template=language), 60), Accepted)
    shown = json.loads(provider.taken[0]["template"])
    assert shown == {"name": name, "language": {"code": code}}
    assert "Is now a good time?" not in json.dumps(provider.asked)


def test_a_language_without_a_template_waits(provider: Provider, carrier: Carrier) -> None:
    outcome = carrier.send(outgoing(template="sw"), 60)
    assert outcome == Rejected("no_template", What.NEEDS_TEMPLATE)
    assert provider.asked == []


def test_nothing_but_whatsapp_goes_this_way(provider: Provider, carrier: Carrier) -> None:
    assert carrier.send(outgoing(ASHA), 60) == Rejected("not_whatsapp", What.PAGE_OPERATOR)
    assert provider.asked == []


@pytest.mark.parametrize(
    ("behaviour", "outcome"),
    [
        ("131026", Rejected("131026", What.STOP_USING)),
        ("131050", Rejected("131050", What.OPTED_OUT)),
        ("131009", Rejected("131009", What.FIX_CONTENT)),
        ("131047", Rejected("131047", What.NEEDS_TEMPLATE)),
        ("190", Rejected("190", What.PAGE_OPERATOR)),
        ("130429", Rejected("130429", What.SLOW_DOWN)),
        ("131056", Rejected("131056", What.RETRY)),
        ("999999", Rejected("999999", What.UNKNOWN)),
        ("429", Rejected("130429", What.SLOW_DOWN)),
        ("429:7", Rejected("130429", What.SLOW_DOWN, 7)),
        ("500", MaybeSent("131000")),
        ("taken", MaybeSent("131000")),
        ("garbage", MaybeSent("garbled")),
    ],
)
def test_an_answer_is_judged(
    provider: Provider, carrier: Carrier, behaviour: str, outcome: Outcome
) -> None:
    provider.next = [behaviour]
    assert carrier.send(outgoing(), 60) == outcome


@pytest.mark.parametrize("behaviour", ["hang", "reset", "slow:0.7"])
def test_silence_means_that_nobody_knows(
    provider: Provider, carrier: Carrier, behaviour: str
) -> None:
    provider.next = [behaviour]
    assert isinstance(carrier.send(outgoing(), 60), MaybeSent)
    assert len(provider.asked) == 1


def test_nobody_listening_proves_that_nothing_left() -> None:
    outcome = carrier_of("http://127.0.0.1:9").send(outgoing(), 60)
    assert outcome == Rejected("no_connection", What.RETRY)
