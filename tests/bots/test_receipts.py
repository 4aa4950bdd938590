"""A receipt opens with its word, on any phone, and alone never."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bots import memory
from bots.rows import ReceiptRow
from bots.state import Thread
from kernel.ids import new_id
from tests.practice import Practice


def thread(key: bytes = b"key") -> Thread:
    return Thread(new_id(), new_id(), key, "en", fresh=True)


def test_a_receipt_opens_with_its_word_on_any_phone(practice: Practice) -> None:
    with practice.house.desk() as desk:
        digits = memory.issue_receipt(desk, thread(), "bluelantern")
        desk.session.flush()
        (opened,) = memory.recall_receipt(desk, digits, "bluelantern")
        assert opened.reply_key == b"key"
        assert memory.recall_receipt(desk, digits, "redlantern") == ()
        assert memory.recall_receipt(desk, "482177301946", "bluelantern") == ()
        row = desk.session.scalars(select(ReceiptRow)).one()
    assert digits.encode() not in row.handle + row.body


@pytest.mark.parametrize(
    "written",
    [
        "{a}-{b}-{c} bluelantern",
        "bluelantern {a}{b}{c}",
        "Blue Lantern {a} {b} {c}",
        "{a}.{b}.{c}, Bluelantern!",
    ],
)
def test_it_is_read_out_of_a_text(practice: Practice, written: str) -> None:
    with practice.house.desk() as desk:
        word = "blue lantern" if "Blue Lantern" in written else "bluelantern"
        digits = memory.issue_receipt(desk, thread(), word)
        desk.session.flush()
        text = written.format(a=digits[:5], b=digits[5:10], c=digits[10:])
        found = memory.recall_receipt_in(desk, text)
        assert found is not None
        assert [one.reply_key for one in found.threads] == [b"key"]
        assert memory.holds_receipt(text)


@pytest.mark.parametrize(
    "text", ["", "bluelantern", "482177301946", "4821773019 bluelantern", "48217730194612 word"]
)
def test_most_texts_hold_no_receipt(practice: Practice, text: str) -> None:
    with practice.house.glance() as desk:
        assert memory.recall_receipt_in(desk, text) is None
