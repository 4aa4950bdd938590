from __future__ import annotations

import json

import pytest

from kernel.vocabulary import Address
from outbox.carrier import Accepted, Carrier, Rejected
from outbox.errors import What
from tests.outbox.makers import ASHA
from tests.outbox.meta_makers import carrier_of, outgoing
from tests.standins.provider import Provider


@pytest.fixture
def carrier(provider: Provider) -> Carrier:
    return carrier_of(provider.address)


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
