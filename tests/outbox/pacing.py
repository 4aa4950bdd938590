"""Queues messages in an order, and lets workers look once a second on a clock moved by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from outbox.dispatch import run_once
from tests.outbox.makers import (
    PostRoom,
    RecordingCarrier,
    queue_message,
)

SLOW: Mapping[str, float] = {"twilio:sms": 1.0}


LONG = "x" * 160 * 3


def queue(room: PostRoom, words: str, **more: Any) -> UUID:  # noqa: ANN401 - as the maker has it
    """Queues a message just after the one before."""
    room.clock.advance(seconds=0.001)
    return queue_message(room, words, **more)


def run(
    room: PostRoom, carrier: RecordingCarrier, seconds: int, workers: int = 1
) -> list[list[str]]:
    """Lets workers look once a second, and returns what left in each of the seconds."""
    left = []
    for _ in range(seconds):
        before = len(carrier.sent)
        for worker in range(workers):
            while run_once(room, carrier, f"w{worker}", rates=SLOW):
                pass
        left.append([one.text for one in carrier.sent[before:]])
        room.clock.advance(seconds=1)
    return left
