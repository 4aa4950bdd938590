"""How a test signs in."""

from __future__ import annotations

import re

import pyotp
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from kernel.clock import StoppedClock
from tests.practice import Practice

TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


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
