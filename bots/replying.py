"""Says a line: queued for her phone, or shown on the screen she dialled; one reply a text."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bots import keeping, memory, phrases, screens, speaking
from bots.buttons import buttons
from bots.folding import fold
from bots.visit import Line, Visit
from bots.words import Rendered
from kernel.vocabulary import Channel
from outbox import practice
from outbox import store as outbox
from outbox.model import DANGER

MORE = "99"
_LOOPS = 3


class Heard(StrEnum):
    """Says what became of a message."""

    REPEATED = "repeated"
    ANSWERED = "answered"
    SILENT = "silent"


@dataclass(frozen=True)
class Hearing:
    """Says what became of a message; `screen` is what a dialled session shows, and whether on."""

    outcome: Heard
    screen: str = ""
    more: bool = False


def keep_still(visit: Visit) -> Hearing:
    """Answers nothing and remembers where she stands."""
    visit.change(unsent=None, screens=(), session_open=False)
    memory.keep_state(visit.desk, visit.writer, visit.state)
    return Hearing(Heard.SILENT)


def say(visit: Visit, reply: Line) -> Hearing:
    """Says a line where she wrote from; the same text at the same question ends in silence."""
    text, rendered = speaking.words_for(visit, reply)
    keeping.keep_turn(visit, reply.prompt, text)
    if _loops(visit):
        visit.change(last_at=visit.desk.now)
        return keep_still(visit)
    last_at = None if visit.ends else visit.desk.now
    visit.change(last_at=last_at, last_said=reply.prompt, turn=visit.state.turn + 1)
    if visit.inbound.sender.channel is Channel.USSD:
        return _show(visit, text)
    _queue(visit, reply, text, rendered)
    memory.keep_state(visit.desk, visit.writer, visit.state)
    return Hearing(Heard.ANSWERED)


def turn_screen(visit: Visit) -> Hearing | None:
    """Shows the next screen of a long line, if she asked for it; this is no turn of its own."""
    left = visit.state.screens[1:]
    if visit.inbound.sender.channel is not Channel.USSD or visit.text.strip() != MORE or not left:
        return None
    return _screen(visit, left)


def again(visit: Visit) -> Hearing:
    """Shows a screen that was shown already, for a provider that asks twice."""
    shown = visit.state.screens[:1]
    return Hearing(Heard.REPEATED, "".join(shown), visit.state.session_open)


def _queue(visit: Visit, reply: Line, text: str, rendered: Rendered | None) -> None:
    desk, inbound = visit.desk, visit.inbound
    tappable = rendered is not None and inbound.sender.channel is Channel.WHATSAPP
    shown = buttons(rendered, str(visit.state.turn)) if tappable and rendered else ()
    message_id = outbox.enqueue(
        desk.session,
        desk.keyring,
        kind=reply.kind,
        address=inbound.sender,
        text=text,
        contact_token=visit.writer.token,
        now=desk.now,
        expires_at=desk.now + timedelta(minutes=desk.programme.reply_minutes),
        buttons=tuple((one.payload, one.title) for one in shown),
        via=inbound.provider,
        priority=DANGER if visit.on_path else None,
    )
    visit.change(unsent=message_id)


def _show(visit: Visit, text: str) -> Hearing:
    more = phrases.more_word(visit.language)
    return _screen(visit, screens.cut(text, more))


def _screen(visit: Visit, left: tuple[str, ...]) -> Hearing:
    goes_on = len(left) > 1 or not visit.state.finished or visit.on_path
    visit.change(screens=left, session_open=goes_on)
    practice.note_said(visit.desk.session, visit.desk.keyring, visit.inbound, left[0])
    memory.keep_state(visit.desk, visit.writer, visit.state)
    return Hearing(Heard.ANSWERED, left[0], goes_on)


def _loops(visit: Visit) -> bool:
    """Counts the same text at the same question, and only that; danger is never counted."""
    if visit.danger or visit.state.cover is not None:
        return False
    heard = "" if visit.hidden else fold(visit.text)
    echo = f"{heard}\n{visit.state.step}"
    same = echo == visit.state.echo
    echoes = visit.state.echoes + 1 if same else 1
    # The state is sealed; still, only what compares is kept of a text.
    visit.change(echo=echo, echoes=echoes)
    return echoes > _LOOPS
