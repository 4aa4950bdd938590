"""The inner door opens for the jobs process of this machine only, and once for each request."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from jobs.inside import WebProcess
from kernel.clock import StoppedClock
from pathway.inside import HEADER, signed
from tests.jobs.around import Around, around
from tests.practice import Practice

BODY = json.dumps({"provider": "twilio", "ids": ["SM1"]}).encode()


@pytest.fixture
def client(practice: Practice) -> FlaskClient:
    return practice.app.test_client()


@pytest.fixture
def here(practice: Practice, clock: StoppedClock) -> Iterator[Around]:
    with around(practice, clock) as made:
        yield made


def header(practice: Practice, path: str = "/internal/known", body: bytes = BODY) -> str:
    return signed(practice.house.jobs_keyring, path, body, practice.house.clock.now())


def test_a_signed_request_is_answered(practice: Practice, client: FlaskClient) -> None:
    answer = client.post("/internal/known", data=BODY, headers={HEADER: header(practice)})
    assert answer.get_json() == {"SM1": "unknown"}


def test_one_that_is_not_signed_stays_out(client: FlaskClient) -> None:
    for path in ("known", "ingest", "news", "drain", "drill"):
        assert client.post(f"/internal/{path}", data=BODY).status_code == 403


def test_another_machine_or_a_proxy_finds_no_door(practice: Practice, client: FlaskClient) -> None:
    elsewhere: tuple[dict[str, dict[str, str]], ...] = (
        {"environ_base": {"REMOTE_ADDR": "203.0.113.7"}, "headers": {}},
        {"environ_base": {}, "headers": {"X-Forwarded-For": "203.0.113.7"}},
    )
    for one in elsewhere:
        headers = {HEADER: header(practice), **one["headers"]}
        answer = client.post(
            "/internal/known", data=BODY, headers=headers, environ_base=one["environ_base"]
        )
        assert answer.status_code == 404


def test_the_jobs_process_speaks_to_the_web_process(here: Around) -> None:
    sid, status = here.write("JACARANDA")
    assert status == 200
    told = WebProcess(here.house).ask("known", {"provider": "twilio", "ids": [sid, "SM0"]})
    assert told == {sid: "here", "SM0": "unknown"}


def test_a_real_number_is_refused_in_practice(here: Around) -> None:
    message = {
        "provider": "twilio", "message_id": "SM1", "text": "hi", "at": "2026-11-18T12:00:00+00:00",
        "sender": {"scheme": "tel", "id": "+4915112345678"},
        "recipient": {"scheme": "tel", "id": "+15550190"},
    }  # fmt: skip
    told = WebProcess(here.house).ask("ingest", {"messages": [message]})
    assert told == {"outcomes": ["refused"]}
    assert here.count("inbound") == 0
