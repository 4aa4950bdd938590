"""Plays every transcript beside this file: plain text that a field worker can read and correct.

`>` is what a person sends, `<` what must arrive (lines joined by ` | `, nothing for silence),
`@` what happens around the phone. `{name}` in an answer remembers what stands there for later.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bots.conversation import hear
from kernel.clock import StoppedClock
from kernel.ids import new_id
from kernel.programme import save_programme
from kernel.vocabulary import Address, Inbound
from pathway import alarms, answering, casework, reading, today
from pathway.desk import Denied
from tests.makers import Phone, enter_as
from tests.practice import Practice

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*/*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_transcript(path: Path, practice: Practice) -> None:
    Player(practice).play(path.read_text(encoding="utf-8"))


def test_there_are_transcripts_in_both_languages() -> None:
    assert {path.parent.name for path in FILES} >= {"en", "es"}


class Player:
    """Plays one transcript against a practice house."""

    def __init__(self, practice: Practice) -> None:
        self.practice = practice
        self.phone = Phone(practice, "+15550130")
        self.known: dict[str, str] = {}
        self.acts: dict[str, Callable[[str], None]] = {
            "phone": self._phone,
            "wait": self._wait,
            "off shift": lambda _: self._shift(off=True),
            "on shift": lambda _: self._shift(off=False),
            "a person opens it": lambda _: self._open(),
            "a person answers:": self._answer,
            "a worker leaves:": self._leave,
            "the place declines:": self._decline,
            "every place declines:": self._decline_all,
            "it is set:": self._set,
            "it speaks:": self._speak,
            "a lost text is found:": self._recover,
        }

    def play(self, script: str) -> None:
        """Play line by line; what arrives must be exactly what is written."""
        arrived: list[str] = []
        for number, line in enumerate(script.splitlines(), start=1):
            mark, text = line[:1], line[2:].strip()
            if mark == ">":
                assert not arrived, f"line {number}: nobody expected {arrived}"
                arrived = self.phone.text(self._filled(text))
            elif mark == "<":
                self._compare(number, text, arrived)
            elif mark == "@":
                before = self.phone.newest()
                self._act(text)
                self.practice.app.extensions["clockwork"].send()
                arrived += self.phone.received(before)
        assert not arrived, f"at the end nobody expected {arrived}"

    def _compare(self, number: int, wanted: str, arrived: list[str]) -> None:
        came = arrived.pop(0).replace("\n", " | ") if arrived else ""
        pattern = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+?)", re.escape(wanted))
        found = re.fullmatch(pattern, came)
        assert found, f"line {number}\n  wanted: {wanted}\n  came:   {came}"
        self.known.update(found.groupdict())

    def _filled(self, text: str) -> str:
        return re.sub(r"\{(\w+)\}", lambda found: self.known[found[1]], text)

    def _act(self, text: str) -> None:
        name = next((name for name in self.acts if text.startswith(name)), None)
        assert name is not None, f"nobody knows how to: {text}"
        self.acts[name](text.removeprefix(name).strip())

    def _phone(self, address: str) -> None:
        self.phone = Phone(self.practice, address)
        assert not self.phone.received(), "a phone that was used before"

    def _wait(self, words: str) -> None:
        clock = self.practice.house.clock
        assert isinstance(clock, StoppedClock)
        amount, unit = words.split()
        minutes = {"minutes": 1, "hours": 60, "days": 1440}[unit]
        clock.advance(minutes=int(amount) * minutes)

    def _shift(self, *, off: bool) -> None:
        with self.practice.house.desk() as desk:
            save_programme(desk.session, replace(desk.programme, play_off_shift=off))

    def _open(self) -> None:
        reader = enter_as(self.practice, "caseworker")
        with self.practice.house.desk() as desk:
            for line in today.today(desk, reader).alarms:
                assert not isinstance(alarms.open_alarm(desk, reader, line.id), Denied)

    def _answer(self, text: str) -> None:
        reader = enter_as(self.practice, "caseworker")
        with self.practice.house.desk() as desk:
            line = today.today(desk, reader).alarms[0]
            assert not isinstance(alarms.answer_alarm(desk, reader, line.id, text), Denied)

    def _leave(self, text: str) -> None:
        reader = enter_as(self.practice, "caseworker")
        with self.practice.house.desk() as desk:
            line = reading.list_cases(desk, reader)[0]
            assert not isinstance(casework.leave_answer(desk, reader, line.id, text), Denied)

    def _set(self, name: str) -> None:
        with self.practice.house.desk() as desk:
            changed = type(desk.programme)(**{**vars(desk.programme), name: True})
            save_programme(desk.session, changed)

    def _speak(self, codes: str) -> None:
        spoken = tuple(codes.split())
        with self.practice.house.desk() as desk:
            known = replace(desk.programme, languages=spoken, default_language=spoken[0])
            save_programme(desk.session, known)

    def _recover(self, text: str) -> None:
        house = self.practice.house
        at = house.clock.now() - timedelta(minutes=5)
        sender = self.phone.address
        lost = Inbound("twilio", str(new_id()), sender, sender, text, at, recovered=True)
        hear(house, replace(lost, recipient=Address("tel", "+15550190")))

    def _decline_all(self, reason: str) -> None:
        for _ in range(3):
            self._decline(reason)

    def _decline(self, reason: str) -> None:
        for person in self.practice.demo["people"]:
            if person["role"] != "responder":
                continue
            reader = enter_as(self.practice, "responder", person["organization"])
            with self.practice.house.desk() as desk:
                for line in answering.requests(desk, reader):
                    if line.state == "sent":
                        answering.decline(desk, reader, line.id, reason)
                        return
