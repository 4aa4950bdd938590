"""The way in: one form, one answer to everything wrong, a session that ends."""

from __future__ import annotations

import re
import stat
from http.cookies import SimpleCookie

import pyotp
import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from kernel.clock import StoppedClock
from staff.throttle import TRIES_EACH
from tests.practice import Practice, open_city

TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
STARTS = {
    "caseworker": "/today",
    "supervisor": "/today",
    "responder": "/referrals",
    "analyst": "/indicators",
    "administrator": "/settings",
    "auditor": "/audit",
}


def form(client: FlaskClient, path: str = "/signin") -> str:
    found = TOKEN.search(client.get(path).text)
    assert found
    return found[1]


def try_in(client: FlaskClient, email: str, passphrase: str, code: str) -> TestResponse:
    data = {"csrf_token": form(client), "email": email, "passphrase": passphrase, "code": code}
    return client.post("/signin", data=data)


def sign_in(practice: Practice, clock: StoppedClock, role: str) -> FlaskClient:
    client = practice.app.test_client()
    person = practice.person(role)
    code = pyotp.TOTP(person["totp_secret"]).at(clock.now())
    assert try_in(client, person["email"], person["password"], code).status_code == 303
    return client


def cookie_of(answer: TestResponse, name: str) -> str:
    return next(line for line in answer.headers.getlist("Set-Cookie") if line.startswith(name))


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


def test_signing_out_leaves_nothing_and_opens_nothing(
    practice: Practice, clock: StoppedClock
) -> None:
    client = sign_in(practice, clock, "auditor")
    kept = client.get_cookie("undertone")
    assert kept

    answer = client.post("/signout", data={"csrf_token": form(client, "/settings")})

    assert answer.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert SimpleCookie(cookie_of(answer, "undertone="))["undertone"]["max-age"] == "0"
    client.set_cookie("undertone", kept.value)
    assert client.get("/settings").headers["Location"] == "/signin"


def test_a_session_ends_when_idle_and_a_polling_page_does_not_keep_it(
    practice: Practice, clock: StoppedClock
) -> None:
    client = sign_in(practice, clock, "auditor")
    for _ in range(6):
        clock.advance(minutes=4)
        assert client.get("/session", headers={"HX-Request": "true"}).status_code == 200
    assert client.get("/settings").status_code == 200

    clock.advance(minutes=29)
    assert client.get("/session", headers={"HX-Request": "true"}).json == {"seconds": 60}
    clock.advance(minutes=2)

    answer = client.get("/session", headers={"HX-Request": "true"})
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (204, "/signin")
    assert client.get("/settings").headers["Location"] == "/signin"


def test_staying_signed_in_keeps_the_session(practice: Practice, clock: StoppedClock) -> None:
    client = sign_in(practice, clock, "auditor")
    token = form(client, "/settings")
    clock.advance(minutes=29)

    client.post("/session/stay", data={"csrf_token": token})

    assert client.get("/session", headers={"HX-Request": "true"}).json == {"seconds": 1800}


def test_another_session_can_be_ended_from_settings(
    practice: Practice, clock: StoppedClock
) -> None:
    first = sign_in(practice, clock, "auditor")
    clock.advance(seconds=31)
    second = sign_in(practice, clock, "auditor")
    page = second.get("/settings").text
    end = re.search(r'action="(/settings/sessions/[^"]+/end)"', page)
    assert end

    second.post(end[1], data={"csrf_token": form(second, "/settings")})

    assert first.get("/settings").headers["Location"] == "/signin"
    assert second.get("/settings").status_code == 200


def test_a_page_for_another_role_is_refused_and_noted(
    practice: Practice, clock: StoppedClock
) -> None:
    administrator = sign_in(practice, clock, "administrator")

    answer = administrator.get("/cases")

    assert answer.status_code == 403
    assert "other roles" in answer.text
    journal = sign_in(practice, clock, "auditor").get("/audit").text
    assert "Was refused a page" in journal


def test_every_answer_carries_the_headers(practice: Practice) -> None:
    client = practice.app.test_client()
    for path in ("/", "/signin", "/nothing", "/static/console.css", "/healthz", "/today"):
        headers = client.get(path).headers
        assert headers["Content-Security-Policy"].startswith("default-src 'none'"), path
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["X-Content-Type-Options"] == "nosniff"
    assert client.get("/signin").headers["Cache-Control"] == "no-store"
    assert client.get("/static/console.css").headers["Cache-Control"] == "public, max-age=3600"


def test_the_front_page_says_nothing_about_its_subject(practice: Practice) -> None:
    page = practice.app.test_client().get("/").text.casefold()

    assert 'href="/signin"' in page
    assert not re.search(r"violen|abus|survivor|victim|shelter|assault|danger|gender|women", page)


def test_practice_is_said_on_every_page(practice: Practice, clock: StoppedClock) -> None:
    client = practice.app.test_client()
    for path in ("/", "/signin", "/nothing"):
        assert "nobody reads here" in client.get(path).text
    assert "nobody reads here" in sign_in(practice, clock, "auditor").get("/settings").text


def test_the_page_speaks_the_visitors_language(practice: Practice) -> None:
    client = practice.app.test_client()

    assert '<html lang="en" dir="ltr"' in client.get("/signin").text
    spanish = client.get("/signin", headers={"Accept-Language": "es-CO,es"}).text
    assert '<html lang="es" dir="ltr"' in spanish
    assert "Iniciar sesión" in spanish
    client.get("/signin?lang=es")
    assert '<html lang="es"' in client.get("/").text
    assert '<html lang="es"' in client.get("/?lang=xx").text


def test_a_house_without_keys_is_alive_but_not_ready(
    practice: Practice, clock: StoppedClock
) -> None:
    client = practice.app.test_client()
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 200

    practice.settings.web_keyring.unlink()
    settings = practice.settings
    bare = open_city(settings.var_dir, settings.database_url, clock).app.test_client()

    assert bare.get("/healthz").status_code == 200
    answer = bare.get("/readyz")
    assert (answer.status_code, answer.text) == (503, "not ready\n")


def test_doctor_finds_nothing_wrong_and_then_what_is(practice: Practice) -> None:
    runner = practice.app.test_cli_runner()
    well = runner.invoke(args=["doctor"])
    assert well.exit_code in {0, 1}
    faults = [line for line in well.output.splitlines() if line.startswith("fault")]
    assert all(line.startswith("fault  clock") for line in faults), well.output

    practice.settings.web_keyring.chmod(0o644)
    ill = runner.invoke(args=["doctor"])

    assert ill.exit_code == 1
    assert "fault  web keyring" in ill.output
    assert stat.S_IMODE(practice.settings.web_keyring.stat().st_mode) == 0o644
