"""With the database away nothing is lost, danger gets one line, and what waited is heard later."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError, OperationalError

from bots import conversation, outage, stateless
from bots.outage import Outage
from bots.replying import Heard, Hearing
from kernel.clock import StoppedClock
from kernel.db import Database
from kernel.vocabulary import Address, Inbound
from outbox import practice as practice_phones
from pathway.desk import House
from tests.practice import Practice

NOON = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)
PHONE = Address.parse("+15550142")


def inbound(said: str, number: int, sender: Address = PHONE) -> Inbound:
    line = Address.parse("+15550190")
    return Inbound("twilio", f"SM{number:032x}", sender, line, said, NOON)


@pytest.fixture
def house(practice: Practice) -> House:
    stateless.refresh(practice.house)
    return practice.house


@pytest.fixture
def house_on_both(practice_on_both: Practice) -> House:
    stateless.refresh(practice_on_both.house)
    return practice_on_both.house


@contextmanager
def away(house: House) -> Iterator[None]:
    """Take the database away for a while: the file of SQLite, the connections of PostgreSQL."""
    name = house.database.url.database
    if house.database.dialect == "postgresql":
        tell(house, f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
        ours = f"pg_stat_activity WHERE datname = '{name}'"
        tell(house, f"SELECT pg_terminate_backend(pid) FROM {ours}")  # noqa: S608
        yield
        tell(house, f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')
        return
    path = Path(str(house.database.url.database))
    house.database.close()
    gone = path.with_name("gone.db")
    path.rename(gone)
    path.mkdir()
    try:
        yield
    finally:
        path.rmdir()
        gone.rename(path)


def tell(house: House, order: str) -> None:
    """Give the server of a database an order from outside that database."""
    engine = create_engine(
        house.database.url.set(database="postgres"), isolation_level="AUTOCOMMIT"
    )
    with engine.connect() as connection:
        connection.execute(text(order))
    engine.dispose()


def count(house: House, table: str) -> int:
    with house.database.reading() as session:
        return int(session.scalar(text(f"SELECT count(*) FROM {table}")) or 0)  # noqa: S608


def test_what_is_heard_meanwhile_is_kept_and_heard_in_order_afterwards(
    house_on_both: House,
) -> None:
    house = house_on_both
    with away(house):
        kept = [outage.hear_or_keep(house, inbound(f"text {n}", n)) for n in range(3)]
        assert kept == [Outage(None, kept=True)] * 3
        assert outage.waiting(house) == (3, 0)
        with pytest.raises(OperationalError):
            outage.drain(house)
        assert outage.waiting(house) == (3, 0)
    assert outage.drain(house) == 0
    assert outage.waiting(house) == (0, 0)
    assert count(house, "inbound") == 3
    assert count(house, "message WHERE state <> 'expired'") == 0, "what comes late gets no reply"


def test_her_next_turn_comes_after_what_waited_and_is_answered(house: House) -> None:
    with away(house):
        outage.hear_or_keep(house, inbound("JACARANDA", 1))
    answered = outage.hear_or_keep(house, inbound("JACARANDA", 2))
    assert isinstance(answered, Hearing)
    assert answered.outcome is Heard.ANSWERED
    assert outage.waiting(house) == (0, 0)
    assert (count(house, "inbound"), count(house, "message WHERE body IS NOT NULL")) == (2, 1)


def test_a_repeat_of_what_was_drained_changes_nothing(house: House) -> None:
    with away(house):
        outage.hear_or_keep(house, inbound("JACARANDA", 1))
    outage.drain(house)
    again = outage.hear_or_keep(house, inbound("JACARANDA", 1))
    assert isinstance(again, Hearing)
    assert again.outcome is Heard.REPEATED
    assert count(house, "inbound") == 1


def test_a_crash_between_commit_and_removal_only_repeats(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    with away(house):
        outage.hear_or_keep(house, inbound("he has a knife help me now", 1))
    with monkeypatch.context() as broken:
        broken.setattr("bots.spool.Spool.drop", _power_cut)
        with pytest.raises(KeyboardInterrupt):
            outage.drain(house)
    assert count(house, "alarm") == 1
    assert outage.waiting(house) == (1, 0)
    assert outage.drain(house) == 0
    assert (count(house, "inbound"), count(house, "alarm")) == (1, 1)


def test_danger_kept_meanwhile_stands_red_afterwards(house: House) -> None:
    with away(house):
        said = outage.hear_or_keep(house, inbound("he has a knife help me now", 1))
    assert said == Outage(
        "This is Marigold Line. We cannot answer now. Fast help: call 10111."
        " Please write again later.",
        kept=True,
    )
    assert count(house, "alarm") == 0
    outage.drain(house)
    assert count(house, "alarm") == 1


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("me va a matar ayuda", "es"),
        ("SOS", "en"),
        ("P near the market", "en"),
        ("X", None),
        ("STOP", None),
        ("hello", None),
        ("JACARANDA", None),
        ("1", None),
        ("", None),
    ],
)
def test_only_danger_gets_the_line(house: House, said: str, language: str | None) -> None:
    public = stateless.recall(house)
    assert public is not None
    assert stateless.heard_danger(said, public) == language
    found = stateless.line_for(house, inbound(said, 1))
    assert (found is None) == (language is None)


def test_the_provider_s_own_answer_to_help_is_not_repeated(house: House) -> None:
    assert stateless.line_for(house, replace(inbound("HELP", 1), opt_out="HELP")) is None


def test_the_public_settings_lie_sealed(house: House) -> None:
    sealed = (house.settings.var_dir / "outage.sealed").read_bytes()
    assert b"Marigold" not in sealed
    assert b"10111" not in sealed


def test_without_settings_the_line_is_silent_and_still_keeps(house: House) -> None:
    (house.settings.var_dir / "outage.sealed").unlink()
    with away(house):
        kept = outage.hear_or_keep(house, inbound("he has a knife help me now", 1))
    assert kept == Outage(None, kept=True)


def test_if_nothing_can_be_kept_the_provider_is_told_so(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bots.spool.os.fsync", _disk_full)
    with away(house):
        lost = outage.hear_or_keep(house, inbound("JACARANDA", 1))
    assert isinstance(lost, Outage)
    assert not lost.kept
    assert outage.waiting(house) == (0, 0)


def test_what_cannot_be_opened_is_put_aside_and_stops_nobody(house: House) -> None:
    with away(house):
        outage.hear_or_keep(house, inbound("JACARANDA", 1))
        outage.hear_or_keep(house, inbound("JACARANDA", 2))
    folder = house.settings.var_dir / "spool"
    first = min(path for path in folder.iterdir() if "." not in path.name)
    first.write_bytes(b"damaged")
    assert outage.drain(house) == 0
    assert outage.waiting(house) == (0, 1)
    assert count(house, "inbound") == 1


def test_one_that_the_database_refuses_holds_up_nobody(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    with away(house):
        for number in range(3):
            outage.hear_or_keep(house, inbound("JACARANDA", number))
    real = conversation.hear

    def hear(house: House, message: Inbound) -> Hearing:
        if message.message_id.endswith("0"):
            raise IntegrityError("", None, ValueError())
        return real(house, message)

    monkeypatch.setattr("bots.outage.hear", hear)
    assert outage.drain(house) == 1
    assert count(house, "inbound") == 2
    for _ in range(2):
        outage.drain(house)
    assert outage.waiting(house) == (0, 1)


def test_a_locked_database_costs_nobody_her_message(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kernel.db._BUSY_SECONDS", 0.1)
    house.database.close()
    house.database = Database.open(str(house.database.url))
    other = sqlite3.connect(str(house.database.url.database), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    kept = outage.hear_or_keep(house, inbound("he has a knife help me now", 1))
    assert isinstance(kept, Outage)
    assert kept.kept
    other.execute("ROLLBACK")
    other.close()
    assert outage.drain(house) == 0
    assert count(house, "alarm") == 1


def test_while_the_database_comes_and_goes_each_is_heard_once_and_in_order(house: House) -> None:
    phones = [Address.parse(f"+1555014{n:04d}") for n in range(4)]
    said = [inbound("JACARANDA", n, phones[n % 4]) for n in range(24)]
    for start in range(0, 24, 8):
        with away(house):
            for one in said[start : start + 5]:
                outage.hear_or_keep(house, one)
        for one in said[start + 5 : start + 8]:
            outage.hear_or_keep(house, one)
    outage.drain(house)
    assert outage.waiting(house) == (0, 0)
    assert count(house, "inbound") == 24
    for phone in phones:
        with house.database.reading() as session:
            thread = practice_phones.thread(session, house.keyring, phone)
        heard = [one for one in thread if one.direction == "in"]
        assert len(heard) == 6


def test_settings_are_written_again_when_they_change(house: House, clock: StoppedClock) -> None:
    before = stateless.recall(house)
    with house.database.unit_of_work() as session:
        session.execute(
            text("UPDATE programme SET settings = json_set(settings, '$.emergency', '112')")
        )
    stateless.refresh(house)
    assert stateless.recall(house) == before, "it looks once a minute"
    clock.advance(minutes=2)
    stateless.refresh(house)
    after = stateless.recall(house)
    assert after is not None
    assert after.emergency == "112"


def _power_cut(*_: object) -> None:
    raise KeyboardInterrupt


def _disk_full(_: int) -> None:
    raise OSError(28, "no space left on device")
