"""A text that was heard late: it advances nothing and gets no reply; what protects still counts."""

from dataclasses import replace

from bots import keeping, undoing
from bots.cover_rule import leave
from bots.danger_rule import danger_kind
from bots.visit import Visit
from bots.word_rule import recall
from bots.words import CommandKind
from outbox import store as outbox
from pathway import intake
from reporting.reports.model import AlarmKind


def take(visit: Visit) -> None:
    """Takes a recovered text: X, N, UNDO and STOP apply, danger is raised with its age.

    The rest is kept for people if she had agreed to go on, and counted as a missed knock.
    """
    recall(visit)
    visit.mark = "recovered"
    if not _protective(visit):
        _for_people(visit)
        outbox.note_missed(visit.desk.session, visit.inbound.at)


def _protective(visit: Visit) -> bool:
    kind = visit.command.kind if visit.command is not None else None
    match kind:
        case CommandKind.EXIT:
            leave(visit)
            if visit.state.unsent is not None:
                outbox.replace_unsent(visit.desk.session, visit.state.unsent)
            visit.end()
        case CommandKind.STOP:
            outbox.mark_stopped(visit.desk.session, visit.writer.token)
            keeping.flag_cases(visit, AlarmKind.STOPPED)
            visit.change(stopped_at=visit.inbound.at)
            visit.end()
        case CommandKind.START:
            _start(visit)
        case CommandKind.UNDO:
            undoing.take_back(visit)
            visit.mark = "recovered"
            keeping.keep_turn(visit, "", "")
        case _:
            return _takes_back_police(visit)
    return True


def _start(visit: Visit) -> None:
    """Hears START only if no later STOP was heard: the provider's own state decides."""
    stopped_at = visit.state.stopped_at
    if stopped_at is None or stopped_at <= visit.inbound.at:
        outbox.mark_started(visit.desk.session, visit.writer.token)


def _takes_back_police(visit: Visit) -> bool:
    command, danger = visit.command, visit.state.danger
    if command is None or command.kind is not CommandKind.LETTER or command.code != "N":
        return False
    if command.soft:
        return False
    if danger is None or (danger.letter_at is not None and danger.letter_at > visit.inbound.at):
        return False
    intake.say_letter(visit.desk, danger.alarm_id, AlarmKind.NO_POLICE)
    visit.change(danger=replace(danger, letter="N", letter_at=visit.inbound.at))
    visit.danger = "path"
    keeping.keep_turn(visit, "", "")
    return True


def _for_people(visit: Visit) -> None:
    kind = danger_kind(visit)
    if visit.state.cover is not None:
        if kind:
            keeping.call_about(visit, AlarmKind.COVER)
    elif kind:
        before = visit.state.danger
        danger = keeping.raise_danger(visit, kind)
        # The path is not opened by it: what she sees goes on as if it had not come.
        visit.change(danger=before or danger)
        if kind == "letter":
            intake.say_letter(visit.desk, danger.alarm_id, AlarmKind.POLICE)
    keeping.keep_turn(visit, "", "")
