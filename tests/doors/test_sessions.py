"""A session ends when it should, and opens what its role opens."""

from __future__ import annotations

import re
from http.cookies import SimpleCookie

from kernel.clock import StoppedClock
from tests.doors.entering import cookie_of, form, sign_in
from tests.practice import Practice


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
