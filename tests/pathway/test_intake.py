"""What the line takes in is sealed as it comes, to a key that nobody can slip under it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select, update

from kernel.rows import Row
from kernel.vocabulary import Tier
from outbox.model import Kind
from pathway import intake
from reporting.cases import store as cases
from reporting.cases.rows import CaseRow
from reporting.reports import store as reports
from reporting.reports.model import AlarmKind, Entry, ReportStatus
from reporting.reports.rows import AlarmRow, DisclosureRow, ReportRow
from staff import store as staff
from staff.directory import NoIntakeKeyError
from staff.rows import IntakeKeyRow, JournalLeafRow
from tests.pathway.telling import HER_PHONE, SAID, alarm, queued, tell
from tests.practice import Practice
from vault.keys import new_private_key
from vault.opening import CannotOpen, open_json, open_packed
from vault.sealing import Place, Sealed
from vault.signing import new_signer, sign


def columns(row: Row) -> dict[str, Any]:
    return {column.name: getattr(row, column.name) for column in row.__table__.columns}


def test_what_is_kept_shows_nothing(practice: Practice) -> None:
    told = tell(practice)
    with practice.house.glance() as desk:
        report = columns(desk.session.get_one(ReportRow, told.report_id))
        case = columns(desk.session.get_one(CaseRow, told.id))
        entry = columns(desk.session.scalars(select(DisclosureRow)).one())
    assert entry["held_by"] == case["held_by"] == f"intake:{report['organization_id']}:2026-11"
    assert "zanzibar" not in repr((report, case, entry))
    assert told.report_id not in case.values()
    assert told.report_id.bytes not in case["body"] + case["wrap"]
    assert str(told.report_id).encode() not in case["body"] + case["wrap"]


@pytest.mark.parametrize("swap", ["public", "signature", "both"])
def test_a_swapped_intake_key_stops_the_line(practice: Practice, swap: str) -> None:
    thief, forger = new_private_key("intake:thief"), new_signer()
    forged = sign(forger, b"anything")
    values = {"public": thief.public.raw, "signature": forged}
    chosen = values if swap == "both" else {swap: values[swap]}
    with practice.house.database.unit_of_work() as session:
        session.execute(update(IntakeKeyRow).values(**chosen))

    with pytest.raises(NoIntakeKeyError):
        tell(practice)

    with practice.house.database.reading() as session:
        for table in (ReportRow, DisclosureRow, CaseRow):
            assert session.scalar(select(func.count()).select_from(table)) == 0


def test_another_organization_s_signed_key_is_no_intake_key(practice: Practice) -> None:
    with practice.house.desk() as desk:
        keys = desk.session.scalars(select(IntakeKeyRow)).all()
        mine = next(one for one in keys if one.organization_id == desk.intake_id)
        other = next(one for one in keys if one.organization_id != desk.intake_id)
        mine.public, mine.signature = other.public, other.signature
    with pytest.raises(NoIntakeKeyError):
        tell(practice)


def test_a_case_presses_more_and_never_less(practice: Practice) -> None:
    told = tell(practice, tier=Tier.URGENT)

    def press(tier: Tier) -> tuple[str, timedelta]:
        with practice.house.desk() as desk:
            intake.press(desk, told.id, tier)
            desk.session.expire_all()
            case = cases.case(desk.session, told.id)
            assert case is not None
            assert case.due_at is not None
            return case.tier.value, case.due_at - desk.now

    assert press(Tier.NORMAL) == ("U", timedelta(hours=1))
    assert press(Tier.EMERGENCY) == ("E", timedelta(minutes=15))
    assert press(Tier.URGENT) == ("E", timedelta(minutes=15))
    assert press(Tier.NORMAL) == ("E", timedelta(minutes=15))


def test_her_number_waits_ten_minutes_and_only_for_the_sender(practice: Practice) -> None:
    house = practice.house
    raised = alarm(practice, tell(practice))
    with house.glance() as desk:
        row = desk.session.get_one(AlarmRow, raised.alarm_id)
        assert row.reply_until == desk.now + timedelta(minutes=10)
        reply_to = row.reply_to
        assert reply_to is not None
        place = desk.place(desk.intake_id, "alarm", raised.alarm_id, "reply_to")
    assert HER_PHONE.id.encode() not in reply_to
    opened = open_packed(house.jobs_keyring.sender_private, place, reply_to)
    assert HER_PHONE.id in opened.decode()
    stranger = new_private_key(house.jobs_keyring.sender_private.id)
    with pytest.raises(CannotOpen):
        open_packed(stranger, place, reply_to)


def test_without_an_address_nothing_waits(practice: Practice) -> None:
    raised = alarm(practice, tell(practice), AlarmKind.UNDO, None)
    with practice.house.glance() as desk:
        row = desk.session.get_one(AlarmRow, raised.alarm_id)
        assert (row.reply_to, row.reply_until) == (None, None)
    assert Kind.HUMAN not in {kind for kind, _ in queued(practice)}


def test_a_letter_shows_on_its_item(practice: Practice) -> None:
    raised = alarm(practice, tell(practice))
    with practice.house.desk() as desk:
        intake.say_letter(desk, raised.alarm_id, AlarmKind.POLICE)
    with practice.house.glance() as desk:
        found = reports.alarm(desk.session, raised.alarm_id)
    assert found is not None
    assert found.kind is AlarmKind.POLICE


def test_an_unlinked_report_leads_to_nobody(practice: Practice) -> None:
    told = tell(practice, token="hers")
    with practice.house.desk() as desk:
        intake.unlink_report(desk, told.report_id)
    with practice.house.glance() as desk:
        report = reports.report(desk.session, told.report_id)
        assert report is not None
        assert report.status is ReportStatus.UNLINKED
        assert report.contact_token != "hers"
        assert reports.reports_of(desk.session, "hers") == ()
        assert len(reports.entries(desk.session, told.report_id)) == 1


def test_the_journal_names_rows_by_keyed_names(practice: Practice) -> None:
    told = tell(practice)
    alarm(practice, told)
    with practice.house.glance() as desk:
        leaves = desk.session.scalars(select(JournalLeafRow)).all()
        verbs = {leaf.verb for leaf in leaves}
    assert {"report.opened", "case.opened", "alarm.danger"} <= verbs
    shown = repr([vars(leaf) for leaf in leaves])
    assert str(told.id) not in shown
    assert str(told.report_id) not in shown


def test_an_entry_is_sealed_to_its_own_row(practice: Practice) -> None:
    told = tell(practice, texts=("first", "second"))
    private = new_private_key("none")
    with practice.house.glance() as desk:
        first, second = reports.entries(desk.session, told.report_id)
        key = staff.open_intake_key(desk.session, desk.intake_id)
    assert key is not None
    assert first.body != second.body
    place = Place("practice", str(key.organization_id), "disclosure", str(second.id), "body")
    with pytest.raises(CannotOpen):
        open_json(private, place, Sealed(first.wrap, first.body, private.id))


def test_an_accident_after_the_text_keeps_nothing_of_it(practice: Practice) -> None:
    def work() -> UUID:
        with practice.house.desk() as desk:
            report_id = intake.open_report(desk, "token", ReportStatus.RECEIVED)
            intake.keep(desk, report_id, 1, Entry(at="now", heard=SAID))
            raise LookupError

    with pytest.raises(LookupError):
        work()
    with practice.house.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(ReportRow)) == 0
        assert session.scalar(select(func.count()).select_from(DisclosureRow)) == 0
