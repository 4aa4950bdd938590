"""Which rule wins: the first that fits decides the reply (section 2 of the design)."""

from collections.abc import Callable
from dataclasses import replace

from bots import answers, keeping, keywords, speaking, undoing, walking
from bots.cover_rule import leave, under_cover
from bots.danger_rule import in_danger, show_path
from bots.deleting import delete
from bots.duty import tell_duty
from bots.scripts.survivor import SURVIVOR
from bots.stepping_back import ASKED_AGAIN, go_back, remember
from bots.visit import Line, Reply, Silence, Visit
from bots.word_rule import note_miss, own_word, recognise
from bots.words import Back, CommandKind, Match
from kernel.vocabulary import Channel
from outbox import store as outbox
from pathway import media, waiting
from reporting.reports.model import AlarmKind

_ASKED_LINES = frozenset({"B11", "B11h", "B20", "B20k", "B21"})
_PATH_OPENS = frozenset({"B4", "B4m", "B4f"})
Rule = Callable[[Visit], Reply | None]


def reply_to(visit: Visit) -> Reply:
    """Returns the answer of the first rule that fits."""
    for rule in RULES:
        reply = rule(visit)
        if reply is not None:
            return reply
    return Silence()


def exit_word(visit: Visit) -> Reply | None:
    """X, alone: no answer, ever; the visit ends, what was asked for in danger stands."""
    if not _ordered(visit, CommandKind.EXIT):
        return None
    danger = visit.state.danger
    visit.mark = "exit"
    visit.asked = visit.state.last_said
    if danger is not None and danger.showing:
        visit.danger = "exit"
        visit.change(danger=replace(danger, showing=False))
    keeping.keep_turn(visit, "", "")
    leave(visit)
    visit.end()
    return Silence()


def stop_and_start(visit: Visit) -> Reply | None:
    """The provider's own words: mirrored here, answered by us on WhatsApp only."""
    on_whatsapp = visit.inbound.sender.channel is Channel.WHATSAPP
    token = visit.writer.token
    if _ordered(visit, CommandKind.STOP) or visit.inbound.opt_out == "STOP":
        outbox.mark_stopped(visit.desk.session, token)
        keeping.flag_cases(visit, AlarmKind.STOPPED)
        leave(visit)
        visit.end()
        visit.change(stopped_at=visit.desk.now)
        return Line("B26", kind="optout") if on_whatsapp and not visit.stopped else Silence()
    # A typed "yes" is one of the provider's words too: it starts again only whoever had stopped.
    starts = visit.stopped and visit.inbound.opt_out == "START"
    if _ordered(visit, CommandKind.START) or starts:
        outbox.mark_started(visit.desk.session, token)
        keeping.unflag_cases(visit, AlarmKind.STOPPED)
        if not on_whatsapp:
            return Silence()
        visit.begin()
        return walking.stand(visit, "B1")
    if visit.stopped:
        recognise(visit)
        if _ordered(visit, CommandKind.UNDO):
            undoing.take_back(visit)
        keeping.call_about(visit, AlarmKind.STOPPED)
        keeping.keep_turn(visit, "", "")
        return Silence()
    return None


def who_is_this(visit: Visit) -> Reply | None:
    """Somebody else may hold the phone: one true, plain answer, and the path shows no more."""
    if not _ordered(visit, CommandKind.WHO):
        return None
    if visit.first:
        visit.begin()
    danger = visit.state.danger
    if danger is not None:
        visit.change(danger=replace(danger, showing=False))
        waiting.expect_nothing(visit.desk, danger.alarm_id)
    return walking.stand(visit, "B1w")


def first_text(visit: Visit) -> Reply | None:
    """The first text of a visit gets the safe-to-talk question, whatever it says."""
    if not visit.first:
        return None
    found = keywords.match(visit.text, visit.keywords)
    visit.begin()
    if found is not None and found.language in visit.desk.programme.languages:
        visit.change(language=found.language)
    command = visit.command
    later: dict[str, str] = {}
    if found is not None and found.intent == "walk":
        later["walk"] = "yes"
    if command is not None and command.kind is CommandKind.LANGUAGE:
        visit.change(language=command.code)
    elif command is not None and command.kind is CommandKind.UNDO:
        undoing.pause(visit)
        later["undo"] = "waits"
    elif _is_held(visit, found):
        visit.change(held=(visit.text,))
    visit.change(held_media=tuple(one.written() for one in media.references(visit.inbound)))
    return walking.stand(visit, "B1", **later)


