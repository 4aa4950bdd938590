from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256

import pytest
from twilio.request_validator import RequestValidator
from werkzeug.datastructures import Headers, MultiDict

from bots.channels.interface import Answer, Asked, NoRoad, Said, StatusEvent
from bots.channels.twilio import Twilio, read_message, sign
from kernel.settings import Settings
from tests.bots.channels.payloads import TWILIO as FORM
from tests.conftest import NOON

PUBLIC = "https://line.example"
PATH = "/webhooks/twilio/message"
TRUST = Twilio(PUBLIC, ("token-one",))


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


def test_a_field_that_comes_twice_counts_once_and_cannot_be_added() -> None:
    twice = MultiDict([("Body", "one"), ("Body", "two"), *FORM.items()])
    inbound = read_message(twice, NOON)
    assert inbound is not None
    assert inbound.text == "one"
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
