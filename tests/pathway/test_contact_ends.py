"""What ends an agreement on writing to her first: whatever she, or her phone, says since."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from kernel.clock import StoppedClock
from kernel.vocabulary import Address
from outbox import store as outbox
from pathway import erasure, withdrawal
from pathway.desk import Denied
from reporting.cases import contact_store
from reporting.cases.agreed import Standing
from reporting.cases.rows import SafeContactRow
from reporting.reports.model import AlarmKind
from staff.signin import Entered
from tests.bots.talking import Talk
from tests.bots.talking import outbox as sent
from tests.pathway.agreeing import HERS, agree, reach, standing, text_now, told_case
from tests.pathway.telling import ToldCase, alarm
from tests.practice import Practice
from vault.pseudonym import contact_token, stretch


@pytest.fixture
def case(practice: Practice) -> tuple[ToldCase, Entered]:
    return told_case(practice)


@pytest.fixture
def told(case: tuple[ToldCase, Entered]) -> ToldCase:
    return case[0]


@pytest.fixture
def ana(case: tuple[ToldCase, Entered]) -> Entered:
    return case[1]


def test_taking_back_ends_it_and_stops_what_has_not_left(
    practice: Practice, told: ToldCase, ana: Entered
) -> None:
    agree(practice, told, ana)
    text_now(practice, told, ana)
    with practice.house.desk() as desk:
        withdrawal.withdraw_case(desk, told.id)
    assert standing(practice, told) == (Standing.TAKEN_BACK, False)
    assert [one["state"] for one in sent(practice)] == ["withdrawn"]
    assert text_now(practice, told, ana) == Denied("only_she_writes")


def test_clearing_leaves_nothing_of_it(practice: Practice, told: ToldCase, ana: Entered) -> None:
    agree(practice, told, ana)
    with practice.house.desk() as desk:
        erasure.erase_now(desk, [told.report_id], [told.id])
    with practice.house.database.reading() as session:
        assert session.scalars(select(SafeContactRow)).all() == []
        assert contact_store.proven_on(session, told.id) is None


@pytest.mark.parametrize("kind", [AlarmKind.UNSAFE, AlarmKind.STOPPED])
def test_what_her_case_shows_since_ends_it(
    practice: Practice, told: ToldCase, ana: Entered, kind: AlarmKind
) -> None:
    agree(practice, told, ana)
    alarm(practice, told, kind, None)
    assert text_now(practice, told, ana) == Denied(kind.value)
    shown = reach(practice, told, ana)
    assert (shown.agreed, shown.ended, shown.why_none) == (None, kind.value, kind.value)
    assert agree(practice, told, ana) == Denied(kind.value)


@pytest.mark.parametrize(
    ("texts", "ended"),
    [
        (("STOP", "START"), Standing.STOPPED),
        (("UNDO",), Standing.TAKEN_BACK),
        (("DELETE", "1", "DELETE", "DELETE"), Standing.TAKEN_BACK),
        (("JACARANDA", "3"), Standing.TAKEN_BACK),
    ],
)
def test_what_her_phone_says_ends_it_on_whichever_case(
    practice: Practice, told: ToldCase, ana: Entered, texts: tuple[str, ...], ended: Standing
) -> None:
    agree(practice, told, ana)
    Talk(practice, HERS).say(*texts)
    assert standing(practice, told) == (ended, False)
    with practice.house.database.reading() as session:
        assert session.scalars(select(SafeContactRow.handle)).all() == [None]


def test_the_line_notes_the_day_on_which_her_word_proved_her(
    practice: Practice, clock: StoppedClock
) -> None:
    talk = Talk(practice)
    talk.say("JACARANDA", "1", "2", "1", "1", "1", "1", "D2", "3", "1", "copperkettle")
    case_id = talk.state.case_id
    assert case_id is not None
    talk.say("copperkettle")
    with practice.house.database.reading() as session:
        assert contact_store.proven_on(session, case_id) is None
    clock.advance(days=1)
    talk.say("hello", "1", "copperkettle")
    with practice.house.glance() as desk:
        assert contact_store.proven_on(desk.session, case_id) == desk.today


def test_another_phone_does_not_end_it(practice: Practice, told: ToldCase, ana: Entered) -> None:
    agree(practice, told, ana)
    Talk(practice, Address("tel", "+15550157")).say("STOP")
    assert standing(practice, told) == (Standing.OPEN, True)


def test_a_paused_contact_is_left_alone(practice: Practice, told: ToldCase, ana: Entered) -> None:
    agree(practice, told, ana)
    with practice.house.desk() as desk:
        token = contact_token(desk.keyring, stretch(HERS))
        outbox.set_paused(desk.session, token, paused=True)
    assert text_now(practice, told, ana) == Denied("unsafe")
    assert reach(practice, told, ana).ended == "unsafe"
