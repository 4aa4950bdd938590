"""UNDO: proven it ends what we were asking for her; unproven it pauses, and a worker is told."""

from uuid import UUID

from bots import keeping, walking
from bots.state import Thread
from bots.visit import Reply, Visit
from pathway import withdrawal
from reporting.reports.model import AlarmKind


def undo(visit: Visit) -> Reply:
    """Ends or pauses at once; the reply is the same whether or not anything exists."""
    return walking.stand(visit, "B24p" if take_back(visit) else "B24")


def take_back(visit: Visit) -> bool:
    """Ends what was asked for if she is proven, else holds it; says whether it ended."""
    visit.mark = "undo"
    thread = visit.state.thread
    if visit.circumstances.proven and thread is not None:
        _end(visit, thread)
        return True
    pause(visit)
    return False


def end_for_good(visit: Visit, thread: Thread) -> Reply:
    """Ends everything asked for with what her word opened."""
    _end(visit, thread)
    visit.mark = "undo"
    return walking.stand(visit, "B24p")


def pause(visit: Visit) -> None:
    """Holds back everything this phone's visits asked for, and tells a worker."""
    for case_id in visit.cases():
        withdrawal.pause_case(visit.desk, case_id)
    if withdrawal.was_here(visit.desk, visit.writer.token):
        keeping.call_about(visit, AlarmKind.UNDO)


def _end(visit: Visit, thread: Thread) -> None:
    ours = {thread.case_id} if thread.case_id is not None else set()
    for case_id in sorted(ours.union(map(UUID, visit.state.opened_cases))):
        withdrawal.withdraw_case(visit.desk, case_id)
