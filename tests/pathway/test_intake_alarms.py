"""What a red item keeps of her, and for how long."""

from __future__ import annotations

from datetime import timedelta

import pytest

from outbox.model import Kind
from pathway import intake
from reporting.reports import store as reports
from reporting.reports.model import AlarmKind
from reporting.reports.rows import AlarmRow
from tests.pathway.telling import HER_PHONE, alarm, queued, tell
from tests.practice import Practice
from vault.keys import new_private_key
from vault.opening import CannotOpen, open_packed


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
