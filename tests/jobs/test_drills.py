"""The jobs process lets drills go on through the inner door, and waits when nobody answers it."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import pytest

from jobs import drills
from kernel.clock import StoppedClock
from kernel.ids import new_id
from kernel.vocabulary import Address
from outbox.carrier import Accepted, Outcome, Rejected
from outbox.errors import What
from outbox.model import Outgoing
from pathway.drill_carrier import Apart, DrillCarrier
from pathway.drills import address_of
from reporting.drills import store
from reporting.drills.model import DrillState
from tests.conftest import NOON
from tests.drilling import ask, lines, seen
from tests.jobs.around import Around, around
from tests.practice import Practice


@pytest.fixture
def here(practice: Practice, clock: StoppedClock) -> Iterator[Around]:
    with around(practice, clock) as made:
        yield made


def test_a_drill_goes_on_from_process_to_process(here: Around, practice: Practice) -> None:
    drill_id = ask(practice)
    for expected in (["B1"], ["B1", "B2"]):
        drills.move(here.house, NOON)
        practice.app.extensions["clockwork"].send()
        assert lines(practice, drill_id) == expected
        here.clock.advance(seconds=5)
    assert seen(practice, drill_id).state is DrillState.RUNNING


def test_without_a_drill_nobody_is_asked_and_without_an_answer_it_waits(
    practice: Practice,
) -> None:
    # Nothing serves the address of this house.
    drills.move(practice.house, NOON)
    drill_id = ask(practice)
    drills.move(practice.house, NOON)
    assert seen(practice, drill_id).state is DrillState.PLANNED


class Elsewhere:
    """A carrier that reaches people, and notes whom."""

    repeatable = False

    def __init__(self) -> None:
        self.sent: list[Outgoing] = []

    def send(self, outgoing: Outgoing, seconds_left: float) -> Outcome:
        """Take what comes."""
        del seconds_left
        self.sent.append(outgoing)
        return Accepted("1")


def outgoing(address: Address, message_id: UUID | None = None) -> Outgoing:
    return Outgoing(message_id or new_id(), address, "Hello", NOON)


def test_what_is_said_to_a_drill_reaches_no_other_carrier(practice: Practice) -> None:
    drill_id = ask(practice)
    others = Elsewhere()
    own = DrillCarrier(practice.house.database, practice.house.clock, lambda *_: "B1")
    carrier = Apart(own, others)
    assert carrier.repeatable is False
    twice = new_id()
    for _ in range(2):
        sent = carrier.send(outgoing(address_of(drill_id), twice), 60)
        assert isinstance(sent, Accepted)
    assert lines(practice, drill_id) == ["B1"]
    for unknown in (address_of(new_id()), Address("drill", "+15550100")):
        assert carrier.send(outgoing(unknown), 60) == Rejected("no_drill", What.STOP_USING)
    assert others.sent == []
    assert isinstance(carrier.send(outgoing(Address("tel", "+15550100")), 60), Accepted)
    assert len(others.sent) == 1
    assert own.send(others.sent[0], 60) == Rejected("no_drill", What.STOP_USING)
    with practice.house.glance() as desk:
        assert len(store.replies(desk.session, drill_id)) == 1
