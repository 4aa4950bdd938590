"""What DELETE leaves behind: nothing that was said."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import func, select

from bots.rows import OwnWordRow
from pathway import erasure
from referral.rows import AttemptRow, NeedRow, PacketRow
from reporting.cases.rows import CaseRow
from reporting.reports.rows import DisclosureRow, ReportRow
from tests.bots.talking import Talk
from tests.practice import Practice

SAVED = (
    "JACARANDA", "1", "2", "1", "1", "1", "1", "D3", "1", "1", "bluelantern", "2", "2", "1", "1",
)  # fmt: skip


def entries(practice: Practice) -> int:
    with practice.house.database.reading() as session:
        return session.scalar(select(func.count()).select_from(DisclosureRow)) or 0


def test_proven_everything_saved_is_shredded_at_once(practice: Practice) -> None:
    talk = Talk(practice)
    talk.say(*SAVED, "x", "hello", "bluelantern", "DELETE", "DELETE")
    assert entries(practice) == 0
    with practice.house.database.reading() as session:
        case = session.scalars(select(CaseRow)).one()
        assert (case.state, case.wrap, case.body) == ("closed", b"", b"")
        assert session.scalars(select(NeedRow.body)).one() == b""
        assert set(session.scalars(select(PacketRow.body))) == {None}
        assert set(session.scalars(select(AttemptRow.state))) == {"withdrawn"}
        report = session.scalars(select(ReportRow)).one()
        assert report.contact_token != talk.writer.token
        assert session.scalars(select(OwnWordRow)).all() == []


def test_unproven_it_is_unlinked_and_shredded_after_three_days(practice: Practice) -> None:
    talk = Talk(practice)
    talk.say(*SAVED, "DELETE", "DELETE")
    assert entries(practice) > 0
    house = practice.house
    with house.database.reading() as session:
        assert session.scalars(select(ReportRow.contact_token)).one() != talk.writer.token
        assert set(session.scalars(select(AttemptRow.paused))) == {True}
    house.clock.advance(hours=70)  # type: ignore[attr-defined]
    erasure.run_due(house, house.clock.now())
    assert entries(practice) > 0
    house.clock.advance(hours=24)  # type: ignore[attr-defined]
    erasure.run_due(house, house.clock.now())
    assert entries(practice) == 0
    with house.database.reading() as session:
        case = session.scalars(select(CaseRow)).one()
        assert (case.state, case.wrap, case.body) == ("closed", b"", b"")


def test_a_bystander_s_delete_opens_no_case(practice: Practice) -> None:
    talk = Talk(practice)
    talk.say("JACARANDA", "1", "2", "1", "2", "2", "I heard screams at night", "DELETE", "DELETE")
    with practice.house.database.reading() as session:
        assert session.scalars(select(CaseRow)).all() == []


def test_her_word_takes_an_unproven_delete_back(practice: Practice) -> None:
    talk = Talk(practice)
    talk.say(*SAVED, "DELETE", "DELETE", "hello", "bluelantern")
    house = practice.house
    house.clock.advance(hours=100)  # type: ignore[attr-defined]
    erasure.run_due(house, house.clock.now())
    assert entries(practice) > 0


def test_a_red_item_outlives_delete(practice: Practice) -> None:
    talk = Talk(practice)
    talk.say("JACARANDA", "1", "1", "P near the market", "x", "hello", "1", "DELETE", "DELETE")
    house = practice.house
    house.clock.advance(hours=100)  # type: ignore[attr-defined]
    erasure.run_due(house, house.clock.now())
    with house.database.reading() as session:
        assert session.scalars(select(CaseRow.state)).one() != "closed"
    assert timedelta(hours=72) == erasure.REVOCABLE_FOR
