"""Her own word, at any step: what it opens, and how misses are counted without a sign."""

from datetime import timedelta
from uuid import UUID

from bots import answers, memory, speaking, undoing, walking
from bots.memory import Recalled
from bots.scripts.survivor import SURVIVOR
from bots.state import Thread
from bots.visit import Reply, Visit
from bots.words import Chose
from pathway import contact_keeping, erasure, waiting
from reporting.reports import store as reports

SETTING = frozenset({"B9b", "B9w", "B9c", "B9cw"})
_PROVES = frozenset({"own", "receipt"})
_MOST_MISSES, _MOST_CHECKS = 3, 10
_CLOSED = timedelta(hours=24)


def own_word(visit: Visit) -> Reply | None:
    """Row 6: her own word, or a receipt with it, proves her and tells whether an answer waits."""
    if visit.state.step in SETTING and not visit.first:
        return None
    thread = recognise(visit)
    if thread is None:
        return None
    if visit.state.last_said == "B24":
        return undoing.end_for_good(visit, thread)
    return show_waiting(visit, thread)


def recognise(visit: Visit) -> Thread | None:
    """Returns the thread that this text opens, while checking is open; the text is never kept."""
    found = recall(visit)
    if found is None or found.kind not in _PROVES:
        return None
    # What she had cleared is opened by nothing any more, a receipt included.
    threads = [one for one in found.threads if not erasure.is_erased(visit.desk, one.report_id)]
    if not threads:
        return None
    # One word may have saved several visits; a taking back reaches all of them.
    visit.change(
        opened_cases=tuple(str(one.case_id) for one in threads if one.case_id),
        opened_reports=tuple(str(one.report_id) for one in threads),
        opened_word=found.word_id if found.kind == "own" else None,
    )
    # What a visit before this one saved is no longer fresh, even if nothing was said since.
    mine = None if visit.first else visit.state.thread
    fresh = mine is not None and mine.fresh and mine.report_id == threads[0].report_id
    answered = (one for one in threads if waiting.answer_waits(visit.desk, one.case_id))
    return memory.as_fresh(threads[0]) if fresh else next(answered, threads[0])


def recall(visit: Visit) -> Recalled | None:
    """Returns what a word or a receipt in this text opens; looked up once a text, never kept."""
    if not visit.recalled:
        visit.recalled.append(_recall(visit))
    return visit.recalled[0]


def _recall(visit: Visit) -> Recalled | None:
    may = _may_check(visit)
    found = memory.recall_word(visit.desk, visit.writer) or memory.recall_receipt_in(
        visit.desk, visit.text
    )
    # Also when checking is over for a day, a word of hers goes into nobody's report.
    visit.hidden = visit.hidden or found is not None
    return found if may else None


def show_waiting(visit: Visit, thread: Thread) -> Reply:
    """Takes her into the thread her word opened."""
    erasure.revoke(visit.desk, thread.report_id, thread.case_id)
    if visit.first:
        before = visit.state
        visit.begin()
        visit.change(
            opened_cases=before.opened_cases,
            opened_reports=before.opened_reports,
            opened_word=before.opened_word,
        )
    if not thread.fresh:
        visit.change(
            language=thread.language or visit.language,
            thread=thread,
            report_id=thread.report_id,
            case_id=thread.case_id,
            sequence=reports.next_sequence(visit.desk.session, thread.report_id) - 1,
        )
        contact_keeping.note_proven(visit.desk, map(UUID, visit.state.opened_cases))
    visit.change(kept=True, held=())
    visit.look_around(proven=True, has_word=True, kept=True)
    visit.mark = "proven"
    waits = not thread.fresh and waiting.answer_waits(visit.desk, thread.case_id)
    return walking.stand(visit, "B14" if waits else "B14n")


def note_miss(visit: Visit) -> None:
    """Counts a text that could have been a word and was none; too many end the checking."""
    if visit.writer.word is None or _closed(visit):
        return
    visit.change(misses=visit.state.misses + 1)
    if visit.state.misses >= _MOST_MISSES:
        _close(visit)


def _may_check(visit: Visit) -> bool:
    if _closed(visit) or _is_choice(visit):
        return False
    if visit.circumstances.proven:
        return True
    if visit.writer.word is not None or memory.holds_receipt(visit.text):
        _begin_count(visit)
        visit.change(checks=visit.state.checks + 1)
        if visit.state.checks > _MOST_CHECKS:
            _close(visit)
            return False
    return True


def _is_choice(visit: Visit) -> bool:
    """Says whether a text picks a choice of the question asked: that is no try at a word."""
    step = SURVIVOR.steps.get(visit.state.step)
    if step is None or visit.first or not step.on:
        return False
    asked = speaking.question(visit, step.says)
    return isinstance(answers.read(visit.text, asked), Chose)


def _begin_count(visit: Visit) -> None:
    """Starts the count of a day anew once it is over."""
    since = visit.state.checks_since
    if since is None or visit.desk.now - since >= _CLOSED:
        visit.change(checks=0, misses=0, checks_since=visit.desk.now)


def _closed(visit: Visit) -> bool:
    until = visit.state.checks_closed_until
    return until is not None and visit.desk.now < until


def _close(visit: Visit) -> None:
    visit.change(misses=0, checks=0, checks_closed_until=visit.desk.now + _CLOSED)
