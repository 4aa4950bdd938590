"""Whatever stands and whatever is written: an answer or silence, never a fault."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bots import memory
from bots.scripts.survivor import SURVIVOR
from kernel.ids import new_id
from kernel.vocabulary import Address
from reporting.reports import store as reports
from tests.bots.talking import Talk
from tests.practice import Practice

TO_REQUEST = (
    "JACARANDA", "1", "2", "1", "1", "1", "1", "D3", "1", "1", "bluelantern", "2", "2", "1",
)  # fmt: skip
TEXTS = (
    "español", "العربية", "back", "DELETE", "no wait", "", "do I need papers?", "UNDO", "menu",
    "who is this?", "0", "9", "idk", "marmalade jar", "H", "1", "2", "x",
)  # fmt: skip
INNER = {"find", "walk_end"}


@pytest.mark.parametrize("text", TEXTS)
def test_no_text_is_a_fault_at_any_step(practice: Practice, text: str) -> None:
    talk = Talk(practice, Address("tel", "+15550161"))
    talk.say(*TO_REQUEST)
    reached = talk.state
    faults = []
    for name, step in SURVIVOR.steps.items():
        if name in INNER:
            continue
        answers = {**reached.answers, "return": "B7", "area1": "D1", "area2": "D1-N1"}
        stands = replace(reached, step=name, answers=answers, finished=not step.on, unsent=None)
        with practice.house.desk() as desk:
            assert reached.report_id is not None
            last = reports.next_sequence(desk.session, reached.report_id) - 1
            stands = replace(stands, sequence=last)
            memory.keep_state(desk, talk.writer, stands)
        try:
            talk.hear(text, message_id=str(new_id()))
        except Exception as error:  # noqa: BLE001 - each step is to be named
            faults.append((name, repr(error)))
    assert faults == []
