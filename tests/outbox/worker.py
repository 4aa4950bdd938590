"""A worker process for the killing test: sends through a provider until it is killed."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from kernel.clock import SystemClock
from kernel.db import Database
from kernel.ids import new_token
from kernel.settings import Settings
from outbox.dispatch import run_once
from outbox.twilio import TwilioCarrier
from vault.keyring import JobsKeyring


class Room:
    def __init__(self, settings: Settings) -> None:
        self.database = Database.open(settings.database_url)
        self.clock = SystemClock()
        self.jobs_keyring = JobsKeyring.load(settings.jobs_keyring)


def main(database_url: str, keyring: str, provider: str) -> None:
    settings = Settings.load(
        database_url=database_url, jobs_keyring_file=Path(keyring), twilio_account_sid="AC1",
        twilio_auth_token="token", twilio_sms_from="+15550190", twilio_api_url=provider,
    )  # fmt: skip
    room, carrier, owner = Room(settings), TwilioCarrier.of(settings), new_token()
    while True:
        if not run_once(room, carrier, owner):
            time.sleep(0.02)


if __name__ == "__main__":
    main(*sys.argv[1:])
