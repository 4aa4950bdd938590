from __future__ import annotations

import pytest
import requests

from commands.fakes.inbound import Written, receive
from commands.fakes.world import Message, World
from tests.commands.fakes.asking import LOGIN, messages
from tests.conftest import NOON


def put(world: World, sid: str, status: str = "delivered", recipient: str = "+15550100") -> Message:
    made = Message("twilio", sid, "outbound-api", "+15550190", recipient, "Hi", NOON, status)
    return world.keep(made)


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
