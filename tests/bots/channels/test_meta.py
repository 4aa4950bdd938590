from __future__ import annotations

import json
from datetime import timedelta
from hashlib import sha256
from hmac import new
from typing import Any

import pytest
from werkzeug.datastructures import Headers, MultiDict

from bots.channels.interface import Answer, Asked, Handshake, NoRoad, Said, StatusEvent
from bots.channels.meta import Meta
from kernel.settings import Settings
from kernel.vocabulary import Address, Inbound
from tests.bots.channels.payloads import Json, batch, change, said, text
from tests.conftest import NOON

META = Meta("app-secret", "agreed-word")


def asked(raw: bytes, signature: str | None = None, road: str = "message") -> Asked:
    headers = Headers({} if signature is None else {"X-Hub-Signature-256": signature})
    return Asked("POST", road, f"/webhooks/meta/{road}", headers, MultiDict(), MultiDict(), raw)


def signed(raw: bytes, secret: str = "app-secret") -> str:
    return "sha256=" + new(secret.encode(), raw, sha256).hexdigest()


def parsed(body: object, meta: Meta = META) -> tuple[Any, ...]:
    found = meta.parse(asked(json.dumps(body).encode()), NOON)
    assert isinstance(found, tuple)
    return found


def heard(**message: object) -> Inbound:
    (found,) = parsed(batch(change(said(NOON, **message))))
    assert isinstance(found, Inbound)
    return found


class TestHandshake:
    """Meta asks once whether the address is ours."""

    def ask(self, **query: str) -> Asked:
        named = {f"hub.{name}": value for name, value in query.items()}
        return Asked("GET", "message", "", Headers(), MultiDict(named), MultiDict(), b"")

    def test_the_agreed_word_is_answered_with_the_challenge(self) -> None:
        here = self.ask(mode="subscribe", verify_token="agreed-word", challenge="1158201444")
        assert META.verify(here)
        assert META.parse(here, NOON) == Handshake("1158201444")

    @pytest.mark.parametrize(
        "query",
        [
            {},
            {"mode": "subscribe", "challenge": "1"},
            {"mode": "subscribe", "verify_token": "agreed-worD", "challenge": "1"},
            {"mode": "subscribe", "verify_token": "é", "challenge": "1"},
            {"mode": "unsubscribe", "verify_token": "agreed-word", "challenge": "1"},
        ],
    )
    def test_anything_else_is_refused(self, query: dict[str, str]) -> None:
        assert not META.verify(self.ask(**query))

    def test_without_an_agreed_word_nobody_is_answered(self) -> None:
        assert not Meta("app-secret").verify(self.ask(mode="subscribe", verify_token=""))


class TestSignature:
    """It covers the bytes as they came, not what they mean."""

    raw = json.dumps(batch(change(said(NOON)))).encode()

    def test_the_app_s_own_is_taken(self) -> None:
        assert META.verify(asked(self.raw, signed(self.raw)))

    @pytest.mark.parametrize(
        "signature",
        [None, "", "sha256=", "x", "é", signed(raw)[7:], signed(raw, "other"), signed(raw).upper()],
    )
    def test_any_other_is_refused(self, signature: str | None) -> None:
        assert not META.verify(asked(self.raw, signature))

    def test_the_same_json_in_other_bytes_is_refused(self) -> None:
        again = json.dumps(json.loads(self.raw), separators=(",", ":")).encode()
        assert json.loads(again) == json.loads(self.raw)
        assert not META.verify(asked(again, signed(self.raw)))

    def test_without_a_secret_nothing_is_trusted(self) -> None:
        assert not Meta().verify(asked(self.raw, signed(self.raw, "")))


def test_a_text_becomes_what_the_house_understands() -> None:
    (found,) = parsed(batch(change(said(NOON - timedelta(seconds=5)))))
    assert found == Inbound(
        provider="meta",
        message_id="wamid.0001",
        sender=Address("whatsapp", "+15550100"),
        recipient=Address("whatsapp", "+15550190"),
        text="jacaranda",
        at=NOON - timedelta(seconds=5),
    )
    assert "Her Name" not in repr(found)


