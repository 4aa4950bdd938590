from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256

import pytest
from twilio.request_validator import RequestValidator
from werkzeug.datastructures import Headers, MultiDict

from bots.channels.interface import Answer, Asked, NoRoad, Said, StatusEvent
from bots.channels.twilio import Twilio, sign
from kernel.settings import Settings
from kernel.vocabulary import Address, Channel, Inbound
from tests.conftest import NOON

PUBLIC = "https://line.example"
PATH = "/webhooks/twilio/message"
TRUST = Twilio(PUBLIC, ("token-one",))
FORM = {
    "MessageSid": "SM" + "0" * 32,
    "From": "+15550100",
    "To": "+15550190",
    "Body": "jacaranda ",
    "NumMedia": "0",
    "FromCity": "",
    "FromCountry": "US",
    "ProfileName": "Her Name",
}


def asked(
    form: Mapping[str, str] | MultiDict[str, str],
    signature: str | None,
    path: str = PATH,
    raw: bytes = b"",
) -> Asked:
    headers = Headers({} if signature is None else {"X-Twilio-Signature": signature})
    road = path.partition("?")[0].rpartition("/")[2]
    return Asked("POST", road, path, headers, MultiDict(), MultiDict(form), raw)


def is_taken(
    form: Mapping[str, str] | MultiDict[str, str],
    *,
    path: str = PATH,
    trust: Twilio = TRUST,
    token: str = "token-one",
    url: str = PUBLIC,
) -> bool:
    return trust.verify(asked(form, sign(token, url + path, MultiDict(form)), path))


def message(form: Mapping[str, str], **more: str) -> Inbound:
    found = TRUST.parse(asked({**form, **more}, None), NOON)
    assert isinstance(found, tuple)
    inbound = found[0]
    assert isinstance(inbound, Inbound)
    return inbound


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


@pytest.mark.parametrize("signature", [None, "", "x", "ключ", "=" * 28, "A" * 4000])
def test_a_missing_or_malformed_signature_is_refused(signature: str | None) -> None:
    assert not TRUST.verify(asked(FORM, signature))


@pytest.mark.parametrize(
    "change",
    [{"Body": "jacaranda"}, {"From": "+15550101"}, {"New": ""}, {"FromCity": "x"}],
)
def test_any_change_is_refused(change: dict[str, str]) -> None:
    assert not TRUST.verify(asked({**FORM, **change}, sign("token-one", PUBLIC + PATH, FORM)))


def test_a_dropped_empty_parameter_is_refused() -> None:
    dropped = {name: FORM[name] for name in FORM if name != "NumMedia"}
    assert not TRUST.verify(asked(dropped, sign("token-one", PUBLIC + PATH, FORM)))


def test_unknown_and_repeated_parameters_are_signed_and_ignored() -> None:
    form = MultiDict([*FORM.items(), ("Twice", "b"), ("Twice", "a"), ("Twice", "a"), ("New", "")])
    assert is_taken(form)
    assert message(form).text == "jacaranda "


def test_a_field_that_comes_twice_counts_once_and_cannot_be_added() -> None:
    twice = MultiDict([("Body", "one"), ("Body", "two"), *FORM.items()])
    assert message(twice).text == "one"
    forged = MultiDict([("From", "+15550199"), *FORM.items()])
    assert not TRUST.verify(asked(forged, sign("token-one", PUBLIC + PATH, FORM)))


def test_the_wrong_token_is_refused_and_both_live_ones_are_taken() -> None:
    assert not is_taken(FORM, token="other")
    rotating = Twilio(PUBLIC, ("token-one", "token-two"))
    assert is_taken(FORM, token="token-one", trust=rotating)
    assert is_taken(FORM, token="token-two", trust=rotating)


def test_without_a_token_nothing_is_trusted() -> None:
    assert not is_taken(FORM, trust=Twilio(PUBLIC, ()), token="")


@pytest.mark.parametrize("signed_for", [PUBLIC + ":443", PUBLIC])
@pytest.mark.parametrize("public", [PUBLIC, PUBLIC + "/", PUBLIC + ":443"])
def test_the_port_may_be_there_or_not(signed_for: str, public: str) -> None:
    assert is_taken(FORM, url=signed_for, trust=Twilio(public, ("token-one",)))


def test_another_host_s_signature_is_refused() -> None:
    assert not is_taken(FORM, url="https://other.example")
    assert not is_taken(FORM, url="http://line.example")


def test_the_query_is_part_of_what_is_signed() -> None:
    assert is_taken(FORM, path=PATH + "?a=1&b=%2B")
    signature = sign("token-one", PUBLIC + PATH + "?a=1", FORM)
    assert not TRUST.verify(asked(FORM, signature, PATH + "?a=2"))


class TestJsonBodies:
    """The library answers True for a tampered JSON body unless it is handed the text."""

    body = json.dumps({"Body": "JACARANDA"}).encode()

    def signed(self, sent: bytes, path: str) -> bool:
        signature = RequestValidator("token-one").compute_signature(PUBLIC + path, {})
        return TRUST.verify(asked({}, signature, path, sent))

    def path(self) -> str:
        return f"{PATH}?bodySHA256={sha256(self.body).hexdigest()}"

    def test_the_body_that_was_hashed_is_taken(self) -> None:
        assert self.signed(self.body, self.path())

    @pytest.mark.parametrize("sent", [b"{}", b"", b"\xff\xfe", body + b" "])
    def test_any_other_body_is_refused(self, sent: bytes) -> None:
        assert not self.signed(sent, self.path())

    def test_a_body_without_a_hash_is_refused(self) -> None:
        assert not self.signed(self.body, PATH)

    def test_a_json_signature_does_not_carry_a_form(self) -> None:
        signature = RequestValidator("token-one").compute_signature(PUBLIC + self.path(), {})
        assert not TRUST.verify(asked(FORM, signature, self.path(), b"Body=x"))


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
    assert TRUST.parse(asked(form, None), NOON) == ()


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


def test_the_answer_is_empty_unless_something_must_be_said() -> None:
    here = asked(FORM, None)
    assert TRUST.acknowledge(here, Said()).body.endswith("?><Response/>")
    assert TRUST.acknowledge(here, Said("a < b")) == Answer(
        '<?xml version="1.0" encoding="UTF-8"?><Response><Message>a &lt; b</Message></Response>',
        "text/xml; charset=utf-8",
    )


def test_news_of_a_message_carries_our_id() -> None:
    form = {"MessageSid": "SM1", "MessageStatus": "failed", "ErrorCode": "30036"}
    path = "/webhooks/twilio/status?m=abc"
    here = asked(form, sign("token-one", PUBLIC + path, form), path)
    assert TRUST.verify(here)
    assert TRUST.parse(here, NOON) == (StatusEvent("twilio", "abc", "SM1", "failed", "30036"),)
    moved = asked(form, sign("token-one", PUBLIC + path, form), "/webhooks/twilio/status?m=abd")
    assert not TRUST.verify(moved)
    assert TRUST.parse(asked(form, None, "/webhooks/twilio/voice"), NOON) == NoRoad()


def test_practice_trusts_its_own_token_only() -> None:
    settings = Settings.load(twilio_auth_token="real", twilio_auth_token_next="next")
    assert Twilio.of(settings, None).tokens == ("real", "next")
    assert Twilio.of(settings, "practice").tokens == ("practice",)
