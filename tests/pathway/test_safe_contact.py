"""Writing to her first: as she agreed, once, inside her hours, by whoever may read her case."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import time, timedelta

import pytest
from sqlalchemy import select

from kernel.clock import StoppedClock
from kernel.vocabulary import Address, Channel, Role
from pathway import casework, erasure, safe_contact
from pathway.desk import Denied
from reporting.cases import contact_store
from reporting.cases.agreed import SafeContact, Standing
from reporting.cases.rows import SafeContactRow
from staff.signin import Entered
from tests.bots.talking import outbox as sent
from tests.makers import Phone
from tests.pathway.agreeing import (
    HERS,
    LINE,
    TODAY,
    agree,
    lives,
    reach,
    standing,
    text_now,
    told_case,
    wrote,
)
from tests.pathway.telling import ToldCase, decide, reader
from tests.practice import Practice


@pytest.fixture
def case(practice: Practice) -> tuple[ToldCase, Entered]:
    return told_case(practice)


@pytest.fixture
def told(case: tuple[ToldCase, Entered]) -> ToldCase:
    return case[0]


@pytest.fixture
def ana(case: tuple[ToldCase, Entered]) -> Entered:
    return case[1]


def test_agreed_sent_once_and_again_only_after_her_text(practice_on_both: Practice) -> None:
    practice = practice_on_both
    told, ana = told_case(practice)
    assert isinstance(agree(practice, told, ana), SafeContact)
    with ThreadPoolExecutor(2) as pool:
        both = list(pool.map(lambda who: text_now(practice, told, who), [ana, ana]))
    assert [one for one in both if isinstance(one, Denied)] == [Denied("wrote_once")]
    (one,) = [one for one in sent(practice) if one["kind"] == "staff"]
    assert one["text"].startswith(LINE)
    assert (one["to"], one["via"], one["template"]) == (str(HERS), "twilio", "en")
    assert lives(practice) == [safe_contact.WORTH]
    with practice.house.database.reading() as session:
        assert b"ocelot" not in (session.scalar(select(SafeContactRow.body)) or b"")
    assert text_now(practice, told, ana) == Denied("wrote_once")
    clock = practice.house.clock
    assert isinstance(clock, StoppedClock)
    clock.advance(hours=1)
    assert text_now(practice, told, ana) == Denied("wrote_once")
    wrote(practice)
    assert not isinstance(text_now(practice, told, ana), Denied)
    shown = reach(practice, told, ana).agreed
    assert shown is not None
    assert (shown.masked, shown.words) == ("…55", "not while he is home ocelot")


def test_it_expires_with_her_hours_and_outside_them_nothing_goes(
    practice: Practice, told: ToldCase, ana: Entered, clock: StoppedClock
) -> None:
    agree(practice, told, ana, ends=time(12, 5))
    text_now(practice, told, ana)
    assert lives(practice) == [timedelta(minutes=5)]
    agree(practice, told, ana, starts=time(12, 1))
    assert text_now(practice, told, ana) == Denied("not_her_hours")
    agree(practice, told, ana, weekdays=(3,))
    assert text_now(practice, told, ana) == Denied("not_her_hours")
    clock.advance(days=1)
    assert not isinstance(text_now(practice, told, ana), Denied)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"checked": False}, "not_proven"),
        ({"until": TODAY + timedelta(days=8)}, "too_long"),
        ({"until": TODAY - timedelta(days=1)}, "too_long"),
        ({"address": Address("tel", "+15550156")}, "never_wrote"),
    ],
)
def test_what_cannot_be_agreed(
    practice: Practice, told: ToldCase, ana: Entered, given: dict[str, object], reason: str
) -> None:
    assert agree(practice, told, ana, **given) == Denied(reason)


def test_the_programme_decides_first(practice: Practice, told: ToldCase, ana: Entered) -> None:
    agree(practice, told, ana)
    decide(practice, staff_first_on=False)
    assert agree(practice, told, ana) == Denied("off")
    assert text_now(practice, told, ana) == Denied("off")


def test_her_word_proves_her_for_seven_days(
    practice: Practice, told: ToldCase, ana: Entered, clock: StoppedClock
) -> None:
    with practice.house.desk() as desk:
        contact_store.set_proven(desk.session, told.id, TODAY - timedelta(days=5))
    too_long = agree(practice, told, ana, checked=False, until=TODAY + timedelta(days=3))
    assert too_long == Denied("too_long")
    last = TODAY + timedelta(days=2)
    assert isinstance(agree(practice, told, ana, checked=False, until=last), SafeContact)
    clock.advance(days=3)
    assert text_now(practice, told, ana) == Denied("over")
    erasure.run_due(practice.house, clock.now())
    assert standing(practice, told) == (Standing.OVER, False)


@pytest.mark.parametrize("role", [Role.RESPONDER, Role.ANALYST, Role.ADMINISTRATOR])
def test_others_can_neither_agree_nor_write(
    practice: Practice, told: ToldCase, ana: Entered, role: Role
) -> None:
    agree(practice, told, ana)
    other = reader(practice, role)
    assert isinstance(agree(practice, told, other), Denied)
    assert isinstance(text_now(practice, told, other), Denied)
    with practice.house.desk() as desk:
        assert isinstance(safe_contact.reveal(desk, other, told.id, "danger"), Denied)


def test_it_goes_on_with_the_case_and_with_nobody_else(
    practice: Practice, told: ToldCase, ana: Entered
) -> None:
    agree(practice, told, ana)
    with practice.house.desk() as desk:
        casework.take_case(desk, ana, told.id)
    with practice.house.database.reading() as session:
        found = contact_store.newest(session, told.id)
    assert found is not None
    assert found.held is not None
    assert found.held.held_by == f"case:{told.id}"
    assert reach(practice, told, reader(practice, "supervisor")).agreed is not None
    bea = reader(practice, "caseworker", nth=1)
    assert text_now(practice, told, bea) == Denied("not_yours")
    assert not isinstance(text_now(practice, told, ana), Denied)


def test_on_whatsapp_it_says_every_accent(practice: Practice, told: ToldCase, ana: Entered) -> None:
    hers = Address("whatsapp", "+15550158")
    wrote(practice, hers)
    agree(practice, told, ana, address=hers, language="es")
    text_now(practice, told, ana)
    (one,) = sent(practice)
    say = practice.app.extensions["first_line"]
    with practice.house.glance() as desk:
        assert one["text"] == say(desk.programme, "es", Channel.WHATSAPP)
    assert one["to"] == str(hers)


def test_it_arrives_on_her_phone(practice: Practice, told: ToldCase, ana: Entered) -> None:
    phone = Phone(practice, str(HERS))
    agree(practice, told, ana)
    text_now(practice, told, ana)
    practice.app.extensions["clockwork"].send()
    assert [one.startswith(LINE) for one in phone.received()] == [True]
    shown = reach(practice, told, ana).agreed
    assert shown is not None
    assert (shown.why_not, shown.unsent) == ("wrote_once", None)


def test_what_could_not_leave_in_time_is_dropped_and_her_case_says_why(
    practice: Practice, told: ToldCase, ana: Entered, clock: StoppedClock
) -> None:
    phone = Phone(practice, str(HERS))
    agree(practice, told, ana)
    text_now(practice, told, ana)
    clock.advance(minutes=11)
    practice.app.extensions["clockwork"].send()
    assert phone.received() == []
    shown = reach(practice, told, ana).agreed
    assert shown is not None
    assert shown.unsent == "late"
