"""What rests of an own word hides it and opens in no other place."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bots import memory
from bots.rows import OwnWordRow
from tests.bots.words_of_hers import OTHERS, thread, writer
from tests.practice import Practice
from vault.opening import CannotOpen


def test_a_word_s_row_hides_the_word(practice: Practice) -> None:
    with practice.house.desk() as desk:
        memory.keep_word(desk, writer(practice, word="bluelantern"), thread())
        desk.session.flush()
        row = desk.session.scalars(select(OwnWordRow)).one()
        kept = row.handle + row.body + row.contact_token.encode() + row.kind.encode()
    assert b"lantern" not in kept


def test_a_word_row_moved_to_another_number_opens_nothing(practice: Practice) -> None:
    with practice.house.desk() as desk:
        memory.keep_word(desk, writer(practice, word="bluelantern"), thread())
        desk.session.flush()
        row = desk.session.scalars(select(OwnWordRow)).one()
        thief = writer(practice, OTHERS, "bluelantern")
        row.contact_token = thief.token
        desk.session.flush()
        assert memory.recall_word(desk, thief) is None
        assert memory.recall_word(desk, writer(practice, word="bluelantern")) is None


def test_a_word_s_body_cannot_be_put_under_another_word(practice: Practice) -> None:
    one, two = (writer(practice, word=word) for word in ("bluelantern", "redlantern"))
    with practice.house.desk() as desk:
        memory.keep_word(desk, one, thread(b"first"))
        memory.keep_word(desk, two, thread(b"second"))
        desk.session.flush()
        first, second = desk.session.scalars(select(OwnWordRow)).all()
        first.body, second.body = second.body, first.body
        desk.session.flush()
        with pytest.raises(CannotOpen):
            memory.recall_word(desk, one)
