"""What stands on the screen of a practice phone."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bots.phonebook import Person
from kernel.segments import Measure, measure
from kernel.vocabulary import Address, Channel
from outbox import practice
from outbox.practice import PracticeText
from pathway.desk import Desk

_ON_A_LOCKED_SCREEN = 3


@dataclass(frozen=True)
class Bubble:
    """Holds one text as it stands on the screen."""

    sequence: int
    hers: bool
    body: str
    at: str
    measured: Measure
    buttons: tuple[str, ...]


@dataclass(frozen=True)
class Phone:
    """Holds one phone of the page: whose it is and what is on it."""

    person: Person
    bubbles: tuple[Bubble, ...]
    now: str

    @property
    def on_whatsapp(self) -> bool:
        """Says which look the phone has."""
        return self.person.address.channel is Channel.WHATSAPP

    @property
    def glance(self) -> tuple[Bubble, ...]:
        """Returns the newest texts she was sent, as a locked phone shows them."""
        sent = [one for one in self.bubbles if not one.hers]
        return tuple(reversed(sent[-_ON_A_LOCKED_SCREEN:]))


def texts_of(desk: Desk, address: Address, *, both_channels: bool) -> tuple[PracticeText, ...]:
    """Returns a person's texts in order; a bare number may have texts on both channels."""
    texts = practice.thread(desk.session, desk.keyring, address)
    if both_channels and address.scheme == "tel":
        other = Address("whatsapp", address.id)
        texts = (*texts, *practice.thread(desk.session, desk.keyring, other))
    return tuple(sorted(texts, key=lambda text: text.sequence))


def phone_of(desk: Desk, person: Person) -> Phone:
    """Lays out one person's phone, with the times of the programme's city."""
    zone = ZoneInfo(desk.programme.timezone)
    texts = texts_of(desk, person.address, both_channels=False)
    now = f"{desk.now.astimezone(zone):%H:%M}"
    return Phone(person, tuple(_bubble(text, zone) for text in texts), now)


def as_json(text: PracticeText) -> dict[str, object]:
    """Returns a text as scripts read it."""
    return {
        "direction": text.direction,
        "channel": text.channel.value,
        "body": text.body,
        "segments": text.segments,
        "at": text.at.isoformat(),
    }


def _bubble(text: PracticeText, zone: ZoneInfo) -> Bubble:
    return Bubble(
        sequence=text.sequence,
        hers=text.direction == "in",
        body=text.body,
        at=f"{text.at.astimezone(zone):%H:%M}",
        measured=measure(text.body),
        buttons=text.buttons,
    )