@pytest.mark.parametrize(
    "tapped",
    [
        {"type": "button", "button": {"payload": "7:1", "text": "Yes"}, "context": {"id": "w"}},
        {
            "type": "interactive",
            "interactive": {"type": "button_reply", "button_reply": {"id": "7:1", "title": "Yes"}},
        },
        {
            "type": "interactive",
            "interactive": {
                "type": "list_reply",
                "list_reply": {"id": "7:1", "title": "Yes", "description": "now"},
            },
        },
    ],
)
def test_a_tap_keeps_what_we_called_it_and_what_stood_on_it_apart(tapped: Json) -> None:
    found = heard(**tapped)
    assert (found.button, found.button_text, found.text) == ("7:1", "Yes", "Yes")


@pytest.mark.parametrize("kind", ["audio", "voice", "image", "video", "document", "sticker"])
def test_media_are_kept_by_their_id(kind: str) -> None:
    medium = {"id": "1013859600285441", "mime_type": f"{kind}/ogg", "sha256": "x", "caption": "see"}
    found = heard(type=kind, **{kind: medium})
    assert (found.media, found.media_at) == (1, ("meta:1013859600285441",))
    assert (found.media_types, found.text) == ((f"{kind}/ogg",), "see")


def test_where_she_is() -> None:
    place = {"latitude": -1.28, "longitude": 36.82, "name": "Market", "address": "5th"}
    assert heard(type="location", location=place).location == "-1.28, 36.82, Market, 5th"
    assert heard(type="location", location={"latitude": 0, "longitude": 0}).location == "0, 0"


@pytest.mark.parametrize(
    "odd",
    [
        {"type": "unsupported", "errors": [{"code": 131051, "title": "not supported"}]},
        {"type": "unknown"},
        {"type": "contacts", "contacts": [{"name": {"formatted_name": "Him"}, "phones": []}]},
        {"type": "reaction", "reaction": {"message_id": "wamid.1", "emoji": "👍"}},
        {"type": "interactive", "interactive": {"type": "nfm_reply", "nfm_reply": {"name": "f"}}},
        {"type": "text", "text": {"body": ""}},
        {"type": "text", "text": "not as it should be"},
        {"type": "order", "order": {"text": "x"}},
        {"type": "image"},
    ],
)
def test_what_holds_no_words_is_a_silent_knock(odd: Json) -> None:
    found = heard(**odd)
    assert (found.text, found.media, found.button) == ("", 0, None)


@pytest.mark.parametrize(
    "nothing",
    [
        {
            "type": "system",
            "system": {"body": "changed from 1 to 2", "type": "user_changed_number"},
        },
        {"type": "request_welcome"},
        {"type": "revoke", "revoke": {"original_message_id": "wamid.1"}},
        {"type": "reaction", "reaction": {"message_id": "wamid.1"}},
        {"type": "text", "text": {"body": "to everyone"}, "group_id": "G1"},
    ],
)
def test_what_nobody_said_to_the_line_is_not_heard(nothing: Json) -> None:
    assert parsed(batch(change(said(NOON, **nothing)))) == ()


@pytest.mark.parametrize(
    ("message", "contacts", "expected"),
    [
        ({"from": "15550100"}, [], "+15550100"),
        ({"from": "15550100"}, [{"wa_id": "15550100", "user_id": "US.13491208"}], "US.13491208"),
        ({"from": "15550100", "from_user_id": "US.99"}, [{"wa_id": "15550100"}], "US.99"),
        ({"from_user_id": "US.99"}, [{"user_id": "US.99"}], "US.99"),
        ({"from": ""}, [{"profile": {"username": "@x"}, "user_id": "US.99"}], "US.99"),
        ({"from": "US.ENT.99"}, [], "US.ENT.99"),
        ({"from": "15550100"}, [{"wa_id": "15550107", "user_id": "US.7"}], "+15550100"),
    ],
)
def test_the_id_that_stays_is_the_key(message: Json, contacts: list[Json], expected: str) -> None:
    whole = {"id": "wamid.1", "timestamp": "1", **text("hello"), **message}
    (found,) = parsed(batch(change(whole, contacts=contacts)))
    assert found.sender == Address("whatsapp", expected)


