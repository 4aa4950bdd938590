"""The danger path: which line answers a text while it is open. Pure; section 4.2 of the design."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bots.model import Circumstances
from bots.state import Danger
from bots.words import Command, CommandKind


@dataclass(frozen=True)
class News:
    """Says what people have done about a red item: opened it, answered it, closed it."""

    opened: bool = False
    closed: bool = False
    answer: str | None = None


@dataclass(frozen=True)
class PathTurn:
    """Says which line answers, and what is now known of the path; `human` shows their answer."""

    says: str
    danger: Danger


_BY_LETTER = {"P": "B5p", "A": "B5a", "N": "B5n"}


def open_line(circumstances: Circumstances) -> str:
    """Returns the line that opens the path."""
    if not circumstances.on_shift:
        return "B4f"
    return "B4m" if circumstances.modes_off else "B4"


def letter_of(command: Command | None, circumstances: Circumstances, standing: str = "") -> str:
    """Returns the letter a text asks with: P, A, N, or "off" for one whose mode is off.

    Where a letter stands already, words that only begin like another one take nothing back: "a la
    vuelta" is a place, and "n sei" is Portuguese for not knowing. P counts always.
    """
    if command is None or command.kind is not CommandKind.LETTER:
        return ""
    another = standing[:1] not in {"", command.code} and command.code != "P"
    if another and (command.soft or (command.code == "A" and command.rest)):
        return ""
    on = {"P": circumstances.police_on, "A": circumstances.ambulance_on, "N": True}
    return command.code if on[command.code] else f"{command.code} off"


def answer_path(
    danger: Danger,
    command: Command | None,
    text: str,
    circumstances: Circumstances,
    news: News,
    now: datetime,
    unopened_minutes: int,
) -> PathTurn:
    """Chooses the line for a text on the open path.

    Off shift nothing is offered that needs a person. A human answer goes before every other
    line but the first confirmation of a letter; a red item that nobody opened in time says so.
    """
    if not circumstances.on_shift:
        return PathTurn("human" if news.answer else "B4f", danger)
    letter = letter_of(command, circumstances, danger.letter)
    with_place = bool(command and command.rest)
    if letter and (letter[0] != danger.letter[:1] or (with_place and not danger.place_known)):
        return _letter(danger, letter, with_place)
    if news.answer:
        return PathTurn("human", danger)
    if not news.opened and now - danger.first_at >= timedelta(minutes=unopened_minutes):
        return PathTurn("B5u", danger)
    if text.strip() == "1" or letter:
        return PathTurn(_waiting(danger, circumstances, opened=news.opened), danger)
    return _place(danger, circumstances, opened=news.opened)


def _letter(danger: Danger, letter: str, with_place: bool) -> PathTurn:  # noqa: FBT001 - one caller
    known = replace(danger, letter=letter, place_known=danger.place_known or with_place)
    if letter.endswith("off"):
        return PathTurn("B5d", known)
    return PathTurn(_BY_LETTER[letter] if known.place_known else "B4w", known)


def _place(danger: Danger, circumstances: Circumstances, *, opened: bool) -> PathTurn:
    known = replace(danger, place_known=True)
    if danger.letter:
        first_place = not danger.place_known
        line = (
            _confirmation(danger) if first_place else _waiting(danger, circumstances, opened=opened)
        )
        return PathTurn(line, known)
    if circumstances.modes_off or danger.asked_letter:
        return PathTurn("B5n", replace(known, letter="N"))
    return PathTurn("B4q", replace(known, asked_letter=True))


def _confirmation(danger: Danger) -> str:
    return "B5d" if danger.letter.endswith("off") else _BY_LETTER[danger.letter]


def _waiting(danger: Danger, circumstances: Circumstances, *, opened: bool) -> str:
    if opened:
        return "B5s"
    if danger.letter:
        return _confirmation(danger) if danger.place_known else "B4w"
    return open_line(circumstances)
