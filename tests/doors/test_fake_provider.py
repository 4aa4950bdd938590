"""The fake provider and the house meet: what it posts is heard, on every road, and answered."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

import pytest

from commands.fakes.accounts import accounts_of
from commands.fakes.inbound import Written, receive
from commands.fakes.world import World
from kernel.vocabulary import Address
from outbox import practice as rehearsed
from tests.practice import Practice


def beside(practice: Practice) -> World:
    """Returns a fake provider that posts to this house, and knows its secrets."""
    client = practice.app.test_client()

    def post(url: str, headers: Mapping[str, str], raw: bytes) -> int:
        parts = urlsplit(url)
        path = f"{parts.path}?{parts.query}" if parts.query else parts.path
        return client.post(path, data=raw, headers=dict(headers)).status_code

    accounts = accounts_of(practice.settings.var_dir)
    return World(accounts, practice.house.clock, public_url=practice.settings.public_url, post=post)


def answers(practice: Practice, address: str) -> list[str]:
    practice.app.extensions["clockwork"].send()
    with practice.house.glance() as desk:
        texts = rehearsed.thread(desk.session, desk.keyring, Address.parse(address))
    return [one.body for one in texts if one.direction == "out"]


@pytest.mark.parametrize(
    ("provider", "sender"),
    [
        ("twilio", "+15550100"),
        ("twilio", "whatsapp:+15550100"),
        ("twilio", "whatsapp:US.1234"),
        ("meta", "whatsapp:+15550101"),
        ("meta", "whatsapp:US.5678"),
        ("africastalking", "+15550102"),
    ],
)
def test_what_it_posts_is_heard_and_answered(
    practice: Practice, provider: str, sender: str
) -> None:
    world = beside(practice)
    _, status = receive(world, Written(provider, sender, "JACARANDA"))
    assert status == 200
    (answer,) = answers(practice, sender)
    assert answer.startswith("Hi, this is Marigold Line.")


def test_another_s_signature_is_refused(practice: Practice) -> None:
    world = beside(practice)
    world.accounts = type(world.accounts)()
    for provider in ("twilio", "meta", "africastalking"):
        _, status = receive(world, Written(provider, "+15550100", "JACARANDA"))
        assert status in {403, 404}
    assert answers(practice, "+15550100") == []
