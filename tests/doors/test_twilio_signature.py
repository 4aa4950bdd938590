"""What reaches the webhook unsigned is nobody's: one constant answer, and nothing is heard."""

from __future__ import annotations

import json
from hashlib import sha256

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from bots.channels.twilio import sign
from bots.rehearsal import form_of
from kernel.vocabulary import Address
from outbox import practice as rehearsed
from outbox import store
from outbox.model import State
from outbox.rows import MessageRow
from tests.practice import Practice

MESSAGE = "/webhooks/twilio/message"
STATUS = "/webhooks/twilio/status?m=00000000-0000-0000-0000-000000000000"
ASHA = Address.parse("+15550100")
FORM = form_of(ASHA, "JACARANDA")


@pytest.fixture
def client(practice: Practice) -> FlaskClient:
    return practice.app.test_client()


def signature(practice: Practice, form: dict[str, str], path: str = MESSAGE) -> str:
    token = practice.house.keyring.practice_auth_token
    assert token
    return sign(token, practice.settings.public_url + path, form)


def post(
    client: FlaskClient, signed: str | None, form: dict[str, str], path: str = MESSAGE
) -> TestResponse:
    headers = {} if signed is None else {"X-Twilio-Signature": signed}
    return client.post(path, data=form, headers=headers)


def heard(practice: Practice, address: Address = ASHA) -> list[str]:
    with practice.house.glance() as desk:
        thread = rehearsed.thread(desk.session, desk.keyring, address)
    return [text.body for text in thread if text.direction == "in"]


def test_a_signed_message_is_heard_and_answered_with_nothing(
    practice: Practice, client: FlaskClient
) -> None:
    answer = post(client, signature(practice, FORM), FORM)
    assert answer.status_code == 200
    assert answer.content_type.startswith("text/xml")
    assert answer.data.endswith(b"<Response/>")
    assert heard(practice) == ["JACARANDA"]


@pytest.mark.parametrize("path", [MESSAGE, STATUS])
@pytest.mark.parametrize("signed", [None, "", "x", "é" * 28, "A" * 5000])
def test_every_refusal_is_the_same(
    practice: Practice, client: FlaskClient, signed: str | None, path: str
) -> None:
    encoded = None if signed is None else signed.encode().decode("latin-1")
    answer = post(client, encoded, FORM, path)
    assert (answer.status_code, answer.data) == (403, b"")
    assert heard(practice) == []


def test_a_changed_word_is_refused(practice: Practice, client: FlaskClient) -> None:
    answer = post(client, signature(practice, FORM), {**FORM, "Body": "jacaranda"})
    assert (answer.status_code, answer.data) == (403, b"")


def test_headers_cannot_say_who_we_are(practice: Practice, client: FlaskClient) -> None:
    token = practice.house.keyring.practice_auth_token
    assert token
    signed = sign(token, "https://evil.example" + MESSAGE, FORM)
    answer = client.post(
        MESSAGE,
        data=FORM,
        headers={
            "X-Twilio-Signature": signed,
            "Host": "evil.example",
            "X-Forwarded-Host": "evil.example",
            "X-Forwarded-Proto": "https",
        },
    )
    assert answer.status_code == 403


def test_behind_any_host_name_the_configured_address_counts(
    practice: Practice, client: FlaskClient
) -> None:
    signed = signature(practice, FORM)
    answer = client.post(
        MESSAGE,
        data=FORM,
        headers={"X-Twilio-Signature": signed, "Host": "10.0.0.7:9000"},
    )
    assert answer.status_code == 200


def test_the_query_is_signed_too(practice: Practice, client: FlaskClient) -> None:
    path = MESSAGE + "?a=%2B1&b=x%20y"
    assert post(client, signature(practice, FORM, path), FORM, path).status_code == 200
    moved = MESSAGE + "?a=%2B2&b=x%20y"
    assert post(client, signature(practice, FORM, path), FORM, moved).status_code == 403


def test_unknown_and_empty_fields_are_no_accident(practice: Practice, client: FlaskClient) -> None:
    form = {**FORM, "Brand": "", "NewIn2027": "x", "Caller": "é"}
    assert post(client, signature(practice, form), form).status_code == 200


def test_a_json_body_counts_only_with_its_own_hash(practice: Practice, client: FlaskClient) -> None:
    body = json.dumps({"Body": "JACARANDA"})
    path = f"{MESSAGE}?bodySHA256={sha256(body.encode()).hexdigest()}"
    headers = {"X-Twilio-Signature": signature(practice, {}, path)}
    given = {"content_type": "application/json", "headers": headers}
    assert client.post(path, data=body, **given).status_code == 200
    assert client.post(path, data=body + " ", **given).status_code == 403
    assert client.post(path, data=b"\xff\xfe", **given).status_code == 403


def test_someone_without_a_number_is_heard(practice: Practice, client: FlaskClient) -> None:
    dee = Address.parse("whatsapp:ZA.7hQ2mX4c")
    form = form_of(dee, "JACARANDA")
    assert post(client, signature(practice, form), form).status_code == 200
    assert heard(practice, dee) == ["JACARANDA"]


def test_a_status_for_nobody_is_answered_as_always(practice: Practice, client: FlaskClient) -> None:
    form = {"MessageSid": "SM1", "MessageStatus": "delivered"}
    assert post(client, signature(practice, form, STATUS), form, STATUS).status_code == 200


def test_news_of_a_sent_reply_marks_it_and_never_back(
    practice: Practice, client: FlaskClient
) -> None:
    post(client, signature(practice, FORM), FORM)
    practice.app.extensions["clockwork"].send()
    with practice.house.database.reading() as session:
        sent = session.scalars(select(MessageRow.id)).one()
    path = f"/webhooks/twilio/status?m={sent}"
    for status in ("delivered", "sent", "never heard of"):
        form = {"MessageSid": "SM1", "MessageStatus": status, "To": "+15550100"}
        assert post(client, signature(practice, form, path), form, path).status_code == 200
    with practice.house.database.reading() as session:
        assert store.state_of(session, sent) is State.DELIVERED
        assert len(store.deliveries(session, sent)) == 4
