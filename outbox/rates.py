"""How fast each sender may send, in segments a second, and how a lane fills up again; pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from kernel.segments import measure
from kernel.settings import read_pairs
from kernel.vocabulary import Address, Channel

# The providers' public figures for one usual sender; UNDERTONE_SEND_RATES says what yours may.
DEFAULTS: Final[Mapping[str, float]] = {
    "twilio:sms": 1.0,
    "twilio:whatsapp": 10.0,
    "meta:whatsapp": 80.0,
    "africastalking:sms": 10.0,
}
_ELSE: Final = 1.0


@dataclass(frozen=True)
class Lane:
    """Holds how much a sender may send now; below nothing it owes time."""

    name: str
    tokens: float
    filled_at: datetime
    held_until: datetime | None = None
    strikes: int = 0

    def filled(self, rate: float, now: datetime) -> float:
        """Returns what may be sent now; a clock that went back takes nothing away."""
        passed = max((now - self.filled_at).total_seconds(), 0.0)
        return min(depth(rate), self.tokens + rate * passed)

    def is_held(self, now: datetime) -> bool:
        """Says whether the provider asked for a pause that is not over."""
        return self.held_until is not None and self.held_until > now

    def takes_urgent(self, rate: float, now: datetime) -> bool:
        """Says whether an answer may go now."""
        return not self.is_held(now) and self.filled(rate, now) > 0

    def takes_bulk(self, rate: float, now: datetime) -> bool:
        """Says whether what can wait may go now: only from a lane that owes nobody anything."""
        return not self.is_held(now) and self.filled(rate, now) >= depth(rate)


def depth(rate: float) -> float:
    """Returns how much may go at once after a rest: one second's worth, one segment at least."""
    return max(rate, 1.0)


def lane_of(via: str, address: Address) -> str:
    """Names the lane of a message: one for each provider and channel."""
    return f"{via}:{address.channel.value}"


def rate_of(rates: Mapping[str, float], lane: str) -> float:
    """Returns the segments a second of a lane."""
    return rates.get(lane, _ELSE)


def segments_of(address: Address, text: str) -> int:
    """Returns what a text costs: its segments on SMS, one elsewhere."""
    return max(measure(text).segments, 1) if address.channel is Channel.SMS else 1


def read_rates(written: str) -> Mapping[str, float]:
    """Reads the setting over the defaults."""
    return {**DEFAULTS, **{name: float(rate) for name, rate in read_pairs(written).items()}}
