from __future__ import annotations

from datetime import timedelta

import pytest

from kernel.settings import Settings
from kernel.vocabulary import Address
from outbox.rates import DEFAULTS, Lane, read_rates, segments_of
from tests.conftest import NOON
from tests.outbox.makers import (
    ASHA,
    ASHA_ON_WHATSAPP,
)
from tests.outbox.pacing import LONG


def test_a_clock_that_went_back_takes_nothing_away() -> None:
    lane = Lane("twilio:sms", 0.5, NOON)
    assert lane.filled(1.0, NOON - timedelta(hours=1)) == 0.5
    assert lane.filled(1.0, NOON + timedelta(hours=1)) == 1.0


def test_only_sms_is_weighed_in_segments() -> None:
    assert segments_of(ASHA, LONG) == 4
    assert segments_of(ASHA_ON_WHATSAPP, LONG) == 1
    assert segments_of(Address.parse("+15550100"), "ñ" + "щ" * 70) == 2


def test_the_setting_stands_over_the_defaults() -> None:
    rates = read_rates("twilio:sms=10, meta:whatsapp=500")
    assert rates == {**DEFAULTS, "twilio:sms": 10.0, "meta:whatsapp": 500.0}


@pytest.mark.parametrize("written", ["twilio:sms", "twilio:sms=fast", "twilio:sms=0", "=1"])
def test_a_setting_that_cannot_be_read_refuses_to_start(written: str) -> None:
    with pytest.raises(ValueError, match="send_rates"):
        Settings.load(send_rates=written)
