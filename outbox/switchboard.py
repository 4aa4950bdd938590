"""Connects each message to the carrier of the provider she wrote through; to no other."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kernel.vocabulary import Channel
from outbox.carrier import Carrier, Outcome, Rejected
from outbox.errors import What
from outbox.model import Outgoing

DRILL_SCHEME: Final = "drill"


@dataclass(frozen=True)
class Switchboard:
    """Is a carrier made of carriers; what is for an invented survivor reaches none of them."""

    carriers: Mapping[str, Carrier]
    repeatable: bool = False

    def send(self, outgoing: Outgoing, seconds_left: float) -> Outcome:
        """Hands a message to the carrier it belongs to; another never stands in for it."""
        if outgoing.address.scheme == DRILL_SCHEME:
            return Rejected("no_drill", What.UNKNOWN)
        if outgoing.address.channel is Channel.USSD:
            # A screen was shown in its own answer; a session leaves no thread to write to.
            return Rejected("no_thread", What.UNKNOWN)
        carrier = self.carriers.get(outgoing.via)
        if carrier is None:
            return Rejected("no_carrier", What.PAGE_OPERATOR)
        return carrier.send(outgoing, seconds_left)
