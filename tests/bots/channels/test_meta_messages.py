"""Every type of message that Meta's Cloud API brings, as the house understands it."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from werkzeug.datastructures import Headers, MultiDict

from bots.channels.interface import Asked
from bots.channels.meta import Meta
from kernel.vocabulary import Address, Inbound
from tests.bots.channels.payloads import Json, batch, change, said, text
from tests.conftest import NOON


def parsed(body: object) -> tuple[Any, ...]:
    raw = json.dumps(body).encode()
    here = Asked("POST", "message", "", Headers(), MultiDict(), MultiDict(), raw)
    found = Meta("app-secret").parse(here, NOON)
    assert isinstance(found, tuple)
    return found


def heard(part: Json) -> Inbound:
    (found,) = parsed(batch(change(said(NOON, part=part))))
    assert isinstance(found, Inbound)
    return found


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
    found = heard(tapped)
    assert (found.button, found.button_text, found.text) == ("7:1", "Yes", "Yes")


@pytest.mark.parametrize("kind", ["audio", "voice", "image", "video", "document", "sticker"])
def test_media_are_kept_by_their_id(kind: str) -> None:
    medium = {"id": "1013859600285441", "mime_type": f"{kind}/ogg", "sha256": "x", "caption": "see"}
    found = heard({"type": kind, kind: medium})
    assert (found.media, found.media_at) == (1, ("meta:1013859600285441",))
    assert (found.media_types, found.text) == ((f"{kind}/ogg",), "see")


def test_where_she_is() -> None:
    place = {"latitude": -1.28, "longitude": 36.82, "name": "Market", "address": "5th"}
    assert heard({"type": "location", "location": place}).location == "-1.28, 36.82, Market, 5th"
    place = {"latitude": 0, "longitude": 0}
    assert heard({"type": "location", "location": place}).location == "0, 0"


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
    found = heard(odd)
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
    assert parsed(batch(change(said(NOON, part=nothing)))) == ()


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


def test_half_a_letter_is_replaced() -> None:
    assert heard(text("a\ud83d b")).text == "a\ufffd b"
