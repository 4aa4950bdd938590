from __future__ import annotations

import json

import pytest

from kernel.db import Database
from kernel.ids import new_id
from outbox.carrier import Accepted, Carrier, MaybeSent, Rejected
from outbox.errors import What
from outbox.forms import FormsInDatabase
from outbox.model import Outgoing
from outbox.twilio import TwilioCarrier
from tests.conftest import NOON
from tests.outbox.makers import ASHA, ASHA_ON_WHATSAPP
from tests.outbox.test_twilio import settings
from tests.standins.provider import Provider

TEXT = "Go on? 1 Yes 2 No"
TWO = (("7:1", "Yes"), ("7:2", "No"))
FIVE = tuple((f"7:{at}", f"Choice {at}") for at in range(1, 6))


@pytest.fixture
def carrier(provider: Provider) -> Carrier:
    return TwilioCarrier.of(settings(provider), timeout=0.5)


def outgoing(
    choices: tuple[tuple[str, str], ...] = TWO, text: str = TEXT, template: str = ""
) -> Outgoing:
    return Outgoing(new_id(), ASHA_ON_WHATSAPP, text, NOON, choices, "twilio", template)


def forms_made(provider: Provider) -> int:
    return provider.paths.count("/v1/Content")


def test_choices_leave_as_a_form_that_is_made_once(provider: Provider, carrier: Carrier) -> None:
    assert isinstance(carrier.send(outgoing(), 60), Accepted)
    again = outgoing(choices=(("8:1", "Yes"), ("8:2", "No")), text="Really? 1 Yes 2 No")
    assert isinstance(carrier.send(again, 60), Accepted)
    assert forms_made(provider) == 1
    first, second = provider.taken
    assert first["ContentSid"] == second["ContentSid"]
    assert json.loads(first["ContentVariables"]) == {"1": TEXT, "2": "7:1", "3": "7:2"}
    assert json.loads(second["ContentVariables"])["3"] == "8:2"
    assert "Body" not in first
    assert [one.body for one in provider.world.sent()] == [TEXT, "Really? 1 Yes 2 No"]


def test_a_form_holds_the_words_of_choices_and_no_others(
    provider: Provider, carrier: Carrier
) -> None:
    carrier.send(outgoing(), 60)
    (content,) = provider.world.contents.values()
    assert content["types"] == {
        "twilio/quick-reply": {
            "body": "{{1}}",
            "actions": [
                {"type": "QUICK_REPLY", "title": "Yes", "id": "{{2}}"},
                {"type": "QUICK_REPLY", "title": "No", "id": "{{3}}"},
            ],
        }
    }


def test_more_than_three_become_a_list(provider: Provider, carrier: Carrier) -> None:
    assert isinstance(carrier.send(outgoing(FIVE), 60), Accepted)
    (content,) = provider.world.contents.values()
    types = content["types"]
    assert isinstance(types, dict)
    assert list(types) == ["twilio/list-picker"]
    assert types["twilio/list-picker"]["button"] == "1–5"


def test_a_form_is_remembered_by_every_process(database: Database, provider: Provider) -> None:
    for _ in range(2):
        forms = FormsInDatabase(database)
        carrier = TwilioCarrier.of(settings(provider), timeout=0.5, forms=forms)
        assert isinstance(carrier.send(outgoing(), 60), Accepted)
    assert forms_made(provider) == 1


def test_where_no_form_can_be_made_the_numbers_go(provider: Provider, carrier: Carrier) -> None:
    provider.next = ["no-content"]
    assert isinstance(carrier.send(outgoing(), 60), Accepted)
    assert isinstance(carrier.send(outgoing(), 60), Accepted)
    assert [form["Body"] for form in provider.taken] == [TEXT, TEXT]
    assert forms_made(provider) == 1


@pytest.mark.parametrize("code", ["21655", "21656", "63028"])
def test_a_form_that_is_refused_is_forgotten_and_the_numbers_go(
    provider: Provider, carrier: Carrier, code: str
) -> None:
    provider.next = [code]
    assert isinstance(carrier.send(outgoing(), 60), Accepted)
    assert [form.get("Body") for form in provider.taken] == [TEXT]
    assert isinstance(carrier.send(outgoing(), 60), Accepted)
    assert forms_made(provider) == 2
    assert "ContentSid" in provider.taken[1]


@pytest.mark.parametrize("behaviour", ["reset", "taken", "garbage"])
def test_what_may_have_left_as_a_form_is_not_sent_again_as_text(
    provider: Provider, carrier: Carrier, behaviour: str
) -> None:
    provider.next = [behaviour]
    assert isinstance(carrier.send(outgoing(), 60), MaybeSent)
    assert len(provider.taken) == 1


def test_on_sms_the_numbers_go(provider: Provider, carrier: Carrier) -> None:
    carrier.send(Outgoing(new_id(), ASHA, TEXT, NOON, TWO), 60)
    assert provider.taken[0]["Body"] == TEXT
    assert forms_made(provider) == 0


def test_a_template_goes_without_the_words(provider: Provider) -> None:
    given = settings(provider, twilio_templates=f"en=HX{'a' * 32}")
    provider.world.contents[f"HX{'a' * 32}"] = {"types": {"twilio/text": {"body": "Hello"}}}
    carrier = TwilioCarrier.of(given, timeout=0.5)
    assert isinstance(carrier.send(outgoing(template="en"), 60), Accepted)
    assert provider.taken[0]["ContentSid"] == f"HX{'a' * 32}"
    assert "Body" not in provider.taken[0]
    none = carrier.send(outgoing(template="es"), 60)
    assert none == Rejected("no_template", What.NEEDS_TEMPLATE)
