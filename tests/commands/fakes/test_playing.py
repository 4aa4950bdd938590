"""The fake provider is as strict as the public descriptions, and as unkind as it is told to be."""

from __future__ import annotations

import json
from urllib.parse import parse_qsl

import pytest
import requests

from commands.fakes.inbound import Written, receive, receive_parts
from commands.fakes.world import World
from tests.commands.fakes.asking import LOGIN, PLAIN, messages


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
