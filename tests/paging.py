"""Members who are called, as tests seat them, and what their practice phones show."""

from __future__ import annotations

from typing import Final

from sqlalchemy import delete

from console.calling import call_text
from kernel.vocabulary import Address, Channel
from outbox import practice as phone
from pathway import calling, paging
from pathway.calling import Given
from staff import store as staff
from staff.access import Identity
from staff.model import Member, Shift
from staff.rows import ShiftRow
from tests.practice import Practice

AMARA, LUCIA, RUTH = "Amara Okafor", "Lucia Ferrer", "Ruth Adler"
NUMBERS: Final = {AMARA: "+15550171", LUCIA: "+15550172", RUTH: "+15550173"}
TEXT: Final = "Marigold Line: please look at Today."
ALWAYS: Final = range(7)


def member(practice: Practice, name: str) -> Member:
    """Return a member by name."""
    with practice.house.glance() as desk:
        return next(one for one in staff.members(desk.session) if one.name == name)


def identity(practice: Practice, name: str) -> Identity:
    """Return a member as the pages know her."""
    return member(practice, name).identity


def called_at(
    practice: Practice, *names: str, channel: Channel = Channel.SMS, language: str = "en"
) -> None:
    """Let members give their numbers."""
    for name in names:
        who = identity(practice, name)
        with practice.house.desk() as desk:
            done = calling.give_number(
                desk, practice.house.settings, who, NUMBERS[name], channel, language
            )
        assert isinstance(done, Given)


def shifts(practice: Practice, *names: str, starts: str = "00:00", ends: str = "00:00") -> None:
    """Put these members, and nobody else, on the rota of every day."""
    ids = [member(practice, name).id for name in names]
    with practice.house.desk() as desk:
        desk.session.execute(delete(ShiftRow))
        for day in ALWAYS:
            for one in ids:
                shift = Shift(day, starts, ends, member_id=one)
                staff.add_shift(desk.session, desk.intake_id, shift)


def tick(practice: Practice) -> int:
    """Call whoever is to be called now, and let the outbox send it."""
    house = practice.house
    texts = paging.page_unopened(house, house.clock.now(), call_text)
    practice.app.extensions["clockwork"].send()
    return texts


def texts(practice: Practice, name: str) -> list[str]:
    """Return what came on a member's practice phone."""
    address = Address("tel", NUMBERS[name])
    with practice.house.glance() as desk:
        return [one.body for one in phone.thread(desk.session, desk.keyring, address)]


def counts(practice: Practice) -> tuple[int, int, int]:
    """Return how often each of the three was called."""
    return (
        len(texts(practice, AMARA)),
        len(texts(practice, LUCIA)),
        len(texts(practice, RUTH)),
    )
