"""An administrator, and `flask doctor`, see what is still at the provider and what waits."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from werkzeug.datastructures import Headers

from bots import rehearsal
from bots.channels.twilio import SIGNATURE_HEADER, sign
from jobs import reconcile
from jobs.inside import drain_spool
from kernel.clock import StoppedClock
from kernel.vocabulary import Address
from tests.bots.outages import away
from tests.doors.entering import sign_in
from tests.jobs.around import Around, around
from tests.practice import Practice


@pytest.fixture
def here(practice: Practice, clock: StoppedClock) -> Iterator[Around]:
    with around(practice, clock) as made:
        yield made


def doctor(practice: Practice) -> dict[str, dict[str, object]]:
    done = practice.app.test_cli_runner().invoke(args=["doctor", "--json"])
    return {one["name"]: one for one in json.loads(done.output)}


def test_the_page_shows_counts(here: Around, practice: Practice) -> None:
    reconcile.run(here.house, here.clock.now())
    here.world.mischief.drop = 1.0
    here.write("JACARANDA")
    here.clock.advance(minutes=2)
    reconcile.run(here.house, here.clock.now())
    page = sign_in(practice, here.clock, "administrator").get("/settings/provider").text
    assert "Made good so far" in page
    assert "This is Marigold Line. We cannot answer now. Fast help: call 10111." in page
    assert "send START" in page
    assert '<dd class="govuk-summary-list__value">1</dd>' in page
    assert "+1555" not in page


def test_others_do_not_see_it(here: Around, practice: Practice) -> None:
    client = sign_in(practice, here.clock, "caseworker")
    assert client.get("/settings/provider").status_code == 403


def test_doctor_names_what_is_wrong(here: Around, practice: Practice) -> None:
    reconcile.run(here.house, here.clock.now())
    found = doctor(practice)
    assert not found["copies at twilio"]["fault"]
    assert not found["sealed spool"]["fault"]
    assert not found["inner door"]["fault"]
    here.clock.advance(minutes=30)
    assert "flask jobs" in str(doctor(practice)["copies at twilio"]["said"])


def test_doctor_counts_the_spool_while_the_database_is_away(
    here: Around, practice: Practice
) -> None:
    with away(here.house):
        assert here.write("JACARANDA")[1] == 200
        found = doctor(practice)
        assert found["database"]["fault"]
        assert "1 messages wait" in str(found["sealed spool"]["said"])
    assert here.count("inbound") == 0
    drain_spool(here.house, here.clock.now())
    assert here.count("inbound") == 1
    assert not doctor(practice)["sealed spool"]["fault"]


def test_danger_is_answered_in_the_provider_s_own_answer_while_the_database_is_away(
    here: Around, practice: Practice
) -> None:
    drain_spool(here.house, here.clock.now())
    with away(here.house):
        for said, line in (("he has a knife help me now", True), ("X", False), ("hello", False)):
            form = rehearsal.form_of(Address.parse("+15550142"), said)
            url = practice.settings.public_url + rehearsal.WEBHOOK
            signature = sign(rehearsal.token_of(practice.app), url, form)
            headers = Headers({SIGNATURE_HEADER: signature})
            status, answer = rehearsal.post(practice.app, rehearsal.WEBHOOK, form, headers)
            assert status == 200
            assert ("<Message>" in answer) is line
            assert ("call 10111" in answer) is line
    drain_spool(here.house, here.clock.now())
    assert here.count("alarm") == 1
