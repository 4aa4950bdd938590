"""A member's number: invented in practice, sealed for the outbox alone, tried once a minute."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from console.calling import call_text
from kernel.clock import StoppedClock
from kernel.programme import Programme
from kernel.settings import Settings
from kernel.vocabulary import Channel
from outbox.dispatch import run_once
from outbox.rows import MessageRow
from pathway import calling, paging
from pathway.calling import Given, NotTaken, provider_of, read_number
from staff import call_store
from tests.outbox.makers import RecordingCarrier
from tests.paging import AMARA, NUMBERS, TEXT, called_at, identity, texts, tick
from tests.pathway.telling import alarm, tell
from tests.practice import Practice

PRACTICE = Programme("city", "City", "City Line", practice=True)
REAL = replace(PRACTICE, practice=False)
OWN = Settings.load(twilio_sms_from="+27821234567", twilio_whatsapp_from="whatsapp:+27821234567")


@pytest.mark.parametrize(
    ("programme", "written", "expected"),
    [
        (PRACTICE, " +1 555 01 42 ", "+15550142"),
        (PRACTICE, "5550142", "not_a_number"),
        (PRACTICE, "ring me", "not_a_number"),
        (PRACTICE, "+27 82 123 4568", "not_invented"),
        (PRACTICE, "+15550190", "the_line"),
        (REAL, "+27 (0)82 123 4568", "+27821234568"),
        (REAL, "+15550142", "not_a_number"),
        (REAL, "+27821234567", "the_line"),
    ],
)
def test_a_number_is_read_whole_or_refused(
    programme: Programme, written: str, expected: str
) -> None:
    for channel, prefix in ((Channel.SMS, ""), (Channel.WHATSAPP, "whatsapp:")):
        found = read_number(programme, OWN, written, channel)
        if isinstance(found, NotTaken):
            assert found.reason == expected
        else:
            assert str(found) == prefix + expected


def test_the_provider_is_the_first_with_an_account() -> None:
    assert provider_of(Settings.load(), Channel.SMS) == "twilio"
    assert provider_of(Settings.load(at_api_key="k"), Channel.SMS) == "africastalking"
    both = Settings.load(at_api_key="k", twilio_account_sid="AC1")
    assert provider_of(both, Channel.SMS) == "twilio"
    meta = Settings.load(meta_phone_number_id="1")
    assert provider_of(meta, Channel.WHATSAPP) == "meta"
    assert provider_of(OWN, Channel.WHATSAPP) == "twilio"


def test_the_number_is_nowhere_in_clear(practice: Practice) -> None:
    called_at(practice, AMARA)
    alarm(practice, tell(practice))
    tick(practice)
    practice.house.database.close()
    number = NUMBERS[AMARA].removeprefix("+").encode()
    files = [one for one in Path(practice.settings.var_dir).glob("undertone.db*") if one.is_file()]
    assert files
    for file in files:
        assert number not in file.read_bytes()


def test_a_later_number_takes_the_place_of_the_first_and_can_be_taken_back(
    practice_on_both: Practice,
) -> None:
    practice = practice_on_both
    who = identity(practice, AMARA)
    called_at(practice, AMARA)
    called_at(practice, AMARA, channel=Channel.WHATSAPP)
    with practice.house.desk() as desk:
        found = call_store.number_of(desk.session, who.member_id)
        assert found is not None
        assert (found.channel, found.ending) == (Channel.WHATSAPP, "71")
        calling.take_back(desk, who)
        assert call_store.number_of(desk.session, who.member_id) is None
        outcome = calling.try_number(desk, practice.settings, who, call_text)
        assert outcome == NotTaken("no_number")


def test_a_number_is_tried_once_a_minute(practice_on_both: Practice, clock: StoppedClock) -> None:
    practice = practice_on_both
    called_at(practice, AMARA)
    who, found = identity(practice, AMARA), []
    for seconds in (0, 59, 1):
        clock.advance(seconds=seconds)
        with practice.house.desk() as desk:
            found.append(calling.try_number(desk, practice.settings, who, call_text))
    assert found == [Given(), NotTaken("too_soon"), Given()]
    practice.app.extensions["clockwork"].send()
    assert texts(practice, AMARA) == [TEXT, TEXT]


def test_only_who_reads_red_items_is_called(practice: Practice) -> None:
    with practice.house.desk() as desk:
        for name in ("Noor Haddad", "Tomas Lind", "Mina Sol"):
            who = identity(practice, name)
            done = calling.give_number(desk, practice.settings, who, "+15550142", Channel.SMS, "en")
            assert done == NotTaken("not_allowed")


def test_on_whatsapp_it_is_a_template_and_answers_go_first(practice: Practice) -> None:
    called_at(practice, AMARA, channel=Channel.WHATSAPP, language="fr")
    alarm(practice, tell(practice))
    carrier, house = RecordingCarrier(), practice.house
    tick_only(practice)
    with house.glance() as desk:
        row = desk.session.scalars(select(MessageRow)).one()
        assert (row.kind, row.priority) == ("page", 5)
        assert json.dumps(NUMBERS[AMARA]).encode() not in (row.body or b"")
    run_once(house, carrier, "w1")
    (sent,) = carrier.sent
    assert (str(sent.address), sent.template) == (f"whatsapp:{NUMBERS[AMARA]}", "fr")


def tick_only(practice: Practice) -> None:
    """Call without letting the outbox send."""
    paging.page_unopened(practice.house, practice.house.clock.now(), call_text)
