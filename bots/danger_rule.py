"""Danger beats any script: in a first text, by answer, at any step, and on the open path."""

from dataclasses import replace

from bots import answers, danger_path, keeping, keywords, speaking, undoing, walking
from bots.danger import danger_in
from bots.danger_path import News
from bots.duty import note_child
from bots.scripts.survivor import SURVIVOR
from bots.visit import Line, Reply, Silence, Visit
from bots.word_rule import recognise
from bots.words import Chose, CommandKind
from pathway import intake, offering, waiting
from reporting.reports.model import AlarmKind

_FIRST_LINES = frozenset({"B0", "B0m", "B0f"})
_LETTERS = {"P": AlarmKind.POLICE, "A": AlarmKind.AMBULANCE}
_ASKS_FOR_NEWS = "1"
_ASKS_PLACE = frozenset({"B8", "W3"})
_OFFERING = frozenset({"B0", "B4", "B4q", "B18"})


def in_danger(visit: Visit) -> Reply | None:
    """Row 5: an open path, a call for help, a danger word, P first in a text."""
    desk = visit.desk
    if visit.state.danger_open(desk.now, desk.programme.danger_minutes):
        if not _news(visit).closed:
            return _on_the_path(visit)
        # A worker closed it: this text begins a visit, and may itself be a cry for help.
        visit.end()
        visit.first = True
    if visit.state.step in _FIRST_LINES and not visit.first:
        return _after_first_line(visit)
    kind = danger_kind(visit)
    if not kind:
        return None
    if visit.first:
        return _first_text(visit, kind)
    if kind == "story" and _in_narrative(visit):
        return _ask_whether_now(visit)
    return _open_path(visit, kind)


def danger_kind(visit: Visit) -> str:
    """Names the kind of danger a text holds, or nothing."""
    # A and N open nothing by themselves: they are words too, as in "a man has a knife".
    command = visit.command
    if command is not None and command.kind is CommandKind.LETTER and command.code == "P":
        return "letter"
    coded = keywords.match(visit.text, visit.keywords)
    if coded is not None and coded.intent == "danger" and visit.first:
        return "coded"
    # Asked where she lives she may name a place that sounds like a cry, as Quarry Side does.
    if visit.state.step in _ASKS_PLACE and offering.is_area(visit.desk, visit.text):
        return ""
    # A number or a set word cannot hide a cry for help; only free text is listened to.
    found = danger_in(visit.text, visit.desk.programme.languages)
    return found.kind if found is not None else ""


def _first_text(visit: Visit, kind: str) -> Reply:
    coded = keywords.match(visit.text, visit.keywords)
    visit.begin()
    if coded is not None and coded.language in visit.desk.programme.languages:
        visit.change(language=coded.language)
    elif language := _heard_language(visit):
        visit.change(language=language)
    visit.change(danger=keeping.raise_danger(visit, kind))
    reply = walking.stand(visit, "first_danger")
    if visit.inbound.opt_out == "HELP":
        # The provider has answered this word with its own text; people still see it as danger.
        keeping.keep_turn(visit, "", "")
        return Silence()
    return _offering(visit, reply)


def _heard_language(visit: Visit) -> str:
    for code in visit.desk.programme.languages:
        if danger_in(visit.text, (code,)) is not None:
            return code
    return ""


def _after_first_line(visit: Visit) -> Reply | None:
    asked = speaking.question(visit, SURVIVOR.steps[visit.state.step].says)
    answer = answers.read(visit.text, asked)
    if isinstance(answer, Chose):
        return None
    if not visit.text.strip() and not visit.inbound.media:
        return None
    danger = keeping.raise_danger(visit, "path")
    visit.change(danger=replace(danger, showing=True, last_at=visit.desk.now))
    return _on_the_path(visit)


def _ask_whether_now(visit: Visit) -> Reply | None:
    if visit.state.asked_now:
        visit.mark = "danger_in_story"
        return None
    reply = walking.walk(
        visit, answers.read(visit.text, speaking.question(visit, visit.state.step))
    )
    if not isinstance(reply, Line):
        return reply
    note_child(visit)
    visit.danger = "story"
    waiting_step = {**visit.state.answers, "return": visit.state.step}
    visit.change(asked_now=True, answers=waiting_step, step="B22", finished=False)
    return Line("B22")


def _open_path(visit: Visit, kind: str) -> Reply:
    not_offered = kind == "letter" and not visit.state.letters_offered
    visit.mark = "not_offered" if not_offered else visit.mark
    danger = keeping.raise_danger(visit, kind)
    visit.change(danger=replace(danger, last_at=visit.desk.now))
    return show_path(visit, walking.stand(visit, "path"))


def show_path(visit: Visit, reply: Reply) -> Reply:
    """Opens the path for her next texts; the newest answer takes the place of its first line."""
    danger = visit.state.danger
    if danger is None or not isinstance(reply, Line):
        return reply
    visit.change(
        danger=replace(danger, showing=True, last_at=visit.desk.now),
        answers={**visit.state.answers, "urgent": "yes"},
    )
    answer = _newest_answer(visit)
    return Line("human", text=answer) if answer else _offering(visit, reply)


def _newest_answer(visit: Visit) -> str:
    """Returns the newest answer to this red item, or to the one before that is still open."""
    for danger in (visit.state.danger, visit.state.earlier_danger):
        if danger is not None:
            news = waiting.news(visit.desk, danger.alarm_id, danger.reply_key)
            if news.answer and not news.closed:
                return news.answer
    return ""


def _on_the_path(visit: Visit) -> Reply:
    visit.danger = visit.danger or "path"
    if recognise(visit) is not None:
        visit.mark = "proven"
    if visit.command is not None and visit.command.kind is CommandKind.LANGUAGE:
        visit.change(language=visit.command.code)
        return show_path(visit, walking.stand(visit, "path"))
    undone = visit.command is not None and visit.command.kind is CommandKind.UNDO
    if undone:
        undoing.take_back(visit)
    danger = keeping.raise_danger(visit, "path")
    news = _news(visit)
    programme = visit.desk.programme
    turn = danger_path.answer_path(
        danger,
        visit.command,
        _ASKS_FOR_NEWS if undone else visit.text,
        visit.circumstances,
        news,
        visit.desk.now,
        programme.unopened_minutes,
    )
    if turn.danger.letter != danger.letter:
        intake.say_letter(
            visit.desk, danger.alarm_id, _LETTERS.get(turn.danger.letter, AlarmKind.NO_POLICE)
        )
    lettered = turn.danger.letter != danger.letter
    letter_at = visit.desk.now if lettered else danger.letter_at
    known = replace(turn.danger, last_at=visit.desk.now, letter_at=letter_at)
    visit.change(danger=known, step=turn.says, finished=True)
    if turn.says == "human":
        return Line("human", text=news.answer or "")
    return _offering(visit, Line(turn.says))


def _offering(visit: Visit, reply: Reply) -> Reply:
    if isinstance(reply, Line) and reply.prompt in _OFFERING:
        visit.change(letters_offered=True)
    return reply


def _news(visit: Visit) -> News:
    danger = visit.state.danger
    if danger is None:
        return News()
    found = waiting.news(visit.desk, danger.alarm_id, danger.reply_key)
    return News(found.opened, found.closed, found.answer)


def _in_narrative(visit: Visit) -> bool:
    step = SURVIVOR.steps.get(visit.state.step)
    return visit.state.kept and step is not None and step.narrative
