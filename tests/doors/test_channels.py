"""Every road in, from the provider's request to the practice phone; nothing is heard unasked."""

from __future__ import annotations

import json
from datetime import timedelta
from hashlib import sha256
from hmac import new
from typing import Any
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient
from sqlalchemy import text as sql
from werkzeug.test import TestResponse

from kernel.vocabulary import Address
from outbox import practice as rehearsed
from tests.bots.channels.payloads import Json, batch, change, said, text
from tests.conftest import NOON
from tests.practice import Practice

META = "/webhooks/meta/message"


@pytest.fixture
def client(practice: Practice) -> FlaskClient:
    return practice.app.test_client()


def post_meta(practice: Practice, body: Json, secret: str | None = None) -> TestResponse:
    told = practice.demo["meta"]
    raw = json.dumps(body).encode()
    mark = new((secret or told["app_secret"]).encode(), raw, sha256).hexdigest()
    return practice.app.test_client().post(
        urlsplit(told["url"]).path, data=raw, content_type="application/json",
        headers={"X-Hub-Signature-256": f"sha256={mark}"},
    )  # fmt: skip


def post_form(practice: Practice, road: str, **fields: str) -> TestResponse:
    path = urlsplit(practice.demo["africastalking"][f"{road}_url"]).path
    return practice.app.test_client().post(path, data=fields)


def dial(practice: Practice, way: str, session: str = "ATUid_1", **more: str) -> str:
    fields = {"sessionId": session, "phoneNumber": "+15550106", "serviceCode": "*384*5501#"}
    answer = post_form(practice, "ussd", **fields, networkCode="9", text=way, **more)
    assert answer.status_code == 200
    assert answer.content_type.startswith("text/plain")
    return answer.text


def thread(practice: Practice, address: str, direction: str = "in") -> list[str]:
    practice.app.extensions["clockwork"].send()
    with practice.house.glance() as desk:
        texts = rehearsed.thread(desk.session, desk.keyring, Address.parse(address))
    return [one.body for one in texts if one.direction == direction]


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


def test_a_text_through_africas_talking_is_heard_once(practice: Practice) -> None:
    sms = {"id": "at-1", "from": "+15550100", "to": "55019", "text": "JACARANDA", "date": ""}
    for _ in range(2):
        answer = post_form(practice, "sms", **sms)
        assert (answer.status_code, answer.data) == (200, b"")
    assert thread(practice, "+15550100") == ["JACARANDA"]
    post_form(practice, "sms", **{**sms, "id": "at-2", "text": ""})
    assert len(thread(practice, "+15550100", "out")) == 2
    assert post_form(practice, "status", id="ATXid", status="Success").status_code == 200


def test_news_without_our_id_finds_the_message_by_the_provider_s(practice: Practice) -> None:
    post_form(practice, "sms", **{"id": "at-1", "from": "+15550100", "text": "JACARANDA"})
    thread(practice, "+15550100")
    ours = rows(practice, "SELECT id FROM message")[0]
    # The practice phone takes a text under this id, whichever provider it is sent through.
    for _ in range(2):
        told = {"id": f"PR{ours}", "phoneNumber": "+15550100"}
        post_form(practice, "status", **told, status="Success")
    assert rows(practice, "SELECT state FROM message") == ["delivered"]


def test_a_session_goes_from_screen_to_screen_and_ends(practice: Practice) -> None:
    first = dial(practice, "")
    assert first.startswith("CON ")
    assert "Is now a good time?" in first
    assert dial(practice, "") == first
    assert "Do you need help fast?" in dial(practice, "1")
    assert dial(practice, "1*x") == "END "
    # Who dials anew begins anew, and nothing waits to be sent to her phone.
    assert "Is now a good time?" in dial(practice, "", "ATUid_2")
    assert rows(practice, "SELECT id FROM message") == []


def test_no_screen_is_too_long_on_the_whole_way(practice: Practice) -> None:
    way, shown = "", []
    for typed in ("", "1", "2", "1", "1", "they hit me * twice", "4", "2", "D2", "2", "2"):
        way = f"{way}*{typed}" if way else typed
        shown.append(dial(practice, way))
        while shown[-1].endswith("99 More"):
            way += "*99"
            shown.append(dial(practice, way))
    assert all(len(one.removeprefix("CON ").removeprefix("END ")) <= 160 for one in shown)
    assert "they hit me * twice" in thread(practice, "ussd:+15550106")


def test_the_end_of_a_session_changes_nothing(practice: Practice) -> None:
    dial(practice, "")
    before = thread(practice, "ussd:+15550106")
    ended = {"sessionId": "ATUid_1", "phoneNumber": "+15550106", "status": "Success", "input": "1"}
    assert post_form(practice, "ussd", **ended).status_code == 200
    assert thread(practice, "ussd:+15550106") == before


@pytest.mark.parametrize("road", ["x/sms", "x/ussd", "sms"])
def test_a_wrong_path_is_refused_without_a_word(client: FlaskClient, road: str) -> None:
    form = {"id": "1", "from": "+15550100", "text": "JACARANDA"}
    answer = client.post(f"/webhooks/africastalking/{road}", data=form)
    assert (answer.status_code, answer.data) == (403, b"")


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


def rows(practice: Practice, wanted: str) -> list[Any]:
    with practice.house.database.reading() as session:
        return list(session.execute(sql(wanted)).scalars())
