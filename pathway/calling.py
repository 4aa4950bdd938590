"""Where a member is called on shift: she gives a number, and only the outbox opens it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

import phonenumbers
from sqlalchemy.orm import Session

from kernel.programme import Programme
from kernel.settings import Settings
from kernel.vocabulary import Address, Channel
from outbox import store as outbox
from outbox.model import Kind, SealedAddress
from outbox.practice import LINE_SMS, is_invented
from pathway.desk import Desk
from staff import call_store
from staff.access import Action, Identity, may
from staff.model import CallNumber
from staff.store import journal
from vault.keyring import JobsKeyring, WebKeyring
from vault.sealing import Place, pack, seal_json

CHANNELS: Final = (Channel.SMS, Channel.WHATSAPP)
LIVES: Final = timedelta(minutes=10)
REST: Final = timedelta(minutes=1)
_SCHEMES: Final = {Channel.SMS: "tel", Channel.WHATSAPP: "whatsapp"}

# What a call says, given the line's name and a language; a door lends it.
Words = Callable[[str, str], str]


@dataclass(frozen=True)
class Given:
    """Says that a member is called there from now on."""


@dataclass(frozen=True)
class NotTaken:
    """Says why not: not_allowed, not_a_number, not_invented, the_line, no_number, too_soon."""

    reason: str


@dataclass(frozen=True)
class Caller:
    """Holds what calling members needs; either process has it, with its own keyring."""

    session: Session
    now: datetime
    programme: Programme
    keyring: WebKeyring | JobsKeyring
    settings: Settings


def may_be_called(identity: Identity) -> bool:
    """Says whether somebody reads red items; nobody else is called for them."""
    return may(identity, Action.SEE_TODAY)


def give_number(
    desk: Desk, settings: Settings, who: Identity, written: str, channel: Channel, language: str
) -> Given | NotTaken:
    """Keeps a member's number, sealed to the sender key, with its last two digits to know it by."""
    if not may_be_called(who):
        return NotTaken("not_allowed")
    address = read_number(desk.programme, settings, written, channel)
    if isinstance(address, NotTaken):
        return address
    place = address_place(desk.programme, who.organization_id, who.member_id)
    sealed = pack(
        seal_json(desk.keyring.sender_public, place, {"address": str(address), "token": ""})
    )
    number = CallNumber(who.member_id, channel, address.id[-2:], language, sealed)
    call_store.set_number(desk.session, number)
    journal(desk.session, "call.given", who.member_id, None, None, desk.now)
    return Given()


def take_back(desk: Desk, who: Identity) -> None:
    """Erases a member's number."""
    if call_store.forget_number(desk.session, who.member_id):
        journal(desk.session, "call.taken_back", who.member_id, None, None, desk.now)


def try_number(desk: Desk, settings: Settings, who: Identity, words: Words) -> Given | NotTaken:
    """Sends a member a test text to the number she gave, once a minute at most."""
    number = call_store.number_of(desk.session, who.member_id)
    if number is None:
        return NotTaken("no_number")
    if not call_store.note_tried(desk.session, who.member_id, desk.now, desk.now - REST):
        return NotTaken("too_soon")
    caller = Caller(desk.session, desk.now, desk.programme, desk.keyring, settings)
    send(caller, who.organization_id, number, words)
    return Given()


def send(caller: Caller, organization_id: UUID, number: CallNumber, words: Words) -> UUID:
    """Queues one text to a member: the same words always, and nothing of why."""
    place = address_place(caller.programme, organization_id, number.member_id)
    return outbox.enqueue(
        caller.session,
        caller.keyring,
        kind=Kind.PAGE,
        address=SealedAddress(place, number.address),
        text=words(caller.programme.line, number.language),
        contact_token="",
        now=caller.now,
        expires_at=caller.now + LIVES,
        via=provider_of(caller.settings, number.channel),
        template=number.language,
    )


def read_number(
    programme: Programme, settings: Settings, written: str, channel: Channel
) -> Address | NotTaken:
    """Reads a number with its country code; practice takes invented ones only."""
    try:
        parsed = phonenumbers.parse(written, None)
    except phonenumbers.NumberParseException:
        return NotTaken("not_a_number")
    plain = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    address = Address(_SCHEMES[channel], plain)
    if programme.practice and not is_invented(address):
        return NotTaken("not_invented")
    if not programme.practice and not phonenumbers.is_valid_number(parsed):
        return NotTaken("not_a_number")
    return NotTaken("the_line") if plain in _own_numbers(programme, settings) else address


def provider_of(settings: Settings, channel: Channel) -> str:
    """Names the provider that staff are called through: the first with an account for a channel."""
    if channel is Channel.WHATSAPP:
        others = settings.meta_phone_number_id and not settings.twilio_whatsapp_from
        return "meta" if others else "twilio"
    return "africastalking" if settings.at_api_key and not settings.twilio_account_sid else "twilio"


def address_place(programme: Programme, organization_id: UUID, member_id: UUID) -> Place:
    """Names where a member's number rests."""
    return Place(programme.id, str(organization_id), "member_call", str(member_id), "address")


def _own_numbers(programme: Programme, settings: Settings) -> frozenset[str]:
    # A line that texts itself would hear a survivor in it.
    if programme.practice:
        return frozenset({LINE_SMS})
    senders = (settings.twilio_sms_from, settings.twilio_whatsapp_from, settings.at_sender)
    return frozenset((one or "").removeprefix("whatsapp:") for one in senders)
