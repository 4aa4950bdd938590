"""Makes a carrier of Meta and messages for it."""

from __future__ import annotations

from kernel.ids import new_id
from kernel.settings import Settings
from kernel.vocabulary import Address
from outbox.carrier import Carrier
from outbox.meta import MetaCarrier
from outbox.model import Outgoing
from tests.conftest import NOON
from tests.outbox.makers import ASHA_ON_WHATSAPP


def carrier_of(address: str, **more: str) -> Carrier:
    given = Settings.load(
        meta_phone_number_id="106540352242922", meta_access_token="token", meta_api_url=address,
        meta_templates="en=good_time/en_US,es=buen_momento", **more,
    )  # fmt: skip
    return MetaCarrier.of(given, timeout=0.5)


def outgoing(
    address: Address = ASHA_ON_WHATSAPP, choices: int = 0, letters: int = 5, template: str = ""
) -> Outgoing:
    buttons = tuple((f"7:{at}", f"{at} ".ljust(letters, "x")) for at in range(1, choices + 1))
    return Outgoing(new_id(), address, "Is now a good time?", NOON, buttons, "meta", template)
