"""Workers are killed in the middle of sending: nothing goes twice and nothing is forgotten."""

from __future__ import annotations

import subprocess
import sys
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path

from sqlalchemy import text

from kernel.clock import StoppedClock, SystemClock
from outbox.dispatch import run_once
from outbox.twilio import TwilioCarrier
from tests.databases import ROOT
from tests.outbox.makers import KEYS, PostRoom, queue_message
from tests.outbox.test_twilio import settings
from tests.standins.provider import Provider

MESSAGES = 12


def test_kill_9_repeats_nothing(
    room: PostRoom, provider: Provider, tmp_path: Path, database_url: str
) -> None:
    room.clock = StoppedClock(SystemClock().now())
    for number in range(MESSAGES):
        queue_message(room, f"text {number}", lives=timedelta(hours=1))
    keyring = tmp_path / "jobs.keyring"
    KEYS.jobs.save(keyring)
    provider.next = ["hang", "take", "take", "hang", "take", "hang"]
    for _ in range(3):
        _kill_while_it_hangs(provider, database_url, keyring)
    with room.database.unit_of_work() as session:
        session.execute(
            text("UPDATE message SET lease_until = :then WHERE lease_until IS NOT NULL"),
            {"then": "2020-01-01 00:00:00.000000+00:00"},
        )
    while run_once(room, TwilioCarrier.of(settings(provider)), "last"):
        pass
    asked = Counter(form["Body"] for form in provider.asked)
    assert max(asked.values()) == 1
    with room.database.reading() as session:
        states = Counter(session.execute(text("SELECT state FROM message")).scalars())
    assert states == {"maybe_sent": 3, "accepted": MESSAGES - 3}


def _kill_while_it_hangs(provider: Provider, database_url: str, keyring: Path) -> None:
    until = provider.next.index("hang") + 1
    already = len(provider.asked)
    worker = subprocess.Popen(  # noqa: S603 - this project's own worker
        [
            sys.executable, "-m", "tests.outbox.worker", database_url, str(keyring),
            provider.address,
        ],
        cwd=ROOT,
    )  # fmt: skip
    deadline = time.monotonic() + 30
    while len(provider.asked) < already + until and time.monotonic() < deadline:
        time.sleep(0.01)
    worker.kill()
    worker.wait()
    assert len(provider.asked) == already + until
