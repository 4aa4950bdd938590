"""Has her send media, and a worker look for it and listen to it."""

from __future__ import annotations

from uuid import UUID

from commands.fakes.inbound import Written, receive
from pathway import listening, reading
from pathway.desk import Denied
from pathway.fetching import fetch_due
from pathway.views import CaseView, MediaLine
from tests.jobs.around import Around
from tests.makers import enter_as
from tests.practice import Practice

PHONE = "whatsapp:+15550142"


def send(here: Around, *media: tuple[str, bytes], said: str = "") -> str:
    """Has her send media as the provider brings it."""
    message, status = receive(here.world, Written("twilio", PHONE, said, media=media))
    assert status == 200
    here.clock.advance(seconds=5)
    return message.sid


def go_on(here: Around) -> None:
    """Has her come as far as the question what happened."""
    for said in ("JACARANDA", "1", "2", "1", "1"):
        assert here.write(said, PHONE)[1] == 200


def fetch(here: Around, minutes: float = 1) -> None:
    here.clock.advance(minutes=minutes)
    fetch_due(here.house, here.clock.now())


def case_of(practice: Practice) -> CaseView:
    reader = enter_as(practice, "caseworker")
    with practice.house.desk() as desk:
        (line,) = reading.list_cases(desk, reader)
        opened = reading.read_case(desk, reader, line.code, "new_report")
    assert isinstance(opened, CaseView)
    return opened


def media_of(practice: Practice) -> list[MediaLine]:
    return [one for line in case_of(practice).conversation for one in line.media]


def listen(practice: Practice, media_id: UUID) -> listening.Opened | Denied:
    reader = enter_as(practice, "caseworker")
    with practice.house.desk() as desk:
        (line,) = reading.list_cases(desk, reader)
        return listening.read_media(desk, reader, line.code, media_id, "new_report")
