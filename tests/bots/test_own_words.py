"""An own word opens what was saved with it, for its own number and no other."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bots import memory
from bots.rows import OwnWordRow
from kernel.vocabulary import Address
from tests.bots.words_of_hers import HERS, OTHERS, thread, writer
from tests.practice import Practice


def test_a_word_opens_what_was_saved_with_it(practice: Practice) -> None:
    saved = thread()
    with practice.house.desk() as desk:
        memory.keep_word(desk, writer(practice, word="bluelantern"), saved)
        found = memory.recall_word(desk, writer(practice, word="bluelantern"))
        assert found is not None
        (opened,) = found.threads
        assert (opened.report_id, opened.case_id) == (saved.report_id, saved.case_id)
        assert (opened.reply_key, opened.language, opened.fresh) == (b"key", "en", False)
        assert found.day == desk.today


@pytest.mark.parametrize(
    ("address", "word"),
    [(HERS, "redlantern"), (OTHERS, "bluelantern"), (HERS, ""), (OTHERS, "redlantern")],
)
def test_another_word_or_number_opens_nothing(
    practice: Practice, address: Address, word: str
) -> None:
    with practice.house.desk() as desk:
        memory.keep_word(desk, writer(practice, word="bluelantern"), thread())
        assert memory.recall_word(desk, writer(practice, address, word)) is None


def test_the_same_word_again_opens_both_newest_first(practice: Practice) -> None:
    hers = writer(practice, word="bluelantern")
    with practice.house.desk() as desk:
        memory.keep_word(desk, hers, thread(b"first"))
        memory.keep_word(desk, hers, thread(b"second"))
        found = memory.recall_word(desk, hers)
    assert found is not None
    assert [one.reply_key for one in found.threads] == [b"second", b"first"]


def test_a_second_word_is_a_thread_of_its_own(practice: Practice) -> None:
    one, two = (writer(practice, word=word) for word in ("bluelantern", "redlantern"))
    with practice.house.desk() as desk:
        memory.keep_word(desk, one, thread(b"first"))
        memory.keep_word(desk, two, thread(b"second"))
        found = memory.recall_word(desk, two)
        assert len(desk.session.scalars(select(OwnWordRow)).all()) == 2
    assert found is not None
    assert [each.reply_key for each in found.threads] == [b"second"]


def test_no_word_is_no_word(practice: Practice) -> None:
    with practice.house.desk() as desk, pytest.raises(ValueError, match="no word"):
        memory.keep_word(desk, writer(practice), thread())