def test_a_batch_is_heard_in_the_order_it_was_written() -> None:
    late, early = said(NOON, 2), said(NOON - timedelta(seconds=9), 1)
    news = change(statuses=[{"id": "w", "status": "sent", "recipient_id": "15550100"}])
    found = parsed(batch(news, change(late, late), change(early)))
    assert [getattr(one, "message_id", "news") for one in found] == [
        "wamid.0001", "wamid.0002", "wamid.0002", "news",
    ]  # fmt: skip


def test_old_recordings_keep_their_order_too() -> None:
    found = parsed(batch(change(said(1603059202, 2), said(1603059201, 1))))
    assert [one.message_id for one in found] == ["wamid.0001", "wamid.0002"]


@pytest.mark.parametrize(
    ("ago", "late"),
    [
        (timedelta(0), False),
        (timedelta(seconds=119), False),
        (timedelta(minutes=3), True),
        (timedelta(days=6), True),
        (timedelta(days=900), False),
        (-timedelta(hours=3), False),
    ],
)
def test_what_comes_late_is_made_good_and_not_answered(ago: timedelta, *, late: bool) -> None:
    (found,) = parsed(batch(change(said(NOON - ago))))
    assert found.recovered is late
    assert found.at == (NOON - ago if late or timedelta(0) <= ago < timedelta(days=1) else NOON)


def test_news_carries_our_id_and_the_provider_s_words() -> None:
    status = {
        "id": "wamid.9", "status": "failed", "timestamp": "1603059201", "recipient_id": "15550100",
        "biz_opaque_callback_data": "0f8f", "errors": [{"code": 131047, "title": "Re-engagement"}],
        "pricing": {"billable": True},
    }  # fmt: skip
    assert parsed(batch(change(statuses=[status]))) == (
        StatusEvent(
            "meta", "0f8f", "wamid.9", "failed", "131047", Address("whatsapp", "+15550100")
        ),
    )
    bare = {"status": "warned", "recipient_user_id": "US.1"}
    (found,) = parsed(batch(change(statuses=[bare])))
    assert found == StatusEvent("meta", "", "", "warned", None, Address("whatsapp", "US.1"))


@pytest.mark.parametrize(
    "body",
    [
        None, [], "x", 7, {}, {"entry": None}, {"entry": [None, 7, "x"]},
        {"entry": [{"changes": {"value": 1}}]}, batch({"messages": "x", "statuses": {"a": 1}}),
        batch(change({"id": "wamid.1"})), batch(change({"from": "15550100", **text("x")})),
        batch(change({"from": ["a"], "id": {"b": 1}, "type": 7})),
        batch(change(account_alerts=[{"a": 1}])),
    ],
)  # fmt: skip
def test_any_other_json_is_no_accident(body: object) -> None:
    assert parsed(body) == ()


@pytest.mark.parametrize("raw", [b"", b"\xff\xfe", b"{", b"[" * 100_000, b'{"entry": NaN}'])
def test_what_is_no_json_is_no_accident(raw: bytes) -> None:
    assert META.parse(asked(raw), NOON) == ()


def test_half_a_letter_is_replaced() -> None:
    assert heard(**text("a\ud83d b")).text == "a\ufffd b"


def test_only_our_own_number_is_heard_outside_practice() -> None:
    settings = Settings.load(meta_app_secret="s", meta_verify_token="w", meta_phone_number_id="42")
    ours = Meta.of(settings, None)
    assert ours == Meta("s", "w", "42")
    assert parsed(batch(change(said(NOON))), ours) == ()
    here = change(said(NOON), metadata={"phone_number_id": "42"})
    assert len(parsed(batch(here), ours)) == 1


def test_practice_has_secrets_of_its_own() -> None:
    settings = Settings.load(meta_app_secret="real", meta_verify_token="real")
    practice = Meta.of(settings, "token")
    assert practice == Meta.of(Settings.load(), "token") != Meta.of(settings, "other")
    assert len({practice.app_secret, practice.verify_token, "real"}) == 3


def test_the_answer_says_nothing() -> None:
    assert META.acknowledge(asked(b""), Said("anything")) == Answer()
    assert META.parse(asked(b"{}", road="other"), NOON) == NoRoad()
