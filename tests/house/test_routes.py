"""Every route says who may enter, and a stranger is let into no other."""

import re

import pytest
from flask import Flask

from console.guard import access_of
from staff.access import PUBLIC
from tests.practice import Practice

# What a stranger may ask for; a new public route is added here on purpose.
OPEN = {
    "/",
    "/answer/<token>",
    "/api/hsds/services",
    "/api/v1/openapi.json",
    "/healthz",
    # Signed by the jobs process of the same machine.
    "/internal/drain",
    "/internal/drill",
    "/internal/ingest",
    "/internal/known",
    "/internal/news",
    "/join/<token>",
    "/phone",
    "/readyz",
    "/signin",
    "/signout",
    "/static/<path:filename>",
}


def routes(app: Flask) -> list[tuple[str, str, set[str]]]:
    return [
        (rule.rule, rule.endpoint, set(rule.methods or ()) - {"HEAD", "OPTIONS"})
        for rule in app.url_map.iter_rules()
    ]


def test_every_route_says_who_may_enter(practice: Practice) -> None:
    app = practice.app
    silent = [rule for rule, endpoint, _ in routes(app) if access_of(app, endpoint) is None]
    assert silent == []


def test_the_public_routes_are_the_known_ones(practice: Practice) -> None:
    app = practice.app
    public = {rule for rule, endpoint, _ in routes(app) if access_of(app, endpoint) == PUBLIC}
    known = {rule for rule in public if rule in OPEN}
    rest = {rule for rule in public - known if not re.match(r"/(webhooks|phone|data)/", rule)}
    assert rest <= OPEN


def somewhere(rule: str) -> str:
    """Return an address that the rule takes."""
    path = re.sub(r"<any\((\w+)[^>]*>", r"\1", rule)
    return re.sub(r"<(?:\w+:)?\w+>", "11111111-1111-4111-8111-111111111111", path)


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_stranger_is_asked_to_sign_in(practice: Practice, method: str) -> None:
    app = practice.app
    app.config["WTF_CSRF_ENABLED"] = False
    client = app.test_client()
    for rule, endpoint, methods in routes(app):
        if method not in methods or access_of(app, endpoint) == PUBLIC:
            continue
        answer = client.open(somewhere(rule), method=method)
        assert (answer.status_code, answer.headers.get("Location")) == (303, "/signin"), rule
