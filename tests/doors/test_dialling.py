"""Africa's Talking from outside: texts, sessions and their screens; the path is all it proves."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.doors.roads import dial, post_form, rows, thread
from tests.practice import Practice


@pytest.fixture
def client(practice: Practice) -> FlaskClient:
    return practice.app.test_client()


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
