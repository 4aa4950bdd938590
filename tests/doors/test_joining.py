"""From an invitation printed by a command to a person who is signed in."""

from __future__ import annotations

import json
import re

import pyotp
from flask.testing import FlaskClient

from kernel.clock import StoppedClock
from tests.doors.entering import form, sign_in
from tests.practice import Practice

PASSPHRASE = "grey heron on a wet roof"


def invited(practice: Practice, role: str = "caseworker") -> str:
    made = practice.app.test_cli_runner().invoke(
        args=["users", "invite", "--email", "noor@example.org", "--name", "Noor", "--role", role]
    )
    assert made.exit_code == 0, made.output
    found = re.search(r"/join/\S+", made.output)
    assert found
    return found[0]


def secret_on(client: FlaskClient, path: str) -> str:
    found = re.search(r'class="u-secret"[^>]*>([A-Z2-7 ]+)<', client.get(path).text)
    assert found
    return found[1].replace(" ", "")


def join(practice: Practice, clock: StoppedClock, path: str) -> FlaskClient:
    client = practice.app.test_client()
    code = pyotp.TOTP(secret_on(client, path)).at(clock.now())
    data = {"csrf_token": form(client, path), "passphrase": PASSPHRASE, "code": code}
    assert client.post(path, data=data).status_code == 303
    return client


def test_an_invitation_leads_to_a_signed_in_member(practice: Practice, clock: StoppedClock) -> None:
    path = invited(practice)

    client = join(practice, clock, path)

    assert client.get("/signin").headers["Location"] == "/today"
    assert "noor@example.org" in client.get("/settings").text
    assert practice.app.test_client().get(path).status_code == 404


def test_looking_uses_nothing_up_and_shows_the_same_key(practice: Practice) -> None:
    path, client = invited(practice), practice.app.test_client()

    assert secret_on(client, path) == secret_on(client, path)


def test_a_weak_passphrase_or_a_wrong_code_is_told(practice: Practice) -> None:
    path, client = invited(practice), practice.app.test_client()
    data = {"csrf_token": form(client, path), "passphrase": "short", "code": "000000"}

    answer = client.post(path, data=data)

    assert answer.status_code == 422
    assert "At least 12 characters" in answer.text
    assert "at least 12 characters" in answer.text
    assert "not the code" in answer.text


def test_an_unknown_link_says_what_to_do(practice: Practice) -> None:
    answer = practice.app.test_client().get("/join/never-was")

    assert answer.status_code == 404
    assert "Ask whoever invited you" in answer.text


def test_a_supervisor_lets_a_new_caseworker_read(practice: Practice, clock: StoppedClock) -> None:
    join(practice, clock, invited(practice))
    supervisor = sign_in(practice, clock, "supervisor")
    page = supervisor.get("/settings").text
    action = re.search(r'action="(/settings/colleagues/[^"]+/let-read)"', page)
    assert action
    assert "Noor" in page

    answer = supervisor.post(action[1], data={"csrf_token": form(supervisor, "/settings")})

    assert answer.status_code == 303
    assert "let-read" not in supervisor.get("/settings").text


def test_users_are_listed_and_reset(practice: Practice, clock: StoppedClock) -> None:
    runner, auditor = practice.app.test_cli_runner(), sign_in(practice, clock, "auditor")
    email = practice.person("auditor")["email"]

    listed = json.loads(runner.invoke(args=["users", "list", "--json"]).output)
    reset = runner.invoke(args=["users", "reset", "--yes", email])

    assert email in {each["email"] for each in listed}
    assert "/join/" in reset.output
    assert auditor.get("/settings").headers["Location"] == "/signin"


def test_an_invitation_to_a_present_member_keeps_her_account_until_it_is_used(
    practice: Practice, clock: StoppedClock
) -> None:
    email = practice.person("auditor")["email"]
    practice.app.test_cli_runner().invoke(
        args=["users", "invite", "--email", email, "--name", "Same", "--role", "auditor"]
    )

    assert sign_in(practice, clock, "auditor").get("/audit").status_code == 200
