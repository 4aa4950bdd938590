"""What only she can bring back: opened by her number, her word, or receipt and word together."""

from __future__ import annotations

from sqlalchemy import select

from bots import memory
from bots.memory import Writer
from bots.rows import PositionRow
from bots.state import State
from kernel.clock import StoppedClock
from kernel.vocabulary import Address
from tests.practice import Practice
from vault.pseudonym import contact_token, stretch, word_stretch

HERS, OTHERS = Address("tel", "+15550153"), Address("tel", "+15550154")
STATE = State(step="B7", held=("quetzal",), language="es")


def writer(practice: Practice, address: Address = HERS, word: str = "") -> Writer:
    stretched = stretch(address)
    token = contact_token(practice.house.keyring, stretched)
    return Writer(token, stretched, word_stretch(stretched, word) if word else None)


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
