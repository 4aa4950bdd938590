"""What only she can bring back: opened by her number, her word, or receipt and word together."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bots import memory
from bots.memory import Writer
from bots.rows import OwnWordRow, PositionRow, ReceiptRow
from bots.state import State, Thread
from kernel.clock import StoppedClock
from kernel.ids import new_id
from kernel.vocabulary import Address
from tests.practice import Practice
from vault.opening import CannotOpen
from vault.pseudonym import contact_token, stretch, word_stretch

HERS, OTHERS = Address("tel", "+15550153"), Address("tel", "+15550154")
STATE = State(step="B7", held=("quetzal",), language="es")


def writer(practice: Practice, address: Address = HERS, word: str = "") -> Writer:
    stretched = stretch(address)
    token = contact_token(practice.house.keyring, stretched)
    return Writer(token, stretched, word_stretch(stretched, word) if word else None)


def thread(key: bytes = b"key") -> Thread:
    return Thread(new_id(), new_id(), key, "en", fresh=True)


def test_a_stranger_stands_nowhere(practice: Practice) -> None:
    with practice.house.glance() as desk:
        assert memory.recall_state(desk, writer(practice)) == State(language="en")


def test_where_she_stands_comes_back_until_it_expires(
    practice: Practice, clock: StoppedClock
) -> None:
    with practice.house.desk() as desk:
        memory.keep_state(desk, writer(practice), STATE)
    clock.advance(hours=47, minutes=59)
    with practice.house.glance() as desk:
        assert memory.recall_state(desk, writer(practice)) == STATE
    clock.advance(minutes=1)
    with practice.house.glance() as desk:
        assert memory.recall_state(desk, writer(practice)) == State(language="en")


def test_it_rests_sealed_under_her_number(practice: Practice) -> None:
    with practice.house.desk() as desk:
        memory.keep_state(desk, writer(practice), STATE)
    with practice.house.glance() as desk:
        body = desk.session.scalars(select(PositionRow.body)).one()
        assert b"quetzal" not in body
        posing = Writer(writer(practice).token, stretch(OTHERS))
        assert memory.recall_state(desk, posing) == State(language="en")


def test_a_changed_state_is_no_state(practice: Practice) -> None:
    with practice.house.desk() as desk:
        memory.keep_state(desk, writer(practice), STATE)
        row = desk.session.scalars(select(PositionRow)).one()
        row.body = row.body[:-1] + bytes([row.body[-1] ^ 1])
    with practice.house.glance() as desk:
        assert memory.recall_state(desk, writer(practice)) == State(language="en")


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


def test_no_word_is_no_word(practice: Practice) -> None:
    with practice.house.desk() as desk, pytest.raises(ValueError, match="no word"):
        memory.keep_word(desk, writer(practice), thread())


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
        found = memory.receipt_in(desk, text)
        assert [one.reply_key for one in found] == [b"key"]
        assert memory.holds_receipt(text)


@pytest.mark.parametrize(
    "text", ["", "bluelantern", "482177301946", "4821773019 bluelantern", "48217730194612 word"]
)
def test_most_texts_hold_no_receipt(practice: Practice, text: str) -> None:
    with practice.house.glance() as desk:
        assert memory.receipt_in(desk, text) == ()
