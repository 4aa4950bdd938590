"""Agreements on writing to her first, made and used as a worker does it."""

from __future__ import annotations

from datetime import date, time, timedelta

from sqlalchemy import select

from kernel.vocabulary import Address
from outbox import store as outbox
from outbox.rows import MessageRow
from pathway import reading, safe_contact
from pathway.contact_sight import Reach
from pathway.safe_contact import Wish
from pathway.views import CaseView
from reporting.cases import contact_store
from reporting.cases.agreed import Standing
from staff.signin import Entered
from tests.pathway.telling import ToldCase, decide, reader, tell
from tests.practice import Practice
from vault.pseudonym import contact_token, stretch

HERS = Address("tel", "+15550155")
LINE = "Hi, this is Marigold Line"
# The clock of a test stands at noon of Wednesday the eighteenth, in UTC.
TODAY = date(2026, 11, 18)


def wish(**other: object) -> Wish:
    """Return what she told a worker."""
    values: dict[str, object] = {
        "address": HERS, "via": "twilio", "language": "en", "weekdays": (2, 3),
        "starts": time(9), "ends": time(15), "until": TODAY + timedelta(days=7),
        "checked": True, "words": "not while he is home ocelot",
    }  # fmt: skip
    return Wish(**{**values, **other})  # type: ignore[arg-type]


def wrote(practice: Practice, address: Address = HERS) -> str:
    """Let a text of hers have come, and return the name of her contact."""
    token = contact_token(practice.house.keyring, stretch(address))
    with practice.house.desk() as desk:
        outbox.hear_contact(desk.session, token, address.channel, desk.now)
    return token


def agree(practice: Practice, told: ToldCase, who: Entered, **other: object) -> object:
    """Write down what she agreed to."""
    with practice.house.desk() as desk:
        return safe_contact.agree(desk, who, told.id, wish(**other))


def text_now(practice: Practice, told: ToldCase, who: Entered) -> object:
    """Write to her first, with the line that the house lends."""
    say = practice.app.extensions["first_line"]
    with practice.house.desk() as desk:
        programme = desk.programme
        return safe_contact.text_now(
            desk, who, told.id, lambda language, channel: say(programme, language, channel)
        )


def reach(practice: Practice, told: ToldCase, who: Entered) -> Reach:
    """Return how she may be reached, as her case shows it."""
    with practice.house.desk() as desk:
        found = reading.read_case(desk, who, told.code, "follow_up")
    assert isinstance(found, CaseView), found
    return found.reach


def standing(practice: Practice, told: ToldCase) -> tuple[Standing, bool]:
    """Return where the newest statement stands, and whether anything is left in it."""
    with practice.house.database.reading() as session:
        found = contact_store.newest(session, told.id)
    assert found is not None
    return found.state, found.held is not None


def lives(practice: Practice) -> list[timedelta]:
    """Return for how long each text that went first is worth sending."""
    ours = select(MessageRow.expires_at, MessageRow.queued_at).where(MessageRow.kind == "staff")
    with practice.house.database.reading() as session:
        return [row.expires_at - row.queued_at for row in session.execute(ours)]


def told_case(practice: Practice) -> tuple[ToldCase, Entered]:
    """Return a case and a worker, where staff may write first; she wrote a moment ago."""
    decide(practice, staff_first_on=True, timezone="UTC")
    wrote(practice)
    return tell(practice), reader(practice, "caseworker")
