"""Practice with a provider that can misbehave: real carriers, a fake provider, invented people."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from kernel.settings import Settings
from outbox.carrier import Accepted, Carrier, Outcome, Rejected
from outbox.errors import What
from outbox.model import Outgoing
from outbox.practice import is_invented

_HERE: Final = frozenset({"127.0.0.1", "::1", "localhost"})


def is_played(settings: Settings) -> bool:
    """Says whether every provider with an account is one on this machine, and there is one."""
    accounts = (
        (settings.twilio_account_sid, settings.twilio_api_url),
        (settings.meta_access_token, settings.meta_api_url),
        (settings.at_api_key, settings.at_api_url),
    )
    places = [address or "" for account, address in accounts if account]
    return bool(places) and all(urlsplit(place).hostname in _HERE for place in places)


@dataclass(frozen=True)
class Rehearsal:
    """Sends through the real carriers; what the provider took also shows on the practice phone."""

    real: Carrier
    phone: Carrier
    repeatable: bool = False

    def send(self, outgoing: Outgoing, seconds_left: float) -> Outcome:
        """Hands one message to a provider that nobody is behind."""
        if not is_invented(outgoing.address):
            return Rejected("real_address", What.STOP_USING)
        outcome = self.real.send(outgoing, seconds_left)
        if isinstance(outcome, Accepted):
            self.phone.send(outgoing, seconds_left)
        return outcome
