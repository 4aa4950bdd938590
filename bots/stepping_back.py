"""Back: to the question before, as long as nothing was agreed or sent meanwhile."""

from typing import Final

from bots.scripts.survivor import SURVIVOR
from bots.visit import Line, Reply, Visit

# Consents, cases and requests are not undone by a word that may mean many things.
ASKED_AGAIN: Final = frozenset({"B6", "B7", "B7a", "B7n", "B7b", "B8", "B10s", "W2", "W3"})


def remember(visit: Visit, before: str) -> None:
    """Remembers the question she has just answered, so that she can go back to it."""
    if before in ASKED_AGAIN and visit.state.step != before:
        visit.change(trail=(*visit.state.trail, before))


def go_back(visit: Visit) -> Reply:
    """Asks the question before once more, or the present one where there is none before it."""
    *trail, step = visit.state.trail or (visit.state.step,)
    visit.change(trail=tuple(trail), step=step, finished=False)
    return Line(SURVIVOR.steps[step].says)
