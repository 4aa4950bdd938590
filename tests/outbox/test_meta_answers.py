from __future__ import annotations

import pytest

from outbox.carrier import Carrier, MaybeSent, Outcome, Rejected
from outbox.errors import What
from tests.outbox.meta_makers import carrier_of, outgoing
from tests.standins.provider import Provider


@pytest.fixture
def carrier(provider: Provider) -> Carrier:
    return carrier_of(provider.address)


@pytest.mark.parametrize(
    ("behaviour", "outcome"),
    [
        ("131026", Rejected("131026", What.STOP_USING)),
        ("131050", Rejected("131050", What.OPTED_OUT)),
        ("131009", Rejected("131009", What.FIX_CONTENT)),
        ("131047", Rejected("131047", What.NEEDS_TEMPLATE)),
        ("190", Rejected("190", What.PAGE_OPERATOR)),
        ("130429", Rejected("130429", What.SLOW_DOWN)),
        ("131056", Rejected("131056", What.RETRY)),
        ("999999", Rejected("999999", What.UNKNOWN)),
        ("429", Rejected("130429", What.SLOW_DOWN)),
        ("429:7", Rejected("130429", What.SLOW_DOWN, 7)),
        ("500", MaybeSent("131000")),
        ("taken", MaybeSent("131000")),
        ("garbage", MaybeSent("garbled")),
    ],
)
def test_an_answer_is_judged(
    provider: Provider, carrier: Carrier, behaviour: str, outcome: Outcome
) -> None:
    provider.next = [behaviour]
    assert carrier.send(outgoing(), 60) == outcome


@pytest.mark.parametrize("behaviour", ["hang", "reset", "slow:0.7"])
def test_silence_means_that_nobody_knows(
    provider: Provider, carrier: Carrier, behaviour: str
) -> None:
    provider.next = [behaviour]
    assert isinstance(carrier.send(outgoing(), 60), MaybeSent)
    assert len(provider.asked) == 1


def test_nobody_listening_proves_that_nothing_left() -> None:
    outcome = carrier_of("http://127.0.0.1:9").send(outgoing(), 60)
    assert outcome == Rejected("no_connection", What.RETRY)
