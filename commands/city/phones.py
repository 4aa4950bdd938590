"""The phones of practice responders without an account."""

import json
from collections.abc import Mapping
from uuid import UUID

from sqlalchemy.orm import Session

from commands.city.organizations import ORGANIZATIONS
from commands.founding import Founded
from kernel.ids import new_id, random_bytes
from kernel.vocabulary import Channel
from pathway.notice import address_place
from referral.link_store import Responder, save_responder
from vault.pins import enrol_pin
from vault.sealing import pack, seal


def put_phones(
    session: Session, founded: Founded, organizations: Mapping[str, UUID]
) -> list[dict[str, str]]:
    """Enrols a phone and a PIN for each organization that answers by link."""
    told = []
    by_link = [one for one in ORGANIZATIONS if one.answers_by == "link"]
    for number, one in enumerate(by_link, start=1):
        address = f"+1555018{number}"
        pin = f"{int.from_bytes(random_bytes(3)) % 10**6:06d}"
        save_responder(session, _responder(founded, organizations[one.slug], address, pin))
        told.append({"organization": one.name, "address": address, "channel": "sms", "pin": pin})
    return told


def _responder(founded: Founded, organization_id: UUID, address: str, pin: str) -> Responder:
    record = enrol_pin(pin)
    blank = Responder(new_id(), organization_id, Channel.SMS, b"", record.salt, record.verifier)
    place = address_place(founded.programme.id, blank)
    who = json.dumps({"address": address, "token": ""}).encode()
    sealed = pack(seal(founded.keys.web.sender_public, place, who))
    return Responder(blank.id, organization_id, Channel.SMS, sealed, record.salt, record.verifier)
