"""A member gives a number in settings, tries it, and takes it back; it is shown masked."""

from __future__ import annotations

import json

import pytest

from kernel.clock import StoppedClock
from tests.doors.entering import form, sign_in
from tests.paging import AMARA, LUCIA, NUMBERS, TEXT, called_at, shifts, texts, tick
from tests.pathway.telling import alarm, tell
from tests.practice import Practice

PATH = "/settings/calling"


def test_a_number_is_given_tried_and_taken_back(practice: Practice, clock: StoppedClock) -> None:
    client = sign_in(practice, clock, "caseworker")
    assert "Nowhere yet" in client.get("/settings").text
    token = {"csrf_token": form(client, PATH)}
    given = {"number": NUMBERS[AMARA], "channel": "sms", "spoken": "en"}
    assert client.post(PATH, data=token | given).status_code == 303
    page = client.get(PATH).text
    assert "••71" in page
    assert TEXT in page
    assert NUMBERS[AMARA] not in page
    assert "••71" in client.get("/settings").text
    assert "on its way" in client.post(f"{PATH}/try", data=token).text
    assert client.post(f"{PATH}/try", data=token).status_code == 422
    practice.app.extensions["clockwork"].send()
    assert texts(practice, AMARA) == [TEXT]
    assert client.post(f"{PATH}/forget", data=token).status_code == 303
    assert "••71" not in client.get("/settings").text


def test_what_cannot_be_called_is_refused_with_what_to_do(
    practice: Practice, clock: StoppedClock
) -> None:
    client = sign_in(practice, clock, "supervisor")
    token = {"csrf_token": form(client, PATH)}
    for given, said in (
        ({"number": "+27821234567", "channel": "sms", "spoken": "en"}, "invented numbers only"),
        ({"number": "hello", "channel": "sms", "spoken": "en"}, "country code"),
        ({"number": "", "channel": "sms", "spoken": "en"}, "Write the number"),
        ({"number": "1" * 40, "channel": "sms", "spoken": "en"}, "too long"),
        ({"number": "+15550171", "channel": "pigeon", "spoken": "en"}, "Choose how"),
        ({"number": "+15550171", "channel": "sms", "spoken": "xx"}, "Choose a language"),
    ):
        answer = client.post(PATH, data=token | given)
        assert (answer.status_code, said in answer.text) == (422, True), given
    assert client.post(PATH, data={"number": "+15550171"}).status_code in {400, 422}


@pytest.mark.parametrize("role", ["administrator", "responder"])
def test_others_are_not_called(practice: Practice, clock: StoppedClock, role: str) -> None:
    client = sign_in(practice, clock, role)
    assert client.get(PATH).status_code == 403
    assert client.get("/settings").status_code == 200


def test_pages_say_how_often_somebody_was_called(practice: Practice, clock: StoppedClock) -> None:
    called_at(practice, LUCIA)
    told = tell(practice)
    alarm(practice, told)
    client = sign_in(practice, clock, "caseworker")
    tick(practice)
    assert "called 1 time, today" in client.get("/today").text
    clock.advance(minutes=5)
    tick(practice)
    assert "called 2 times, last today" in client.get("/today/alarms").text
    shifts(practice)
    page = client.get("/today?lang=ar").text
    assert 'dir="rtl"' in page
    client.get("/today?lang=en")
    assert "Nobody is on shift now, so nobody is called." in client.get("/today").text


def test_doctor_names_who_cannot_be_called(practice: Practice) -> None:
    def said() -> str:
        done = practice.app.test_cli_runner().invoke(args=["doctor", "--json"])
        found = {one["name"]: one for one in json.loads(done.output)}
        assert not found["paging"]["fault"]
        return str(found["paging"]["said"])

    assert said().startswith("3 on the rota gave no number")
    called_at(practice, AMARA)
    shifts(practice, AMARA, LUCIA)
    assert said().startswith("1 on the rota gave no number")
    called_at(practice, LUCIA)
    assert said() == "everybody on the rota can be called"
    shifts(practice)
    assert "there is no rota" in said()
