"""Which providers of this house carry a channel; pure."""

from collections.abc import Mapping
from typing import Final

from kernel.settings import Settings
from kernel.vocabulary import Channel

_CARRY: Final[Mapping[str, frozenset[Channel]]] = {
    "twilio": frozenset({Channel.SMS, Channel.WHATSAPP}),
    "meta": frozenset({Channel.WHATSAPP}),
    "africastalking": frozenset({Channel.SMS}),
}


def ways(settings: Settings, channel: Channel) -> tuple[str, ...]:
    """Returns the providers with an account that carry a channel; in practice there is none."""
    accounts = {
        "twilio": settings.twilio_account_sid,
        "meta": settings.meta_phone_number_id,
        "africastalking": settings.at_username,
    }
    found = [name for name, account in accounts.items() if account] or ["twilio"]
    return tuple(name for name in found if channel in _CARRY[name])
