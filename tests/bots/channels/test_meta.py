from __future__ import annotations

import json
from hashlib import sha256
from hmac import new
from typing import Any, cast

import pytest
from werkzeug.datastructures import Headers, MultiDict

from bots.channels.interface import Answer, Asked, Handshake, NoRoad, Said, StatusEvent
from bots.channels.meta import Meta
from kernel.settings import Settings
from kernel.vocabulary import Address, Inbound
from tests.bots.channels.payloads import batch, change, said, text
from tests.conftest import NOON
from tests.shared import Dice, dice

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


def test_thousands_of_bent_batches_are_no_accident() -> None:
    rolls = dice("bent batches")
    kinds = ["text", "button", "interactive", "image", "location", "reaction", "system", "x"]
    for _ in range(2000):
        part = {"type": rolls.choice(kinds), rolls.choice(kinds): any_json(rolls, 3)}
        body = batch(change({**said(NOON), **part}, contacts=[any_json(rolls, 2)]))
        raw = json.dumps(bent(body, rolls)).encode()
        cut = raw[: rolls.randrange(len(raw))] if rolls.randrange(5) == 0 else raw
        for one in cast("tuple[object, ...]", META.parse(asked(cut), NOON)):
            assert isinstance(one, Inbound | StatusEvent)


def any_json(rolls: Dice, depth: int) -> Any:  # noqa: ANN401 - that is the point
    """Make a value of any kind."""
    if depth and rolls.randrange(2):
        names = ("id", "type", "text", "body", "from", "wa_id", "user_id", "emoji", "timestamp")
        return {rolls.choice(names): any_json(rolls, depth - 1) for _ in range(3)}
    values: tuple[object, ...] = (
        None,
        True,
        0,
        -1.5,
        10**30,
        "",
        "x",
        "\ud800",
        "\x00",
        [],
        [[]],
        {},
        [{"id": 1}],
    )
    return rolls.choice(values)


def bent(value: Any, rolls: Dice) -> Any:  # noqa: ANN401
    """Put another value in one of twenty places."""
    if rolls.randrange(20) == 0:
        return any_json(rolls, 2)
    if isinstance(value, dict):
        return {name: bent(one, rolls) for name, one in value.items()}
    return [bent(one, rolls) for one in value] if isinstance(value, list) else value
