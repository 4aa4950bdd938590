"""A voice note from her phone to a worker's ear: fetched, cleaned, sealed, journalled, deleted."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PIL import Image
from pydantic import SecretStr
from sqlalchemy import text

from commands.fakes.inbound import Written, receive
from jobs import reconcile
from kernel.clock import StoppedClock
from pathway import casework, listening, reading
from pathway.desk import Denied
from tests.doors.entering import form, sign_in
from tests.jobs.around import Around, around
from tests.jobs.hearing import PHONE, case_of, fetch, go_on, listen, media_of, send
from tests.makers import enter_as
from tests.pathway.pieces import SECRET, opus, picture
from tests.practice import Practice


@pytest.fixture
def here(practice: Practice, clock: StoppedClock) -> Iterator[Around]:
    with around(practice, clock) as made:
        yield made


def test_a_voice_note_is_heard_by_a_worker_and_gone_from_the_provider(
    here: Around, practice: Practice
) -> None:
    go_on(here)
    sid = send(here, ("audio/ogg", opus()))
    (waiting,) = media_of(practice)
    assert (waiting.kind, waiting.state) == ("audio", "waiting")
    fetch(here)
    (kept,) = media_of(practice)
    assert kept == replace(waiting, state="kept")
    opened = listen(practice, kept.id)
    assert isinstance(opened, listening.Opened)
    assert (opened.type, opened.tagged) == ("audio/ogg", False)
    assert opened.content.startswith(b"OggS")
    assert SECRET not in opened.content
    assert here.world.messages[sid].media == []
    assert here.count("media_wait") == 0


def test_one_through_meta_is_fetched_in_two_steps_and_deleted_there(
    here: Around, practice: Practice
) -> None:
    go_on(here)
    meta = practice.demo["meta"]
    here.world.accounts = replace(
        here.world.accounts,
        meta_app_secret=meta["app_secret"],
        meta_phone_number_id=meta["phone_number_id"],
    )
    here.house.settings = here.house.settings.model_copy(
        update={
            "meta_api_url": here.house.settings.twilio_api_url,
            "meta_access_token": SecretStr("token"),
        }
    )
    sent = Written("meta", PHONE, "", media=(("audio/ogg", opus()),))
    message, status = receive(here.world, sent)
    assert status == 200
    fetch(here)
    (kept,) = media_of(practice)
    assert (kept.kind, kept.state) == ("audio", "kept")
    assert message.media == []


def test_nothing_of_it_lies_readable_anywhere(here: Around, practice: Practice) -> None:
    go_on(here)
    send(here, ("image/jpeg", picture()), said="look")
    fetch(here)
    (kept,) = media_of(practice)
    opened = listen(practice, kept.id)
    assert isinstance(opened, listening.Opened)
    assert dict(Image.open(io.BytesIO(opened.content)).getexif()) == {}
    here.house.database.close()
    for path in here.house.settings.var_dir.rglob("*"):
        if path.is_file():
            found = path.read_bytes()
            assert SECRET not in found
            assert opened.content[200:260] not in found
            assert b"/Media/ME" not in found


def test_it_goes_with_the_case_when_that_is_taken(here: Around, practice: Practice) -> None:
    go_on(here)
    send(here, ("image/png", picture("PNG")))
    fetch(here)
    reader = enter_as(practice, "caseworker")
    with practice.house.desk() as desk:
        (line,) = reading.list_cases(desk, reader)
        assert not isinstance(casework.take_case(desk, reader, line.id), Denied)
    send(here, ("audio/ogg", opus()))
    fetch(here)
    first, second = (one.id for one in media_of(practice))
    for media_id in (first, second):
        assert isinstance(listen(practice, media_id), listening.Opened)
    with here.house.database.reading() as session:
        holders = {row for (row,) in session.execute(text("SELECT held_by FROM media"))}
    assert {one.partition(":")[0] for one in holders} == {"report"}, "the intake key opens none"


def test_before_she_goes_on_it_is_only_referred_to(here: Around, practice: Practice) -> None:
    sid = send(here, ("audio/ogg", opus()))
    fetch(here)
    assert here.count("media") == 0
    reconcile.run(here.house, here.clock.now())
    assert len(here.world.messages[sid].media) == 1
    for said in ("1", "2", "1", "1"):
        here.write(said, PHONE)
    fetch(here)
    (kept,) = media_of(practice)
    assert kept.state == "kept"
    assert isinstance(listen(practice, kept.id), listening.Opened)


def test_in_danger_it_is_kept_from_the_first_text_on(here: Around, practice: Practice) -> None:
    send(here, ("audio/ogg", opus()), said="he has a knife help me now")
    fetch(here)
    assert here.count("alarm") == 1
    (kept,) = media_of(practice)
    assert kept.state == "kept"


def test_the_page_plays_it_and_every_hearing_is_in_the_journal(
    here: Around, practice: Practice
) -> None:
    go_on(here)
    send(here, ("audio/ogg", opus()))
    fetch(here)
    code = case_of(practice).line.code
    (kept,) = media_of(practice)
    there = f"/cases/{code}/media/{kept.id}"
    here.clock.advance(seconds=30)
    client = sign_in(practice, here.clock, "caseworker")
    assert client.get(there).headers["Location"] == f"/cases/{code}"
    data = {"purpose": "new_report", "csrf_token": form(client, f"/cases/{code}")}
    client.post(f"/cases/{code}/open", data=data)
    assert f'<audio controls preload="none" src="{there}">' in client.get(f"/cases/{code}").text
    answer = client.get(there)
    assert (answer.status_code, answer.content_type) == (200, "audio/ogg")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Security-Policy"].startswith("sandbox")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    with here.house.database.reading() as session:
        verbs = [row for (row,) in session.execute(text("SELECT verb FROM journal_leaf"))]
    assert verbs.count("media.opened") == 1
