"""A fourth provider is one file: this one is it, from its trust to its answer."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from hmac import new
from typing import ClassVar, Self

import pytest

from bots import webhook
from bots.channels import lenient
from bots.channels.interface import LARGEST, Answer, Asked, Found, NoRoad, Said
from bots.channels.table import PROVIDERS
from kernel.ids import same
from kernel.settings import Settings
from kernel.vocabulary import Address, Inbound
from outbox import practice as rehearsed
from tests.practice import Practice


@dataclass(frozen=True)
class Lantern:
    """Signs a body of JSON with one secret, and wants to hear `ok`."""

    secret: str

    name: ClassVar[str] = "lantern"
    methods: ClassVar[frozenset[str]] = frozenset({"POST"})
    largest: ClassVar[int] = LARGEST

    @classmethod
    def of(cls, settings: Settings, practice: str | None) -> Self:
        """Take the practice city's own token, as an example."""
        del settings
        return cls(practice or "")

    def verify(self, asked: Asked) -> bool:
        """Say whether the secret signed these bytes."""
        given = asked.headers.get("X-Lantern", "")
        return bool(self.secret) and same(given.encode(), sign(self.secret, asked.raw).encode())

    def parse(self, asked: Asked, now: datetime) -> Found:
        """Return the one text of a body."""
        body = lenient.read_object(asked.raw)
        sender, message_id = lenient.text(body, "who"), lenient.text(body, "id")
        if asked.road != "message":
            return NoRoad()
        if not sender or not message_id:
            return ()
        line = Address("lantern", "line")
        text = lenient.text(body, "says")
        return (Inbound(self.name, message_id, Address("tel", sender), line, text, now),)

    def acknowledge(self, asked: Asked, said: Said) -> Answer:
        """Return what it wants to hear."""
        del asked, said
        return Answer("ok")


def sign(secret: str, raw: bytes) -> str:
    """Sign a body."""
    return new(secret.encode(), raw, sha256).hexdigest()


def test_one_file_is_enough(practice: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhook, "PROVIDERS", {**PROVIDERS, Lantern.name: Lantern})
    client, token = practice.app.test_client(), practice.house.keyring.practice_auth_token
    raw = json.dumps({"id": "1", "who": "+15550100", "says": "JACARANDA"}).encode()
    for secret, status, said in ((token, 200, "ok"), ("other", 403, ""), (token, 200, "ok")):
        headers = {"X-Lantern": sign(str(secret), raw)}
        answer = client.post("/webhooks/lantern/message", data=raw, headers=headers)
        assert (answer.status_code, answer.text) == (status, said)
    with practice.house.glance() as desk:
        texts = rehearsed.thread(desk.session, desk.keyring, Address.parse("+15550100"))
    assert [one.body for one in texts] == ["JACARANDA"]
