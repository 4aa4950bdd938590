"""Cover: her own word for it, and the lines about food that every text then gets."""

from datetime import timedelta

from bots import keeping
from bots.danger_rule import danger_kind
from bots.state import Cover
from bots.visit import Line, Reply, Visit
from bots.word_rule import SETTING, recall, recognise, show_waiting
from outbox import store as outbox
from reporting.reports import store as reports
from reporting.reports.model import AlarmKind

_IDLE = timedelta(hours=24)
_LINES = ("B12", "B12b", "B12c", "B12d", "B12e")


def under_cover(visit: Visit) -> Reply | None:
    """Row 3: while cover is on every text gets a line of it; her own word ends it."""
    cover = visit.state.cover
    if cover is not None and visit.desk.now - cover.last_at > _IDLE:
        leave(visit)
        visit.first, cover = True, None
    if cover is None:
        return _enter(visit)
    thread = recognise(visit)
    if thread is not None:
        leave(visit)
        visit.first = True
        return show_waiting(visit, thread)
    _raise_silently(visit)
    return _line(visit, cover.shown)


def leave(visit: Visit) -> None:
    """Ends cover: what people send may reach her again."""
    if visit.state.cover is not None:
        visit.change(cover=None, step="")
        outbox.set_paused(visit.desk.session, visit.writer.token, paused=False)


def _enter(visit: Visit) -> Reply | None:
    if visit.state.step in SETTING and not visit.first:
        return None
    found = recall(visit)
    if found is None or found.kind != "cover" or not visit.circumstances.cover_on:
        return None
    thread = found.threads[0]
    visit.end()
    visit.change(
        language=thread.language or visit.language,
        report_id=thread.report_id,
        case_id=thread.case_id,
        sequence=reports.next_sequence(visit.desk.session, thread.report_id) - 1,
    )
    # From now on her case says: do not contact, unsafe. Nothing is destroyed.
    outbox.set_paused(visit.desk.session, visit.writer.token, paused=True)
    visit.mark = "cover"
    keeping.call_about(visit, AlarmKind.UNSAFE)
    return _line(visit, 0)


def _raise_silently(visit: Visit) -> None:
    """Raises a red item for a human, without a sign of it on her phone."""
    if danger_kind(visit):
        keeping.call_about(visit, AlarmKind.COVER)


def _line(visit: Visit, shown: int) -> Line:
    visit.change(cover=Cover(visit.desk.now, shown + 1), step="cover", finished=True)
    return Line(_LINES[shown % len(_LINES)])
