"""The providers by the name that stands in the address of their webhooks."""

from collections.abc import Mapping
from typing import Final

from bots.channels.africastalking import AfricasTalking
from bots.channels.interface import Provider
from bots.channels.meta import Meta
from bots.channels.twilio import Twilio

PROVIDERS: Final[Mapping[str, type[Provider]]] = {
    one.name: one for one in (Twilio, Meta, AfricasTalking)
}
