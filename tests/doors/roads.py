"""Posts as Meta and Africa's Talking do, to a practice house, and reads its phones."""

from __future__ import annotations

import json
from hashlib import sha256
from hmac import new
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import text as sql
from werkzeug.test import TestResponse

from kernel.vocabulary import Address
from outbox import practice as rehearsed
from tests.bots.channels.payloads import Json
from tests.practice import Practice


def post_meta(practice: Practice, body: Json, secret: str | None = None) -> TestResponse:
    """Post a signed batch."""
    told = practice.demo["meta"]
    raw = json.dumps(body).encode()
    mark = new((secret or told["app_secret"]).encode(), raw, sha256).hexdigest()
    return practice.app.test_client().post(
        urlsplit(told["url"]).path, data=raw, content_type="application/json",
        headers={"X-Hub-Signature-256": f"sha256={mark}"},
    )  # fmt: skip


def post_form(practice: Practice, road: str, **fields: str) -> TestResponse:
    """Post a form to a road of Africa's Talking."""
    path = urlsplit(practice.demo["africastalking"][f"{road}_url"]).path
    return practice.app.test_client().post(path, data=fields)


def dial(practice: Practice, way: str, session: str = "ATUid_1", **more: str) -> str:
    """Take one step of a session and return the screen."""
    fields = {"sessionId": session, "phoneNumber": "+15550106", "serviceCode": "*384*5501#"}
    answer = post_form(practice, "ussd", **fields, networkCode="9", text=way, **more)
    assert answer.status_code == 200
    assert answer.content_type.startswith("text/plain")
    return answer.text


def thread(practice: Practice, address: str, direction: str = "in") -> list[str]:
    """Let the outbox run and read a phone."""
    practice.app.extensions["clockwork"].send()
    with practice.house.glance() as desk:
        texts = rehearsed.thread(desk.session, desk.keyring, Address.parse(address))
    return [one.body for one in texts if one.direction == direction]


def rows(practice: Practice, wanted: str) -> list[Any]:
    """Read one column."""
    with practice.house.database.reading() as session:
        return list(session.execute(sql(wanted)).scalars())
