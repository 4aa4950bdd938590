"""The table of carriers: whichever providers the settings hold an account for."""

from collections.abc import Callable, Mapping
from typing import Final

from kernel.db import Database
from kernel.settings import Settings
from outbox.africastalking import AfricasTalkingCarrier
from outbox.carrier import Carrier
from outbox.forms import FormsInDatabase
from outbox.meta import MetaCarrier
from outbox.switchboard import Switchboard

Maker = Callable[[Settings, Database], Carrier | None]


def switchboard_of(settings: Settings, database: Database) -> Switchboard | None:
    """Builds a carrier for every provider with an account; None where there is none at all."""
    made = {name: make(settings, database) for name, make in MAKERS.items()}
    carriers = {name: carrier for name, carrier in made.items() if carrier is not None}
    return Switchboard(carriers) if carriers else None


def _twilio(settings: Settings, database: Database) -> Carrier | None:
    if not settings.twilio_account_sid:
        return None
    # The provider's library takes a second to load; a practice city never needs it.
    from outbox.twilio import TwilioCarrier  # noqa: PLC0415

    return TwilioCarrier.of(settings, forms=FormsInDatabase(database))


def _meta(settings: Settings, _: Database) -> Carrier | None:
    has_account = settings.meta_phone_number_id and settings.meta_access_token
    return MetaCarrier.of(settings) if has_account else None


def _africastalking(settings: Settings, _: Database) -> Carrier | None:
    has_account = settings.at_username and settings.at_api_key
    return AfricasTalkingCarrier.of(settings) if has_account else None


MAKERS: Final[Mapping[str, Maker]] = {
    "twilio": _twilio,
    "meta": _meta,
    "africastalking": _africastalking,
}
