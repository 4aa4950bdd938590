"""Every road in, from the provider's request to the practice phone; nothing is heard unasked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient

from commands.fakes.inbound import Written, receive
from commands.fakes.world import Accounts, World
from tests.bots.channels.payloads import batch, change, said, text
from tests.conftest import NOON
from tests.doors.roads import post_form, post_meta, rows, thread
from tests.practice import Practice

META = "/webhooks/meta/message"


@pytest.fixture
def client(practice: Practice) -> FlaskClient:
    return practice.app.test_client()


def test_the_handshake_answers_the_agreed_word_only(
    practice: Practice, client: FlaskClient
) -> None:
    query = {"hub.mode": "subscribe", "hub.challenge": "<b>1158", "hub.verify_token": ""}
    refused = client.get(META, query_string=query)
    assert (refused.status_code, refused.data) == (403, b"")
    query["hub.verify_token"] = practice.demo["meta"]["verify_token"]
    taken = client.get(META, query_string=query)
    assert (taken.status_code, taken.text) == (200, "<b>1158")
    assert taken.content_type.startswith("text/plain")


def test_a_signed_batch_is_heard_in_order_and_answered_on_the_phone(practice: Practice) -> None:
    first = said(NOON - timedelta(seconds=3), 1, text("jacaranda"))
    second = said(NOON - timedelta(seconds=2), 2, text("1"))
    answer = post_meta(practice, batch(change(second, second), change(first)))
    assert (answer.status_code, answer.data) == (200, b"")
    assert thread(practice, "whatsapp:+15550100") == ["jacaranda", "1"]
    (reply,) = thread(practice, "whatsapp:+15550100", "out")
    assert "Do you need help fast?" in reply
    assert post_meta(practice, batch(change(first))).status_code == 200
    assert len(thread(practice, "whatsapp:+15550100")) == 2


def test_a_tap_on_the_newest_question_is_its_answer(practice: Practice) -> None:
    post_meta(practice, batch(change(said(NOON, 1, text("jacaranda")))))
    assert "good time" in thread(practice, "whatsapp:+15550100", "out")[-1]
    tap = {"type": "button_reply", "button_reply": {"id": "1:1", "title": "Yes"}}
    post_meta(practice, batch(change(said(NOON, 2, {"type": "interactive", "interactive": tap}))))
    assert "help fast" in thread(practice, "whatsapp:+15550100", "out")[-1]


@pytest.mark.parametrize("secret", ["other", "x" * 5000])
def test_a_forged_batch_is_nothing(practice: Practice, secret: str) -> None:
    answer = post_meta(practice, batch(change(said(NOON))), secret)
    assert (answer.status_code, answer.data) == (403, b"")
    assert thread(practice, "whatsapp:+15550100") == []


def test_news_of_a_message_finds_it_by_our_id(practice: Practice) -> None:
    post_meta(practice, batch(change(said(NOON))))
    thread(practice, "whatsapp:+15550100")
    ours = rows(practice, "SELECT id FROM message")[0]
    told = {"id": "wamid.9", "status": "delivered", "recipient_id": "15550100"}
    known = {**told, "biz_opaque_callback_data": str(ours)}
    assert post_meta(practice, batch(change(statuses=[told, known]))).status_code == 200
    assert rows(practice, "SELECT state FROM message") == ["delivered"]


def test_a_late_text_is_kept_and_not_answered(practice: Practice) -> None:
    late = said(NOON - timedelta(hours=1), 1, text("jacaranda"))
    assert post_meta(practice, batch(change(late))).status_code == 200
    assert thread(practice, "whatsapp:+15550100") == ["jacaranda"]
    assert thread(practice, "whatsapp:+15550100", "out") == []


def test_one_that_fails_does_not_lose_the_others(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    practice.app.testing = False
    real = practice.house.clock.now

    def fails_once() -> Any:  # noqa: ANN401 - a clock that breaks in the middle
        monkeypatch.setattr(practice.house.clock, "now", real)
        raise RuntimeError

    def breaks_after_parsing() -> Any:  # noqa: ANN401
        monkeypatch.setattr(practice.house.clock, "now", fails_once)
        return real()

    monkeypatch.setattr(practice.house.clock, "now", breaks_after_parsing)
    body = batch(change(said(NOON, 1, text("one")), {**said(NOON, 2), "from": "15550101"}))
    assert post_meta(practice, body).status_code == 500
    assert thread(practice, "whatsapp:+15550100") == []
    assert thread(practice, "whatsapp:+15550101") == ["jacaranda"]
    assert post_meta(practice, body).status_code == 200
    assert thread(practice, "whatsapp:+15550100") == ["one"]
    assert thread(practice, "whatsapp:+15550101") == ["jacaranda"]


def test_the_standing_fake_provider_is_heard_on_every_road(practice: Practice) -> None:
    told = practice.demo
    world = World(
        Accounts(
            auth_token=told["twilio"]["auth_token"],
            meta_app_secret=told["meta"]["app_secret"],
            at_path_secret=told["africastalking"]["path_secret"],
        ),
        clock=practice.house.clock,
        deliver_to=told["url"],
        public_url=practice.settings.public_url,
    )

    def post(url: str, headers: Mapping[str, str], body: bytes) -> int:
        path = urlsplit(url).path
        client = practice.app.test_client()
        return client.post(path, data=body, headers=dict(headers)).status_code

    world.post = post
    voice = (("audio/ogg", b"OggS"),)
    for provider, sender, media in (
        ("twilio", "+15550100", ()), ("twilio", "whatsapp:ZA.7hQ2", voice),
        ("meta", "whatsapp:+15550102", ()), ("meta", "whatsapp:US.1349", voice),
        ("africastalking", "+15550104", ()),
    ):  # fmt: skip
        said_so = "" if media else "JACARANDA"
        _, status = receive(world, Written(provider, sender, said_so, media=media))
        assert status == 200, provider
        assert thread(practice, sender) == [said_so]
        assert len(thread(practice, sender, "out")) == 1


def test_practice_hears_invented_numbers_only(practice: Practice) -> None:
    real = {**said(NOON, 1), "from": "447400123456"}
    body = batch(change(real, said(NOON, 2)))
    answer = post_meta(practice, body)
    assert (answer.status_code, "invented numbers only" in answer.text) == (400, True)
    assert thread(practice, "whatsapp:+15550100") == ["jacaranda"]
    for road in ("sms", "ussd"):
        fields = {"id": "1", "sessionId": "1", "from": "+447400123456", "text": ""}
        answer = post_form(practice, road, phoneNumber="+447400123456", **fields)
        assert (answer.status_code, "invented numbers only" in answer.text) == (400, True)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("POST", "/webhooks/nobody/message", 404), ("GET", "/webhooks/twilio/message", 405),
        ("GET", "/webhooks/africastalking/x/sms", 405), ("PUT", META, 405),
        ("POST", "/webhooks/twilio/other", 403), ("POST", "/webhooks/meta", 404),
    ],
)  # fmt: skip
def test_other_roads_lead_nowhere(client: FlaskClient, method: str, path: str, status: int) -> None:
    assert client.open(path, method=method).status_code == status


def test_a_city_made_before_there_were_channels_gains_them(practice: Practice) -> None:
    path = practice.settings.var_dir / "demo.json"
    told = []
    for _ in range(2):
        assert practice.app.test_cli_runner().invoke(args=["demo"]).exit_code == 0
        told.append(json.loads(path.read_text("utf-8")))
        kept = {k: v for k, v in told[-1].items() if k not in {"meta", "africastalking"}}
        path.write_text(json.dumps(kept), "utf-8")
    assert told[0] == told[1]
    assert told[0]["meta"]["app_secret"] == practice.demo["meta"]["app_secret"]
    assert told[0]["africastalking"]["sms_url"].startswith(told[0]["url"])
