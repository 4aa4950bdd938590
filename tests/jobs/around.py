"""A practice house served to its own jobs process, with the fake provider on the other side."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from pydantic import SecretStr
from sqlalchemy import text
from werkzeug.serving import make_server

from commands.fakes.inbound import Written, receive
from commands.fakes.server import running
from commands.fakes.world import Accounts, World
from kernel.clock import StoppedClock
from pathway.desk import House
from tests.practice import Practice

ACCOUNT = "AC" + "0" * 32


@dataclass
class Around:
    """Holds the house and the provider; time stands still until a test moves it."""

    house: House
    world: World
    clock: StoppedClock

    def write(self, said: str, sender: str = "+15550142", **more: str) -> tuple[str, int]:
        """Has somebody write; returns the provider's id and the webhook's status (0: lost)."""
        message, status = receive(
            self.world, Written("twilio", sender, said, extra=(*more.items(),))
        )
        self.clock.advance(seconds=1)
        return message.sid, status

    def count(self, table: str) -> int:
        """Count the rows of a table."""
        with self.house.database.reading() as session:
            return int(session.scalar(text(f"SELECT count(*) FROM {table}")) or 0)  # noqa: S608


@contextmanager
def around(practice: Practice, clock: StoppedClock) -> Iterator[Around]:
    """Serve the house over loopback and point its settings at a fake provider."""
    server = make_server("127.0.0.1", 0, practice.app, threaded=True)
    here = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    token = practice.demo["twilio"]["auth_token"]
    world = World(Accounts(account_sid=ACCOUNT, auth_token=token), clock)
    world.deliver_to, world.public_url = here, practice.settings.public_url
    try:
        with running(world) as provider:
            house = practice.house
            house.settings = house.settings.model_copy(
                update={
                    "web_url": here,
                    "twilio_api_url": provider,
                    "twilio_account_sid": ACCOUNT,
                    "twilio_auth_token": SecretStr("token"),
                    "twilio_sms_from": "+15550190",
                    "twilio_whatsapp_from": "whatsapp:+15550190",
                }
            )
            yield Around(house, world, clock)
    finally:
        server.shutdown()
        thread.join()
    assert world.faults == []
