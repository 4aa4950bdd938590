"""What waits for her opens with the key she brings, and with nothing else."""

from __future__ import annotations

import pytest

from kernel.ids import new_id
from pathway import alarms, casework, waiting
from pathway.waiting import News, new_reply_key
from tests.pathway.telling import alarm, reader, tell
from tests.practice import Practice
from vault.keys import new_private_key
from vault.opening import CannotOpen


def test_news_of_an_item_nobody_opened(practice: Practice) -> None:
    raised = alarm(practice, tell(practice))
    with practice.house.glance() as desk:
        news = waiting.news(desk, raised.alarm_id, raised.reply_key)
        gone = waiting.news(desk, new_id(), raised.reply_key)
    assert news == News(opened=False, closed=False, answer=None)
    assert gone == News(opened=False, closed=True, answer=None)


def test_an_answer_on_the_path_opens_for_the_visit_that_raised_it(practice: Practice) -> None:
    raised = alarm(practice, tell(practice))
    with practice.house.desk() as desk:
        alarms.answer_alarm(desk, reader(practice, "caseworker"), raised.alarm_id, "Come out.")
    with practice.house.glance() as desk:
        assert waiting.news(desk, raised.alarm_id, raised.reply_key).answer == "Come out."
        with pytest.raises(CannotOpen):
            waiting.news(desk, raised.alarm_id, new_private_key("visit:other").raw)


def test_a_left_answer_waits_until_it_is_heard(practice: Practice) -> None:
    told = tell(practice)
    with practice.house.desk() as desk:
        assert not waiting.answer_waits(desk, told.id)
        casework.leave_answer(desk, reader(practice, "caseworker"), told.id, "A room is kept.")
        assert waiting.answer_waits(desk, told.id)
        assert not waiting.answer_waits(desk, None)
        assert not waiting.answer_waits(desk, new_id())
        assert waiting.hear_answer(desk, told.id, told.reply.private) == "A room is kept."
        assert not waiting.answer_waits(desk, told.id)
        assert waiting.hear_answer(desk, told.id, told.reply.private) is None


def test_another_s_key_opens_no_answer_and_leaves_it_waiting(practice: Practice) -> None:
    told, other = tell(practice), tell(practice)
    who = reader(practice, "caseworker")
    with practice.house.desk() as desk:
        casework.leave_answer(desk, who, told.id, "A room is kept.")
    with practice.house.desk() as desk:
        with pytest.raises(CannotOpen):
            waiting.hear_answer(desk, told.id, other.reply.private)
        assert waiting.hear_answer(desk, other.id, other.reply.private) is None
        assert waiting.answer_waits(desk, told.id)


def test_reply_keys_are_their_case_s_own() -> None:
    case = new_id()
    assert new_reply_key(case).private != new_reply_key(case).private
    assert waiting.reply_key_id(case) != waiting.reply_key_id(new_id())
