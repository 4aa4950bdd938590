"""Contacts of every provider, each with a line of requests that providers repeat and mix up."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256
from hmac import new
from urllib.parse import urlsplit

from flask import Flask

from bots.channels.twilio import sign
from bots.rehearsal import form_of
from kernel.vocabulary import Address
from tests.bots.channels.payloads import batch, change, said, text
from tests.conftest import NOON
from tests.practice import Practice
from tests.shared import Dice

TWILIO = "/webhooks/twilio/message"
TEXTS = ("JACARANDA", "1", "2", "1", "1", "they took the ladder", "4", "2", "D4", "2")
ROADS = ("sms", "whatsapp", "meta", "africastalking", "ussd")


@dataclass(frozen=True)
class Request:
    """One request as a provider posts it, as often as it likes."""

    path: str
    body: dict[str, str] | bytes
    headers: dict[str, str] = field(default_factory=dict)

    def post(self, app: Flask) -> tuple[int, bytes]:
        """Post it and return what was answered."""
        kind = "application/json" if isinstance(self.body, bytes) else None
        answer = app.test_client().post(
            self.path, data=self.body, headers=self.headers, content_type=kind
        )
        return answer.status_code, answer.data


@dataclass(frozen=True)
class Contact:
    """Somebody with a channel and her texts; `requests` holds them as her provider posts them."""

    address: Address
    texts: tuple[str, ...]
    requests: tuple[Request, ...]


def contacts(practice: Practice, messages: int, people: int, rolls: Dice) -> list[Contact]:
    """Make people of every channel who share so many messages evenly."""
    each = messages // people
    return [_contact(practice, number, each, rolls) for number in range(people)]


def _contact(practice: Practice, number: int, each: int, rolls: Dice) -> Contact:
    road = ROADS[number % len(ROADS)]
    texts = tuple(f"{TEXTS[at]}" if at < len(TEXTS) else f"and then {at}" for at in range(each))
    digits = f"1555777{number:04d}"
    maker: Callable[..., Iterator[Request]] = MAKERS[road]
    scheme = {"meta": "whatsapp", "africastalking": "tel", "sms": "tel"}.get(road, road)
    address = Address(scheme, f"+{digits}")
    return Contact(address, texts, tuple(maker(practice, address, texts, rolls)))


def _by_twilio(
    practice: Practice, address: Address, texts: tuple[str, ...], _: Dice
) -> Iterator[Request]:
    token = practice.demo["twilio"]["auth_token"]
    for one in texts:
        form = form_of(address, one)
        mark = sign(token, practice.settings.public_url + TWILIO, form)
        yield Request(TWILIO, form, {"X-Twilio-Signature": mark})


def _by_meta(
    practice: Practice, address: Address, texts: tuple[str, ...], rolls: Dice
) -> Iterator[Request]:
    told, digits = practice.demo["meta"], address.id.removeprefix("+")
    at = 0
    while at < len(texts):
        size = rolls.randint(1, 3)
        some = [
            {**said(NOON - timedelta(seconds=110 - at), at, text(one)), "from": digits,
             "id": f"wamid.{digits}.{at}"}
            for at, one in enumerate(texts[at : at + size], start=at)
        ]  # fmt: skip
        # A batch may hold its messages in any order, and one of them twice.
        mixed = [*some, rolls.choice(some)]
        rolls.shuffle(mixed)
        raw = json.dumps(batch(*(change(one, contacts=[]) for one in mixed))).encode()
        mark = new(told["app_secret"].encode(), raw, sha256).hexdigest()
        yield Request(urlsplit(told["url"]).path, raw, {"X-Hub-Signature-256": f"sha256={mark}"})
        at += size


def _by_africastalking(
    practice: Practice, address: Address, texts: tuple[str, ...], _: Dice
) -> Iterator[Request]:
    path = urlsplit(practice.demo["africastalking"]["sms_url"]).path
    for at, one in enumerate(texts):
        fields = {"id": f"{address.id}.{at}", "from": address.id, "to": "55019", "text": one}
        yield Request(path, fields)


def _by_dialling(
    practice: Practice, address: Address, texts: tuple[str, ...], _: Dice
) -> Iterator[Request]:
    path = urlsplit(practice.demo["africastalking"]["ussd_url"]).path
    way = ""
    for one in texts:
        way = f"{way}*{one}" if way else one
        fields = {"sessionId": f"ATUid_{address.id}", "phoneNumber": address.id, "text": way}
        yield Request(path, fields)


MAKERS: dict[str, Callable[..., Iterator[Request]]] = {
    "sms": _by_twilio,
    "whatsapp": _by_twilio,
    "meta": _by_meta,
    "africastalking": _by_africastalking,
    "ussd": _by_dialling,
}