def _is_held(visit: Visit, found: Match | None) -> bool:
    """Says whether a first text is held: not the coded word alone, no order, no word of hers."""
    if not visit.text or visit.hidden or _ordered(visit, CommandKind.DELETE):
        return False
    return found is None or bool(found.rest and found.intent != "walk")


def take_back(visit: Visit) -> Reply | None:
    """UNDO: with her word it ends, without it it pauses; the words never tell which exists."""
    if not _ordered(visit, CommandKind.UNDO):
        return None
    return undoing.undo(visit)


def language_or_person(visit: Visit) -> Reply | None:
    """A language by its own name, a question about papers, and H for a person."""
    if _ordered(visit, CommandKind.LANGUAGE):
        code = visit.command.code if visit.command else visit.language
        visit.change(language=code)
        if visit.state.step == "B15a":
            return walking.stand(visit, "B1")
        return Line("B15") if visit.state.finished else _ask_again(visit, "B15")
    if _ordered(visit, CommandKind.PAPERS) and visit.circumstances.papers_true:
        return walking.stand(visit, "B10p", **{"return": visit.state.step})
    if not _ordered(visit, CommandKind.PERSON):
        return None
    if visit.state.kept:
        return walking.stand(visit, "person")
    visit.change(wants_person=True)
    return walking.stand(visit, "B3a")


def declined(visit: Visit) -> Reply | None:
    """What was asked for cannot be given: she is told in the visit that asked."""
    need_id = visit.state.need_id
    if need_id is None or visit.state.last_said not in _ASKED_LINES:
        return None
    if str(need_id) in visit.state.declined or not waiting.was_declined(visit.desk, need_id):
        return None
    visit.change(declined=(*visit.state.declined, str(need_id)))
    return walking.stand(visit, "B11r")


def voice_note(visit: Visit) -> Reply | None:
    """A voice note at a free question is kept for a person; whether it is danger is asked."""
    step = SURVIVOR.steps.get(visit.state.step)
    if not visit.inbound.media or visit.text.strip() or not visit.state.kept:
        return None
    if step is None or not step.narrative:
        return None
    visit.change(answers={**visit.state.answers, "return": visit.state.step})
    return walking.stand(visit, "B23")


def an_answer(visit: Visit) -> Reply | None:
    """An answer to the question that was asked; "fast" opens the danger path."""
    if visit.state.step not in SURVIVOR.steps or not visit.text.strip() or visit.stale:
        return None
    before = visit.state.step
    step = SURVIVOR.steps[before]
    if not step.on:
        return None
    answer = answers.read(visit.text, speaking.question(visit, step.says))
    if isinstance(answer, Back) and before in ASKED_AGAIN:
        return go_back(visit)
    reply = walking.walk(visit, answer)
    remember(visit, before)
    if isinstance(reply, Line) and reply.prompt in _PATH_OPENS:
        return show_path(visit, reply)
    return tell_duty(visit, reply, narrative=step.narrative)


def not_understood(visit: Visit) -> Reply | None:
    """Anything else: owned once, then kept for a person, or the question again."""
    if visit.state.finished:
        return _after_the_end(visit)
    if not visit.text.strip():
        return _ask_again(visit)
    note_miss(visit)
    visit.change(confused=visit.state.confused + 1)
    if visit.state.last_said not in {"B20", "B20k"}:
        return Line("B20")
    return Line("B20k") if visit.state.kept else _ask_again(visit)


def _after_the_end(visit: Visit) -> Reply:
    note_miss(visit)
    if not visit.state.kept or visit.state.last_said in {"B21", ""}:
        keeping.keep_turn(visit, "", "")
        return Silence()
    return walking.stand(visit, "B21")


def _ask_again(visit: Visit, lead: str = "") -> Reply:
    """Asks the present question again; a code is not said twice, what follows it is asked."""
    if visit.state.step == "B9r":
        reply = walking.stand(visit, "count")
        return replace(reply, lead=lead) if isinstance(reply, Line) else reply
    return Line(SURVIVOR.steps[visit.state.step or "B1"].says, lead=lead)


def _ordered(visit: Visit, kind: CommandKind) -> bool:
    return visit.command is not None and visit.command.kind is kind


RULES: tuple[Rule, ...] = (
    exit_word,
    stop_and_start,
    under_cover,
    who_is_this,
    in_danger,
    own_word,
    first_text,
    take_back,
    delete,
    language_or_person,
    declined,
    voice_note,
    an_answer,
    not_understood,
)
