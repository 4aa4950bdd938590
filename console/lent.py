"""What other doors lend to these pages; the composition root hands it over."""

from typing import cast

from flask import current_app

from pathway.gate import Lent


def gate_lent() -> Lent:
    """Returns what the gate has to know of languages, wording, coded words and drills."""
    return cast("Lent", current_app.extensions["gate"])
