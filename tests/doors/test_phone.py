"""The practice phone: the real way in and out, with and without script."""

from __future__ import annotations

import re
from dataclasses import replace

import pyotp
import pytest
from flask.testing import FlaskClient

from kernel.clock import StoppedClock
from kernel.programme import save_programme
from kernel.settings import Settings
from tests.practice import Practice

ASHA = "%2B15550100"
CHIDI = "whatsapp:%2B15550102"


@pytest.fixture
def client(practice: Practice) -> FlaskClient:
    practice.app.config["WTF_CSRF_ENABLED"] = False
    return practice.app.test_client()


def texts(client: FlaskClient, query: str) -> list[dict[str, object]]:
    answer = client.get(f"/phone/messages?{query}")
    assert answer.status_code == 200
    found: list[dict[str, object]] = answer.get_json()
    return found


def deliver(practice: Practice) -> None:
    practice.app.extensions["clockwork"].send()


def test_a_text_goes_the_whole_way_and_its_answer_is_read_as_json(
    practice: Practice, client: FlaskClient
) -> None:
    word = practice.demo["keywords"][0]["word"]
    sent = client.post(
        "/phone/send",
        data={"address": "+15550100", "text": word},
        headers={"Accept": "application/json"},
    )
    assert sent.get_json() == {"status": 200}
    deliver(practice)
    heard, answered = texts(client, f"address={ASHA}")
    assert heard == {**heard, "direction": "in", "channel": "sms", "body": word, "segments": 1}
    assert set(answered) == {"direction", "channel", "body", "segments", "at"}
    assert answered["direction"] == "out"
    assert "Is now a good time?" in str(answered["body"])


@pytest.mark.parametrize(
    "query", ["address=+15550102", f"address={CHIDI}", "address=%2B15550102&channel=whatsapp"]
)
def test_an_address_is_read_however_it_was_written(client: FlaskClient, query: str) -> None:
    client.post("/phone/send", data={"address": "whatsapp:+15550102", "text": "hello"})
    assert [one["channel"] for one in texts(client, query)][:1] == ["whatsapp"]
    assert texts(client, "address=%2B15550102&channel=sms") == []


GUGU = "ussd:%2B15550106"


def test_a_phone_that_dials_shows_one_screen_and_keeps_none(
    practice: Practice, client: FlaskClient
) -> None:
    def press(**fields: str) -> str:
        client.post("/phone/send", data={"address": "ussd:+15550106", **fields})
        deliver(practice)
        return client.get(f"/phone/thread?address={GUGU}").text

    assert "Send an empty text to dial" in client.get(f"/phone/thread?address={GUGU}").text
    assert "Is now a good time?" in press(text="")
    shown = press(text="1")
    assert "Do you need help fast?" in shown
    assert "Is now a good time?" not in shown
    assert "Hang up" in shown
    assert "Send an empty text to dial" in press(hang="1")
    assert "Is now a good time?" in press(text="")
    assert "Send an empty text to dial" in press(text="X")
    assert [one["channel"] for one in texts(client, f"address={GUGU}")][:1] == ["ussd"]


def test_a_tap_posts_what_the_line_called_it(practice: Practice, client: FlaskClient) -> None:
    def choices() -> list[tuple[str, str]]:
        deliver(practice)
        shown = client.get(f"/phone/thread?address={CHIDI}").text
        return re.findall(r'name="(button|row)" value="([^"]+)"', shown)

    chidi = {"address": "whatsapp:+15550102"}
    client.post("/phone/send", data={**chidi, "text": "jacaranda"})
    first = choices()
    # Four choices are rows of a list, three are buttons.
    assert {name for name, _ in first} == {"row"}
    assert len(first) == 4
    client.post("/phone/send", data={**chidi, first[0][0]: first[0][1]})
    then = choices()[4:]
    assert {name for name, _ in then} == {"button"}
    client.post("/phone/send", data={**chidi, first[1][0]: first[1][1]})
    bodies = [one["body"] for one in texts(client, f"address={CHIDI}") if one["direction"] == "in"]
    assert bodies == ["jacaranda", first[0][1].partition(" ")[2], first[1][1].partition(" ")[2]]


def test_the_two_ends_of_a_responder_s_phone(practice: Practice, client: FlaskClient) -> None:
    phone = practice.demo["responder_phones"][0]
    page = client.get("/phone").text
    assert phone["address"] in page
    assert texts(client, f"address={phone['address'].replace('+', '%2B')}") == []


@pytest.mark.parametrize("written", ["", "%2B447400123456", "whatsapp:%2B12025550223"])
def test_real_or_missing_addresses_are_refused(client: FlaskClient, written: str) -> None:
    assert client.get(f"/phone/messages?address={written}").status_code == 400
    sent = client.post("/phone/send", data={"address": written.replace("%2B", "+"), "text": "x"})
    assert sent.status_code == 400


def test_outside_practice_there_is_no_phone(practice: Practice, client: FlaskClient) -> None:
    with practice.house.desk() as desk:
        save_programme(desk.session, replace(desk.programme, practice=False))
    for path in (
        "/phone",
        "/phone/codes",
        f"/phone/messages?address={ASHA}",
        f"/phone/thread?address={ASHA}",
    ):
        assert client.get(path).status_code == 404
    assert client.post("/phone/send", data={"address": "+15550100"}).status_code == 404
    assert client.post("/phone/shift", data={"off": "1"}).status_code == 404


def test_off_shift_is_played_until_it_is_not(practice: Practice, client: FlaskClient) -> None:
    for off in ("1", "0"):
        client.post("/phone/shift", data={"off": off})
        with practice.house.glance() as desk:
            assert desk.programme.play_off_shift is (off == "1")


def test_a_form_without_its_token_changes_nothing(practice: Practice) -> None:
    answer = practice.app.test_client().post("/phone/shift", data={"off": "1"})
    assert answer.status_code == 400
    with practice.house.glance() as desk:
        assert not desk.programme.play_off_shift


def test_the_made_up_members_codes_let_them_in(
    practice: Practice, client: FlaskClient, clock: StoppedClock
) -> None:
    person = practice.person("caseworker")
    shown = client.get("/phone/codes")
    code = pyotp.TOTP(person["totp_secret"]).at(clock.now())
    assert person["email"] in shown.text
    assert f"{code[:3]}<wbr><span>{code[3:]}</span>" in shown.text
    assert int(shown.headers["Refresh"]) <= 31


class TestBeyondLoopback:
    """With an access code, nothing of the phone is seen without it."""

    @pytest.fixture(autouse=True)
    def _code(self, practice: Practice) -> None:
        given = practice.house.settings
        practice.house.settings = Settings.load(
            var_dir=given.var_dir, database_url=given.database_url, access_code="K7MQ"
        )

    @pytest.mark.parametrize("path", ["", f"/messages?address={ASHA}", "/codes", "?code=K7MZ"])
    def test_without_the_code_nothing_is_seen(self, client: FlaskClient, path: str) -> None:
        answer = client.get(f"/phone{path}")
        assert answer.status_code == 403
        assert "15550100" not in answer.text

    def test_the_code_opens_for_a_month(self, client: FlaskClient) -> None:
        let_in = client.get("/phone?code=K7MQ")
        assert let_in.status_code == 303
        assert "K7MQ" not in let_in.headers["Set-Cookie"]
        assert client.get("/phone").status_code == 200
        assert client.get(f"/phone/messages?address={ASHA}").status_code == 200
