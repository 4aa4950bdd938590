"""DELETE: said once it is explained, said again it is done; the words never tell what exists."""

from uuid import UUID

from bots import keeping, memory, walking
from bots.scripts.survivor import SURVIVOR
from bots.visit import Line, Reply, Visit
from bots.words import CommandKind
from pathway import erasure
from reporting.reports.model import AlarmKind

_ASKED = {"B25", "B25p"}


def delete(visit: Visit) -> Reply | None:
    """Row 8: clears after a second DELETE; any other text goes back to the question before."""
    again = visit.state.step in _ASKED
    if visit.command is None or visit.command.kind is not CommandKind.DELETE:
        return _asked_before(visit) if again and not visit.first else None
    if again:
        return _cleared(visit)
    proven = visit.circumstances.proven
    return walking.stand(visit, "B25p" if proven else "B25", **{"return": visit.state.step})


def _asked_before(visit: Visit) -> Reply | None:
    """Goes back to the question before; a text after the explanation answers neither."""
    step = visit.state.answers.get("return", "")
    visit.change(step=step, finished=step in SURVIVOR.steps and not SURVIVOR.steps[step].on)
    if (
        visit.command is not None
        or step not in SURVIVOR.steps
        or visit.state.finished
        or step == "B9r"
    ):
        return None
    return Line(SURVIVOR.steps[step].says)


def _cleared(visit: Visit) -> Reply:
    thread, desk = visit.state.thread, visit.desk
    visit.mark = "delete"
    if visit.circumstances.proven and thread is not None:
        reports = {thread.report_id, *map(UUID, visit.state.opened_reports)}
        ours = {thread.case_id} if thread.case_id is not None else set()
        memory.forget_word(desk, visit.writer, visit.state.opened_word)
        erasure.erase_now(desk, reports, ours.union(map(UUID, visit.state.opened_cases)))
        visit.end()
        visit.ends = True
        return Line("B25d")
    if visit.state.report_id is not None:
        # What opened no case, as of a bystander, gets none for being cleared.
        if visit.state.case_id is not None:
            keeping.call_about(visit, AlarmKind.DELETE)
        keeping.keep_turn(visit, "B25c", "")
        erasure.unlink_visit(desk, visit.state.report_id, visit.state.case_id)
    visit.danger = ""
    visit.end()
    visit.ends = True
    return Line("B25c")
