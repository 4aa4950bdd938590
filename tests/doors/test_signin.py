"""The way in: one form, and one answer to everything wrong."""

from __future__ import annotations

import pyotp
import pytest

from kernel.clock import StoppedClock
from staff.throttle import TRIES_EACH
from tests.doors.entering import TOKEN, cookie_of, sign_in, try_in
from tests.practice import Practice, open_city

STARTS = {
    "caseworker": "/today",
    "supervisor": "/today",
    "responder": "/referrals",
    "analyst": "/indicators",
    "administrator": "/settings",
    "auditor": "/audit",
}


@pytest.mark.parametrize(("role", "start"), STARTS.items())
def test_each_role_begins_on_its_own_page(
    practice: Practice, clock: StoppedClock, role: str, start: str
) -> None:
    client = sign_in(practice, clock, role)

    assert client.get("/signin").headers["Location"] == start
    assert client.get(start).status_code == 200


def test_the_cookie_is_closed_to_scripts_and_other_sites(
    practice: Practice, clock: StoppedClock
) -> None:
    person = practice.person("auditor")
    code = pyotp.TOTP(person["totp_secret"]).at(clock.now())
    answer = try_in(practice.app.test_client(), person["email"], person["password"], code)

    written = cookie_of(answer, "undertone=")
    assert "HttpOnly" in written
    assert "SameSite=Strict" in written
    assert "Secure" not in written


def test_under_https_cookies_are_bound_to_the_host(practice: Practice, clock: StoppedClock) -> None:
    settings = practice.settings
    house = open_city(settings.var_dir, settings.database_url, clock, "https://console.example")
    client, person = house.app.test_client(), practice.person("auditor")
    with client:
        token = TOKEN.search(client.get("/signin", base_url="https://console.example").text)
        assert token
        code = pyotp.TOTP(person["totp_secret"]).at(clock.now())
        data = {"csrf_token": token[1], "email": person["email"], "code": code,
                "passphrase": person["password"]}  # fmt: skip
        answer = client.post("/signin", data=data, base_url="https://console.example")

    written = cookie_of(answer, "__Host-undertone=")
    assert "Secure" in written
    assert "Path=/" in written
    assert "Domain" not in written
    assert "max-age=" in answer.headers["Strict-Transport-Security"]


def test_every_wrong_thing_reads_the_same(practice: Practice, clock: StoppedClock) -> None:
    person = practice.person("caseworker")
    email, secret = person["email"], person["password"]
    code = pyotp.TOTP(person["totp_secret"]).at(clock.now())
    wrong = "000000" if code != "000000" else "000001"
    tries = [("nobody@example.org", secret, code), (email, "wrong", code), (email, secret, wrong)]

    answers = [try_in(practice.app.test_client(), *each) for each in tries]

    assert {answer.status_code for answer in answers} == {403}
    bodies = {
        TOKEN.sub("", answer.text).replace(each[0], "")
        for answer, each in zip(answers, tries, strict=True)
    }
    assert len(bodies) == 1


def test_an_empty_form_says_what_to_fill_in(practice: Practice) -> None:
    client = practice.app.test_client()
    answer = try_in(client, "ada@example.org", "", "")

    assert answer.status_code == 422
    assert 'href="#passphrase"' in answer.text
    assert 'href="#code"' in answer.text
    assert 'value="ada@example.org"' in answer.text


def test_a_passphrase_is_never_sent_back(practice: Practice) -> None:
    answer = try_in(practice.app.test_client(), "ada@example.org", "a secret of hers", "")

    assert answer.status_code == 422
    assert "a secret of hers" not in answer.text


def test_a_form_without_its_token_is_refused_in_plain_words(practice: Practice) -> None:
    answer = practice.app.test_client().post("/signin", data={"email": "ada@example.org"})

    assert answer.status_code == 400
    assert "Nothing was saved" in answer.text


def test_too_many_tries_are_told_so(practice: Practice) -> None:
    client = practice.app.test_client()
    for _ in range(TRIES_EACH):
        assert try_in(client, "nobody@example.org", "wrong", "000000").status_code == 403

    answer = try_in(client, "nobody@example.org", "wrong", "000000")

    assert answer.status_code == 429
    assert "15 minutes" in answer.text


def test_a_stranger_comes_back_to_where_she_was_going(
    practice: Practice, clock: StoppedClock
) -> None:
    client, person = practice.app.test_client(), practice.person("auditor")
    assert client.get("/settings").headers["Location"] == "/signin"

    code = pyotp.TOTP(person["totp_secret"]).at(clock.now())
    answer = try_in(client, person["email"], person["password"], code)

    assert answer.headers["Location"] == "/settings"


@pytest.mark.parametrize("path", ["//elsewhere.example/", "/\\elsewhere.example/"])
def test_nobody_is_led_elsewhere(practice: Practice, clock: StoppedClock, path: str) -> None:
    client, person = practice.app.test_client(), practice.person("auditor")
    with client.session_transaction() as session:
        session["wanted"] = path

    code = pyotp.TOTP(person["totp_secret"]).at(clock.now())
    answer = try_in(client, person["email"], person["password"], code)

    assert answer.headers["Location"] == "/audit"
