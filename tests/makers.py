"""Makers of what tests need often, with keyword defaults and no mazes of fixtures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyotp
from sqlalchemy import func, select

from bots.rehearsal import text_as
from kernel.clock import StoppedClock
from kernel.vocabulary import Address
from outbox import practice as phones
from outbox.rows import PracticeMessageRow
from staff.signin import Entered, SignedIn, resume, sign_in

if TYPE_CHECKING:
    from tests.practice import Practice


def enter_as(practice: Practice, role: str, organization: str = "") -> Entered:
    """Sign a person of a role in, as the console does, and hand out her open session."""
    person = next(
        one
        for one in practice.demo["people"]
        if one["role"] == role and organization in {"", one["organization"]}
    )
    house = practice.house
    clock = house.clock
    assert isinstance(clock, StoppedClock)
    # A code works once: time moves on for the next sign-in of the same person.
    clock.advance(seconds=30)
    code = pyotp.TOTP(person["totp_secret"]).at(clock.now())
    with house.desk() as desk:
        done = sign_in(
            desk.session, desk.keyring, desk.now, person["email"], person["password"], code
        )
    assert isinstance(done, SignedIn)
    with house.glance() as desk:
        entered = resume(desk.session, desk.keyring, desk.now, done.cookie)
    assert entered is not None
    return entered


class Phone:
    """A phone in somebody's hand: texts go through the webhook, answers through the outbox."""

    def __init__(self, practice: Practice, address: str) -> None:
        self._practice = practice
        self.address = Address.parse(address)

    def text(self, text: str) -> list[str]:
        """Send one text, let the outbox run, and return what arrived since."""
        before = self.newest()
        status = text_as(self._practice.app, self.address, text)
        assert status == 200
        self._practice.app.extensions["clockwork"].send()
        return self.received(before)

    def say(self, *texts: str) -> str:
        """Send texts one after another and return the last line that arrived."""
        last = ""
        for text in texts:
            arrived = self.text(text)
            last = arrived[-1] if arrived else ""
        return last

    def newest(self) -> int:
        """Return the number of the newest text that any phone has, opening none."""
        with self._practice.house.database.reading() as session:
            return session.scalar(select(func.max(PracticeMessageRow.sequence))) or 0

    def received(self, after: int = 0) -> list[str]:
        """Return every text that has arrived on this phone, or those after a number."""
        house = self._practice.house
        with house.database.reading() as session:
            thread = phones.thread(session, house.keyring, self.address, after)
        return [one.body for one in thread if one.direction == "out"]
