"""The whole process, with a practice city's keys: it sends, ticks, and stops when told."""

from __future__ import annotations

import threading
import time
from datetime import datetime
from pathlib import Path

import pytest

from jobs import post
from jobs.ticker import ClockProcess
from kernel.clock import SystemClock
from kernel.db import Database
from kernel.programme import Programme, save_programme
from kernel.settings import Settings
from kernel.vocabulary import Address
from outbox import practice, store
from outbox.practice import PracticeCarrier
from outbox.switchboard import Switchboard
from outbox.twilio import TwilioCarrier
from pathway.desk import House
from vault.keyring import create_keyrings

ASHA = Address.parse("+15550100")


def founded(database: Database, var: Path, *, is_practice: bool, **given: str) -> House:
    keys = create_keyrings("city", practice=is_practice)
    settings = Settings.load(var_dir=var, **given)
    keys.web.save(settings.web_keyring)
    keys.jobs.save(settings.jobs_keyring)
    house = House(settings, SystemClock(), database)
    with database.unit_of_work() as session:
        save_programme(session, Programme("city", "City", "City Line", practice=is_practice))
    return house


def queue(house: House, text: str) -> None:
    with house.desk() as desk:
        store.enqueue(
            desk.session, desk.keyring, kind="reply", address=ASHA, text=text, contact_token="t",
            now=desk.now, expires_at=desk.now.replace(year=desk.now.year + 1),
        )  # fmt: skip


def shown(house: House) -> list[str]:
    with house.glance() as desk:
        return [text.body for text in practice.thread(desk.session, desk.keyring, ASHA)]


def test_practice_and_provider_are_told_apart(database: Database, tmp_path: Path) -> None:
    house = founded(database, tmp_path, is_practice=True, twilio_account_sid="AC1")
    assert isinstance(post.carrier_of(house), PracticeCarrier)


def test_a_city_has_the_provider_of_its_settings(database: Database, tmp_path: Path) -> None:
    house = founded(
        database, tmp_path, is_practice=False, twilio_account_sid="AC1", twilio_auth_token="t"
    )
    carrier = post.carrier_of(house)
    assert isinstance(carrier, Switchboard)
    assert set(carrier.carriers) == {"twilio"}
    assert isinstance(carrier.carriers["twilio"], TwilioCarrier)


def test_without_a_provider_nothing_starts(database: Database, tmp_path: Path) -> None:
    house = founded(database, tmp_path, is_practice=False)
    with pytest.raises(post.NoCarrier):
        post.carrier_of(house)


def test_once_runs_what_is_due_and_sends_what_waits(database: Database, tmp_path: Path) -> None:
    house, ran = founded(database, tmp_path, is_practice=True), []

    def alarms(_house: House, now: datetime) -> None:
        ran.append(now)

    clockwork = ClockProcess(house, {"alarms": alarms})
    queue(house, "one")
    queue(house, "two")
    assert "alarms" in clockwork.once()
    assert clockwork.once() == ()
    assert len(ran) == 1
    assert shown(house) == ["one", "two"]


def test_it_sends_within_a_second_and_stops_when_told(database: Database, tmp_path: Path) -> None:
    house, ticked = founded(database, tmp_path, is_practice=True), threading.Event()

    def alarms(_house: House, _now: datetime) -> None:
        ticked.set()

    stop = threading.Event()
    process = threading.Thread(target=ClockProcess(house, {"alarms": alarms}).run, args=(stop,))
    process.start()
    try:
        time.sleep(0.3)
        queue(house, "hello")
        deadline = time.monotonic() + 1
        while not shown(house) and time.monotonic() < deadline:
            time.sleep(0.02)
        assert shown(house) == ["hello"]
        assert ticked.wait(10)
    finally:
        stop.set()
        process.join(10)
    assert not process.is_alive()
