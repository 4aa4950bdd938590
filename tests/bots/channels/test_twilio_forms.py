"""What Twilio's forms hold, as the house understands it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping

import pytest
from werkzeug.datastructures import MultiDict

from bots.channels.twilio import read_message
from kernel.vocabulary import Address, Channel, Inbound
from tests.bots.channels.payloads import TWILIO as FORM
from tests.conftest import NOON


def message(form: Mapping[str, str], **more: str) -> Inbound:
    found = read_message(MultiDict({**form, **more}), NOON)
    assert found is not None
    return found


def test_a_signed_form_becomes_what_the_house_understands() -> None:
    assert message(FORM) == Inbound(
        provider="twilio",
        message_id="SM" + "0" * 32,
        sender=Address("tel", "+15550100"),
        recipient=Address("tel", "+15550190"),
        text="jacaranda ",
        at=NOON,
    )


def test_geography_and_names_are_left_behind() -> None:
    assert "Her Name" not in repr(message(FORM))
    assert "US" not in repr(message(FORM))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"From": "whatsapp:+15550100"}, Address("whatsapp", "+15550100")),
        ({"From": "whatsapp:US.1234abcd"}, Address("whatsapp", "US.1234abcd")),
        ({"From": "US.1234abcd"}, Address("whatsapp", "US.1234abcd")),
        ({"From": "US.ENT.1234abcd"}, Address("whatsapp", "US.ENT.1234abcd")),
        ({"From": "", "ExternalUserId": "whatsapp:ZA.99"}, Address("whatsapp", "ZA.99")),
        ({"From": "+15550100", "ExternalUserId": "whatsapp:ZA.99"}, Address("tel", "+15550100")),
        (
            {"From": "whatsapp:+15550100", "ExternalUserId": "whatsapp:ZA.99"},
            Address("whatsapp", "ZA.99"),
        ),
        ({"From": "whatsapp:", "WaId": "15550100"}, Address("whatsapp", "+15550100")),
        ({"From": "+15550100", "To": "whatsapp:+15550190"}, Address("whatsapp", "+15550100")),
    ],
)
def test_addresses_are_opaque(given: dict[str, str], expected: Address) -> None:
    sender = message(FORM, **given).sender
    assert sender == expected
    channel = Channel.SMS if expected.scheme == "tel" else Channel.WHATSAPP
    assert sender.channel is channel


@pytest.mark.parametrize("lacking", ["From", "MessageSid"])
def test_a_signed_form_that_names_nobody_is_unusable(lacking: str) -> None:
    form = {name: FORM[name] for name in FORM if name != lacking}
    assert read_message(MultiDict(form), NOON) is None


@pytest.mark.parametrize(
    ("media", "count"), [("2", 2), ("0", 0), ("", 0), ("-1", 0), ("٣", 0), ("99999999999", 10)]
)
def test_media_are_counted(media: str, count: int) -> None:
    assert message(FORM, NumMedia=media).media == count


def test_an_empty_body_is_a_message() -> None:
    assert message(FORM, Body="").text == ""
    assert message({name: FORM[name] for name in FORM if name != "Body"}).text == ""


def test_the_rest_of_what_a_phone_can_do() -> None:
    assert message(FORM, Latitude="1.0", Longitude="2.0").location == "1.0, 2.0"
    assert not message(FORM, Latitude="", Longitude="").location
    assert message(FORM, OptOutType="stop").opt_out == "STOP"
    where = {"Latitude": "1.0", "Longitude": "2.0", "Label": "Market", "Address": "5th"}
    assert message(FORM, **where).location == "1.0, 2.0, Market, 5th"


@pytest.mark.parametrize(
    "tapped",
    [
        {"ButtonPayload": "7:1", "ButtonText": "Yes", "Body": "Yes"},
        {"ButtonPayload": "7:1", "ButtonText": "Yes", "Body": ""},
        {"ListId": "7:1", "ListTitle": "Yes", "Body": "Yes", "OriginalRepliedMessageSid": "SM9"},
    ],
)
def test_a_tap_keeps_what_we_called_it_and_what_stood_on_it_apart(tapped: dict[str, str]) -> None:
    heard = message(FORM, **tapped)
    assert (heard.button, heard.button_text, heard.text) == ("7:1", "Yes", "Yes")


def test_where_media_are_and_of_which_kind() -> None:
    heard = message(
        FORM, NumMedia="2", MediaUrl0="https://a.example/0", MediaContentType0="audio/ogg",
        MediaUrl1="https://a.example/1",
    )  # fmt: skip
    assert heard.media_at == ("https://a.example/0", "https://a.example/1")
    assert heard.media_types == ("audio/ogg", "")


def test_what_looks_like_base64_is_kept_as_it_came() -> None:
    quirk = b64encode(b"It began in the spring, when the fence fell over the old wall.").decode()
    assert message(FORM, Body=quirk).text == quirk
