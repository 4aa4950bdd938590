from __future__ import annotations

import pytest

from kernel.vocabulary import Address
from outbox.carrier import Rejected
from outbox.errors import What
from outbox.switchboard import Switchboard
from tests.outbox.makers import (
    RecordingCarrier,
)
from tests.outbox.meta_makers import outgoing


def test_each_message_goes_the_way_she_wrote_and_no_other() -> None:
    twilio, meta = RecordingCarrier(), RecordingCarrier()
    board = Switchboard({"twilio": twilio, "meta": meta})
    board.send(outgoing(), 60)
    assert (len(twilio.sent), len(meta.sent)) == (0, 1)
    alone = Switchboard({"twilio": twilio})
    assert alone.send(outgoing(), 60) == Rejected("no_carrier", What.PAGE_OPERATOR)
    assert twilio.sent == []


@pytest.mark.parametrize("written", ["drill:7f3a", "ussd:+15550100"])
def test_a_drill_and_a_dialled_screen_reach_no_carrier(written: str) -> None:
    meta = RecordingCarrier()
    refused = Switchboard({"meta": meta}).send(outgoing(Address.parse(written)), 60)
    assert isinstance(refused, Rejected)
    assert meta.sent == []
