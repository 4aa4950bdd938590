"""What stands on the screen of a practice phone."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bots.dialling import Session
from bots.phonebook import Person
from kernel.segments import Measure, measure
from kernel.vocabulary import Address, Channel
from outbox import practice
from outbox.practice import PracticeText
from pathway.desk import Desk

MOST_BUTTONS = 3
_ON_A_LOCKED_SCREEN = 3


@dataclass(frozen=True)
class Choice:
    """Holds one choice that can be tapped: what the line calls it, and what stands on it."""

    payload: str
    title: str


@dataclass(frozen=True)
class Bubble:
    """Holds one text as it stands on the screen."""

    sequence: int
    hers: bool
    body: str
    at: str
    measured: Measure
    choices: tuple[Choice, ...] = ()

    @property
    def in_list(self) -> bool:
        """Says whether the choices are rows of a list, because they are too many for buttons."""
        return len(self.choices) > MOST_BUTTONS


@dataclass(frozen=True)
class Phone:
    """Holds one phone of the page: whose it is and what is on it."""

    person: Person
    bubbles: tuple[Bubble, ...]
    now: str
    in_session: bool = False

    @property
    def on_ussd(self) -> bool:
        """Says whether the phone dials: then there is one screen, and no thread."""
        return self.person.address.channel is Channel.USSD

    @property
    def on_whatsapp(self) -> bool:
        """Says which look the phone has."""
        return self.person.address.channel is Channel.WHATSAPP

    @property
    def glance(self) -> tuple[Bubble, ...]:
        """Returns the newest texts she was sent, as a locked phone shows them."""
        sent = [one for one in self.bubbles if not one.hers and not self.on_ussd]
        return tuple(reversed(sent[-_ON_A_LOCKED_SCREEN:]))


def texts_of(desk: Desk, address: Address, *, both_channels: bool) -> tuple[PracticeText, ...]:
    """Returns a person's texts in order; a bare number may have texts on both channels."""
    texts = practice.thread(desk.session, desk.keyring, address)
    if both_channels and address.scheme == "tel":
        other = Address("whatsapp", address.id)
        texts = (*texts, *practice.thread(desk.session, desk.keyring, other))
    return tuple(sorted(texts, key=lambda text: text.sequence))


def phone_of(desk: Desk, person: Person, session: Session | None = None) -> Phone:
    """Lays out one person's phone, with the times of the programme's city."""
    zone = ZoneInfo(desk.programme.timezone)
    now = f"{desk.now.astimezone(zone):%H:%M}"
    if person.address.channel is Channel.USSD:
        return Phone(person, _dialled(session, now), now, session is not None and session.open)
    texts = texts_of(desk, person.address, both_channels=False)
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
        choices=tuple(Choice(*pair) for pair in text.choices),
    )


def _dialled(session: Session | None, now: str) -> tuple[Bubble, ...]:
    """Shows the one screen of a session; what was before it is nowhere on the phone."""
    if session is None or not session.screen:
        return ()
    return (Bubble(0, hers=False, body=session.screen, at=now, measured=measure(session.screen)),)
