from __future__ import annotations

import json
from hashlib import sha256

import pytest
from twilio.request_validator import RequestValidator
from werkzeug.datastructures import Headers, MultiDict

from bots.channels.twilio import (
    Refused,
    StatusEvent,
    Trust,
    Unusable,
    is_signed,
    sign,
    verify_and_parse,
    verify_status,
)
from kernel.settings import Settings
from kernel.vocabulary import Address, Channel, Inbound
from tests.conftest import NOON

PUBLIC = "https://line.example"
PATH = "/webhooks/twilio/message"
TRUST = Trust(PUBLIC, ("token-one",))
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


def heard(
    form: dict[str, str] | MultiDict[str, str],
    *,
    path: str = PATH,
    trust: Trust = TRUST,
    token: str = "token-one",
    url: str = PUBLIC,
    raw: bytes = b"",
) -> Inbound | Refused | Unusable:
    parts = MultiDict(form)
    headers = Headers({"X-Twilio-Signature": sign(token, url + path, parts)})
    return verify_and_parse(path, headers, parts, raw, trust, NOON)


def message(form: dict[str, str], **more: str) -> Inbound:
    found = heard({**form, **more})
    assert isinstance(found, Inbound)
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


@pytest.mark.parametrize("signature", [None, "", "x", "ключ", "=" * 28, "A" * 4000])
def test_a_missing_or_malformed_signature_is_refused(signature: str | None) -> None:
    headers = Headers({} if signature is None else {"X-Twilio-Signature": signature})
    assert verify_and_parse(PATH, headers, MultiDict(FORM), b"", TRUST, NOON) == Refused()


@pytest.mark.parametrize(
    "change",
    [{"Body": "jacaranda"}, {"From": "+15550101"}, {"New": ""}, {"FromCity": "x"}],
)
def test_any_change_is_refused(change: dict[str, str]) -> None:
    headers = Headers({"X-Twilio-Signature": sign("token-one", PUBLIC + PATH, FORM)})
    changed = MultiDict({**FORM, **change})
    assert verify_and_parse(PATH, headers, changed, b"", TRUST, NOON) == Refused()


def test_a_dropped_empty_parameter_is_refused() -> None:
    headers = Headers({"X-Twilio-Signature": sign("token-one", PUBLIC + PATH, FORM)})
    dropped = MultiDict({name: FORM[name] for name in FORM if name != "NumMedia"})
    assert verify_and_parse(PATH, headers, dropped, b"", TRUST, NOON) == Refused()


def test_unknown_and_repeated_parameters_are_signed_and_ignored() -> None:
    form = MultiDict([*FORM.items(), ("Twice", "b"), ("Twice", "a"), ("Twice", "a"), ("New", "")])
    assert isinstance(heard(form), Inbound)


def test_the_wrong_token_is_refused_and_both_live_ones_are_taken() -> None:
    assert heard(FORM, token="other") == Refused()
    rotating = Trust(PUBLIC, ("token-one", "token-two"))
    assert isinstance(heard(FORM, token="token-one", trust=rotating), Inbound)
    assert isinstance(heard(FORM, token="token-two", trust=rotating), Inbound)


def test_without_a_token_nothing_is_trusted() -> None:
    assert heard(FORM, trust=Trust(PUBLIC, ()), token="") == Refused()


@pytest.mark.parametrize("signed_for", [PUBLIC + ":443", PUBLIC])
@pytest.mark.parametrize("public", [PUBLIC, PUBLIC + "/", PUBLIC + ":443"])
def test_the_port_may_be_there_or_not(signed_for: str, public: str) -> None:
    assert isinstance(heard(FORM, url=signed_for, trust=Trust(public, ("token-one",))), Inbound)


def test_another_host_s_signature_is_refused() -> None:
    assert heard(FORM, url="https://other.example") == Refused()
    assert heard(FORM, url="http://line.example") == Refused()


def test_the_query_is_part_of_what_is_signed() -> None:
    assert isinstance(heard(FORM, path=PATH + "?a=1&b=%2B"), Inbound)
    headers = Headers({"X-Twilio-Signature": sign("token-one", PUBLIC + PATH + "?a=1", FORM)})
    moved = verify_and_parse(PATH + "?a=2", headers, MultiDict(FORM), b"", TRUST, NOON)
    assert moved == Refused()


class TestJsonBodies:
    """The library answers True for a tampered JSON body unless it is handed the text."""

    body = json.dumps({"Body": "JACARANDA"}).encode()

    def signed(self, sent: bytes, path: str) -> bool:
        signature = RequestValidator("token-one").compute_signature(PUBLIC + path, {})
        headers = Headers({"X-Twilio-Signature": signature})
        return is_signed(path, headers, MultiDict(), sent, TRUST)

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
        headers = Headers({"X-Twilio-Signature": signature})
        taken = is_signed(self.path(), headers, MultiDict(FORM), b"Body=x", TRUST)
        assert not taken


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"From": "whatsapp:+15550100"}, Address("whatsapp", "+15550100")),
        ({"From": "whatsapp:US.1234abcd"}, Address("whatsapp", "US.1234abcd")),
        ({"From": "US.1234abcd"}, Address("whatsapp", "US.1234abcd")),
        ({"From": "US.ENT.1234abcd"}, Address("whatsapp", "US.ENT.1234abcd")),
        ({"From": "", "ExternalUserId": "whatsapp:ZA.99"}, Address("whatsapp", "ZA.99")),
        ({"From": "+15550100", "ExternalUserId": "whatsapp:ZA.99"}, Address("tel", "+15550100")),
    ],
)
def test_addresses_are_opaque(given: dict[str, str], expected: Address) -> None:
    sender = message(FORM, **given).sender
    assert sender == expected
    channel = Channel.SMS if expected.scheme == "tel" else Channel.WHATSAPP
    assert sender.channel is channel


@pytest.mark.parametrize("lacking", ["From", "MessageSid"])
def test_a_signed_form_that_names_nobody_is_unusable(lacking: str) -> None:
    assert heard({name: FORM[name] for name in FORM if name != lacking}) == Unusable()


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
    assert message(FORM, ButtonPayload="1", ButtonText="Yes").button == "1"
    assert message(FORM, ButtonText="Yes").button == "Yes"
    assert message(FORM, ListId="2").button == "2"


def test_news_of_a_message_carries_our_id() -> None:
    form = MultiDict({"MessageSid": "SM1", "MessageStatus": "failed", "ErrorCode": "30036"})
    path = "/webhooks/twilio/status?m=abc"
    headers = Headers({"X-Twilio-Signature": sign("token-one", PUBLIC + path, form)})
    event = verify_status(path, headers, form, b"", TRUST)
    assert event == StatusEvent("abc", "SM1", "failed", "30036", None)
    other = "/webhooks/twilio/status?m=abd"
    assert verify_status(other, headers, form, b"", TRUST) == Refused()


def test_practice_trusts_its_own_token_only() -> None:
    settings = Settings.load(twilio_auth_token="real", twilio_auth_token_next="next")
    assert Trust.of(settings, None).tokens == ("real", "next")
    assert Trust.of(settings, "practice").tokens == ("practice",)
