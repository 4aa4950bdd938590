"""Africa's Talking: SMS and dialled sessions (USSD), which prove nothing but know a secret path."""

from dataclasses import dataclass
from datetime import UTC, datetime
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from typing import ClassVar, Final, Self

from werkzeug.datastructures import MultiDict

from bots.channels.dialled import Ways, steps
from bots.channels.interface import (
    LARGEST,
    Answer,
    Asked,
    Found,
    NoRoad,
    Said,
    StatusEvent,
    number,
    told_at,
)
from kernel.ids import same
from kernel.settings import Settings
from kernel.vocabulary import Address, Inbound
from vault.rehearsing import practice_secret

PROVIDER: Final = "africastalking"
_WAYS = Ways()


@dataclass(frozen=True)
class AfricasTalking:
    """Holds the secret part of our addresses, and which machines may ask for them."""

    path_secret: str = ""
    allowed: tuple[IPv4Network | IPv6Network, ...] = ()

    name: ClassVar[str] = PROVIDER
    methods: ClassVar[frozenset[str]] = frozenset({"POST"})
    largest: ClassVar[int] = LARGEST

    @classmethod
    def of(cls, settings: Settings, practice: str | None) -> Self:
        """Takes the practice city's made-up secret, else the settings' own."""
        if practice is not None:
            return cls(practice_secret(practice, "africastalking path"))
        secret = settings.at_path_secret
        listed = settings.at_allowed_addresses.replace(",", " ").split()
        allowed = tuple(ip_network(one, strict=False) for one in listed)
        return cls("" if secret is None else secret.get_secret_value(), allowed)

    def verify(self, asked: Asked) -> bool:
        """Says whether the secret path was asked for, and by a machine on the list."""
        given = asked.road.partition("/")[0]
        if not self.path_secret or not same(given.encode(), self.path_secret.encode()):
            return False
        return not self.allowed or _is_within(asked.came_from, self.allowed)

    def parse(self, asked: Asked, now: datetime) -> Found:
        """Returns a text, a step of a session, or news of a message."""
        match asked.road.partition("/")[2]:
            case "sms":
                heard = read_text(asked.form, now)
            case "ussd":
                heard = read_step(asked.form, now)
            case "status":
                return (_news(asked.form),)
            case "events":
                # Tells what was typed and shown once more: nothing of it is wanted.
                return ()
            case _:
                return NoRoad()
        return () if heard is None else (heard,)

    def acknowledge(self, asked: Asked, said: Said) -> Answer:
        """Returns the screen of a session, and whether it goes on; a text is answered elsewhere."""
        if not asked.road.endswith("/ussd"):
            return Answer()
        return Answer(f"{'CON' if said.more else 'END'} {said.text}")


def read_text(form: MultiDict[str, str], now: datetime) -> Inbound | None:
    """Returns one text; an empty one is heard too."""
    message_id, sender = form.get("id", ""), number(form.get("from", ""))
    if not message_id or not sender:
        return None
    at, late = told_at(_read_time(form.get("date", "")), now)
    return Inbound(
        provider=PROVIDER,
        message_id=message_id,
        sender=Address("tel", sender),
        recipient=Address("tel", form.get("to", "")),
        text=form.get("text", ""),
        at=at,
        signed=False,
        recovered=late,
    )


def read_step(form: MultiDict[str, str], now: datetime) -> Inbound | None:
    """Returns one step of a session: what was typed last, under a name that a repeat shares."""
    session, sender = form.get("sessionId", ""), number(form.get("phoneNumber", ""))
    # The end of a session may be told at the same address; nothing was typed then.
    if not session or not sender or "text" not in form:
        return None
    way = form["text"]
    return Inbound(
        provider=PROVIDER,
        message_id=f"{session}:{steps(way)}",
        sender=Address("ussd", sender),
        recipient=Address("ussd", form.get("serviceCode", "")),
        text=_WAYS.newest(session, way),
        at=now,
        signed=False,
        session=session,
    )


def _news(form: MultiDict[str, str]) -> StatusEvent:
    to = number(form.get("phoneNumber", ""))
    return StatusEvent(
        provider=PROVIDER,
        our_id="",
        provider_id=form.get("id", ""),
        status=form.get("status", ""),
        error_code=form.get("failureReason") or None,
        recipient=Address("tel", to) if to else None,
    )


def _is_within(address: str, networks: tuple[IPv4Network | IPv6Network, ...]) -> bool:
    try:
        found = ip_address(address)
    except ValueError:
        return False
    return any(found in network for network in networks)


def _read_time(written: str) -> datetime | None:
    """Reads both ways of writing a time, `2026-11-21T10:00:00Z` and with a space, as UTC."""
    try:
        found = datetime.fromisoformat(written.strip())
    except ValueError:
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found
