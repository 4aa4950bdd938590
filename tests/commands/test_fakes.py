"""The fake provider is as strict as the public descriptions, and as unkind as it is told to be."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl

import pytest
import requests

from commands.fakes import meta_rules, twilio_rules
from commands.fakes.inbound import Written, receive, receive_parts
from commands.fakes.server import running
from commands.fakes.world import Accounts, Message, World
from kernel.clock import StoppedClock
from tests.conftest import NOON

LOGIN = ("AC1", "token")
PLAIN = [("To", "+15550100"), ("From", "+15550190"), ("Body", "Hi")]


@pytest.fixture
def world() -> World:
    return World(Accounts(account_sid="AC1"), StoppedClock(NOON), post=lambda *_: 200)


@pytest.fixture
def address(world: World) -> Iterator[str]:
    with running(world) as found:
        yield found


def messages(address: str, rest: str = ".json") -> str:
    return f"{address}/2010-04-01/Accounts/AC1/Messages{rest}"


def put(world: World, sid: str, status: str = "delivered", recipient: str = "+15550100") -> Message:
    made = Message("twilio", sid, "outbound-api", "+15550190", recipient, "Hi", NOON, status)
    return world.keep(made)


@pytest.mark.parametrize(
    ("pairs", "code"),
    [
        ([*PLAIN, ("Colour", "red")], 20001),
        ([*PLAIN, ("Body", "twice")], 20001),
        ([*PLAIN, ("ValidityPeriod", "0")], 20001),
        ([*PLAIN, ("ValidityPeriod", "36001")], 20001),
        ([*PLAIN, ("StatusCallback", "https://a_b.example/x")], 21609),
        ([*PLAIN, ("ContentSid", "HX1")], 21655),
        ([*PLAIN, ("ContentSid", "HX" + "0" * 32)], 21658),
        ([*PLAIN, ("ContentVariables", '{"1": "x"}')], 21656),
        ([("To", "5550100"), *PLAIN[1:]], 21211),
        ([("To", "whatsapp:us.1"), *PLAIN[1:]], 21211),
        ([("To", "whatsapp:+15550100"), *PLAIN[1:]], 21910),
        (PLAIN[1:], 21604),
        ([PLAIN[0], PLAIN[2]], 21603),
        (PLAIN[:2], 21602),
        ([*PLAIN[:2], ("Body", "x" * 1601)], 21617),
    ],
)
def test_a_malformed_message_has_its_code(pairs: list[tuple[str, str]], code: int) -> None:
    wrong = twilio_rules.message_fault(pairs)
    assert wrong is not None
    assert wrong.code == code


def test_a_sound_message_has_none() -> None:
    callback = ("StatusCallback", "https://line.example/webhooks/twilio/status?m=1")
    assert twilio_rules.message_fault([*PLAIN, callback, ("ValidityPeriod", "119")]) is None


def reply(title: str = "Yes", reply_id: str = "1") -> dict[str, Any]:
    return {"type": "reply", "reply": {"id": reply_id, "title": title}}


def buttons(*made: dict[str, Any]) -> dict[str, Any]:
    action = {"buttons": list(made)}
    shown = {"type": "button", "body": {"text": "Hi"}, "action": action}
    return {
        "messaging_product": "whatsapp", "to": "+15550100", "type": "interactive",
        "interactive": shown,
    }  # fmt: skip


def listed(rows: int, title: str = "row") -> dict[str, Any]:
    made = [{"id": str(at), "title": f"{title} {at}"} for at in range(rows)]
    action = {"button": "1–9", "sections": [{"rows": made}]}
    shown = {"type": "list", "body": {"text": "Hi"}, "action": action}
    return {**buttons(), "interactive": shown}


@pytest.mark.parametrize(
    "message",
    [
        buttons(*[reply(str(at), str(at)) for at in range(4)]),
        buttons(reply("x" * 21)),
        buttons(reply(), reply()),
        buttons({"type": "url", "reply": {"id": "1", "title": "x"}}),
        buttons(),
        listed(11),
        listed(1, "x" * 24),
        {**buttons(reply()), "text": {"body": "both"}},
        {**buttons(reply()), "colour": "red"},
        {**buttons(reply()), "to": "abc"},
        {**buttons(reply()), "messaging_product": "sms"},
        {**buttons(reply()), "biz_opaque_callback_data": "x" * 513},
        {"messaging_product": "whatsapp", "to": "+15550100", "type": "text", "text": {"body": ""}},
        {"messaging_product": "whatsapp", "to": "+15550100", "type": "text"},
    ],
)
def test_a_malformed_message_to_meta_is_a_fault(message: dict[str, Any]) -> None:
    assert meta_rules.message_fault(message)


def test_sound_ones_are_none() -> None:
    assert meta_rules.message_fault(buttons(reply("Yes", "1"), reply("No", "2"))) == ""
    assert meta_rules.message_fault(listed(10)) == ""


@pytest.mark.parametrize(
    "field", [{"bulk": "1"}, {"to": "0712"}, {"message": ""}, {"retryDurationInHours": "0"}]
)
def test_a_malformed_form_to_africas_talking_is_a_fault(
    world: World, address: str, field: dict[str, str]
) -> None:
    form = {"username": "u", "to": "+15550100", "message": "Hi", **field}
    answer = requests.post(
        f"{address}/version1/messaging", data=form, headers={"apiKey": "k"}, timeout=5
    )
    assert answer.status_code == 400
    assert len(world.faults) == 1


def test_messages_are_listed_page_by_page_newest_first(world: World, address: str) -> None:
    for number in range(5):
        put(world, f"SM{number:032x}")
    put(world, "SM" + "f" * 32, recipient="+15550101")
    url: str | None = messages(address, ".json?To=%2B15550100&PageSize=2")
    seen: list[str] = []
    while url:
        page = requests.get(url, auth=LOGIN, timeout=5).json()
        seen += [one["sid"] for one in page["messages"]]
        url = f"{address}{page['next_page_uri']}" if page["next_page_uri"] else None
    assert seen == [f"SM{number:032x}" for number in reversed(range(5))]


@pytest.mark.parametrize(("day", "count"), [("2026-11-18", 1), ("2026-11-19", 0)])
def test_a_list_can_begin_at_a_day(world: World, address: str, day: str, count: int) -> None:
    put(world, "SM" + "0" * 32)
    found = requests.get(messages(address, f".json?DateSent%3E={day}"), auth=LOGIN, timeout=5)
    assert len(found.json()["messages"]) == count


def test_what_is_still_on_its_way_cannot_be_deleted(world: World, address: str) -> None:
    sid = put(world, "SM" + "0" * 32, status="sending").sid
    refused = requests.delete(messages(address, f"/{sid}.json"), auth=LOGIN, timeout=5)
    assert (refused.status_code, refused.json()["code"]) == (409, 20009)
    world.messages[sid].status = "sent"
    done = requests.delete(messages(address, f"/{sid}.json"), auth=LOGIN, timeout=5)
    assert (done.status_code, world.messages) == (204, {})


def test_a_message_can_be_emptied_and_nothing_else(world: World, address: str) -> None:
    sid = put(world, "SM" + "0" * 32).sid
    url = messages(address, f"/{sid}.json")
    assert requests.post(url, data={"Body": "other"}, auth=LOGIN, timeout=5).status_code == 400
    assert requests.post(url, data={"Body": ""}, auth=LOGIN, timeout=5).json()["body"] == ""
    assert world.faults == ["twilio: a message can be changed by an empty Body only"]


def test_media_lie_behind_a_signed_address_where_no_password_belongs(
    world: World, address: str
) -> None:
    written = Written("twilio", "+15550100", "", media=(("audio/ogg", b"OggS"),))
    message, status = receive(world, written)
    assert status == 200
    place = messages(address, f"/{message.sid}/Media/{message.media[0].sid}")
    assert requests.get(place, timeout=5).status_code == 401
    sent_on = requests.get(place, auth=LOGIN, timeout=5, allow_redirects=False)
    signed = sent_on.headers["Location"]
    assert sent_on.status_code == 307
    assert requests.get(signed, timeout=5).content == b"OggS"
    assert world.faults == []
    requests.get(signed, auth=LOGIN, timeout=5)
    assert world.faults == ["twilio: a password was sent on to a signed address"]


def test_a_share_of_webhooks_is_lost_evenly(world: World) -> None:
    world.mischief.drop = 0.05
    for number in range(100):
        receive(world, Written("twilio", "+15550100", str(number)))
    assert len(world.lost) == 5
    assert len(world.messages) == 100


def test_pieces_can_come_in_the_wrong_order(world: World) -> None:
    heard: list[str] = []

    def post(_url: str, _headers: object, raw: bytes) -> int:
        heard.append(dict(parse_qsl(raw.decode()))["Body"])
        return 200

    world.post = post
    pieces = [Written("twilio", "+15550100", text) for text in ("one", "two", "three")]
    assert receive_parts(world, pieces, backwards=True) == [200, 200, 200]
    assert heard == ["three", "two", "one"]
    assert [one.body for one in world.messages.values()] == ["one", "two", "three"]


def test_it_is_played_with_over_http(world: World, address: str) -> None:
    control = f"{address}/control"
    told = requests.post(control, json={"next": ["429:7"], "drop": 0.5}, timeout=5).json()
    assert told["mischief"]["next"] == ["429:7"]
    slow = requests.post(messages(address), data=dict(PLAIN), auth=LOGIN, timeout=5)
    assert (slow.status_code, slow.headers["Retry-After"]) == (429, "7")
    assert requests.post(control, json={"colour": 1}, timeout=5).status_code == 400
    sent = {"from": "+15550100", "text": "JACARANDA"}
    assert requests.post(f"{control}/inbound", json=sent, timeout=5).json()["status"] == 200
    parts = b'{"from": "+15550100", "parts": ["one", "two"], "backwards": true}'
    kind = {"Content-Type": "application/json"}
    told = requests.post(f"{control}/inbound", data=parts, headers=kind, timeout=5).json()
    assert told == {"statuses": [0, 200]}  # half are lost
    assert requests.get(control, timeout=5).json()["kept"] == 3
    assert requests.post(f"{control}/reset", timeout=5).json()["kept"] == 0
    assert world.mischief.next == []


def test_nobody_asks_without_a_password(address: str) -> None:
    refused = requests.get(messages(address), timeout=5)
    assert (refused.status_code, json.loads(refused.content)["code"]) == (401, 20003)
