"""Where somebody stands in the middle of everything: no field is at its default."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bots.state import Cover, Danger, State, Thread
from kernel.ids import new_id

NOW = datetime(2026, 11, 18, 12, 0, tzinfo=UTC)
DANGER = Danger(new_id(), b"\x00key", NOW, NOW, letter="P", place_known=True, asked_letter=True)
THREAD = Thread(new_id(), new_id(), b"\xffkey", "es", fresh=True)
FULL = State(
    language="es",
    step="B7",
    answers={"type": "threats", "when": ""},
    last_at=NOW,
    held=("uno", "dos ñ 🌻"),
    held_media=("g",),
    kept=True,
    report_id=new_id(),
    case_id=new_id(),
    need_id=new_id(),
    sequence=4,
    danger=DANGER,
    earlier_danger=Danger(new_id(), b"", NOW, NOW, showing=False),
    thread=THREAD,
    offers=("a", "b"),
    category="health",
    earlier_cases=("c",),
    opened_cases=("d",),
    opened_word=new_id(),
    opened_reports=("e",),
    turn=3,
    session="s",
    screens=("one", "two"),
    session_open=True,
    stopped_at=NOW,
    cover=Cover(NOW, 2),
    declined=("f",),
    trail=("B6",),
    child_told=True,
    word="bluelantern",
    wants_person=True,
    asked_now=True,
    letters_offered=True,
    last_said="B7",
    echo="x\nB7",
    echoes=2,
    confused=1,
    finished=True,
    unsent=new_id(),
    misses=2,
    checks=3,
    checks_since=NOW,
    checks_closed_until=NOW + timedelta(hours=24),
)
