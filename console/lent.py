"""What other doors lend to these pages; the composition root hands it over."""

from collections.abc import Callable
from typing import cast

from flask import current_app

from kernel.programme import Programme
from kernel.vocabulary import Channel
from pathway.gate import Lent


def gate_lent() -> Lent:
    """Returns what the gate has to know of languages, wording, coded words and drills."""
    return cast("Lent", current_app.extensions["gate"])


def first_line() -> Callable[[Programme, str, Channel], str]:
    """Returns what says the neutral line that may go to her first."""
    return cast("Callable[[Programme, str, Channel], str]", current_app.extensions["first_line"])
