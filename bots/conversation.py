"""Hears one message: one transaction, one reply at most."""

from dataclasses import replace
from datetime import timedelta
from enum import StrEnum

from bots import keeping, memory, orders, rules, speaking, store
from bots.buttons import buttons
from bots.folding import fold, tokens
from bots.memory import Writer
from bots.model import Circumstances
from bots.state import State
from bots.visit import Line, Silence, Visit
from kernel.vocabulary import Channel, Inbound
from outbox import practice
from outbox import store as outbox
from outbox.model import ContactState
from pathway.desk import Desk, House
from staff.rota import on_shift
from vault.pseudonym import contact_token, message_handle, stretch, word_stretch

_WORD_LETTERS, _WORD_TOKENS = 6, 3
_LOOPS = 3
_LONGEST = 10_000


class Heard(StrEnum):
    """Says what became of a message."""

    REPEATED = "repeated"
    ANSWERED = "answered"
    SILENT = "silent"


def hear(house: House, inbound: Inbound) -> Heard:
    """Hears one verified message: its effects, its reply and its mark are one commit.

    The slow stretches of the address, and of a text that could be an own word, are made before
    the transaction is opened, for every contact alike.
    """
    inbound = replace(inbound, text=inbound.text.replace("\x00", "")[:_LONGEST])
    stretched = stretch(inbound.sender)
    word = word_stretch(stretched, fold(inbound.text)) if could_be_word(inbound.text) else None
    writer = Writer(contact_token(house.keyring, stretched), stretched, word)
    with house.desk() as desk:
        desk.require_open_line()
        handle = message_handle(desk.keyring, inbound.provider, inbound.message_id)
        if not store.mark_heard(desk.session, inbound.provider, handle, desk.today):
            return Heard.REPEATED
        practice.note_heard(desk.session, desk.keyring, inbound, desk.now)
        channel = inbound.sender.channel
        contact = outbox.hear_contact(desk.session, writer.token, channel, desk.now)
        return _answer(desk, inbound, writer, contact)


def could_be_word(text: str) -> bool:
    """Says whether a text could be an own word: one to three words, six letters or more."""
    parts = tokens(text)
    letters = sum(one.isalnum() for part in parts for one in part)
    return 1 <= len(parts) <= _WORD_TOKENS and letters >= _WORD_LETTERS


def _answer(desk: Desk, inbound: Inbound, writer: Writer, contact: ContactState) -> Heard:
    state = memory.recall_state(desk, writer)
    if state.unsent is not None:
        outbox.replace_unsent(desk.session, state.unsent)
    visit = _visit(desk, inbound, writer, state, stopped=contact.stopped)
    reply = rules.reply_to(visit)
    if isinstance(reply, Silence):
        visit.change(unsent=None)
        memory.keep_state(desk, writer, visit.state)
        return Heard.SILENT
    return _say(visit, reply)


def _visit(desk: Desk, inbound: Inbound, writer: Writer, state: State, *, stopped: bool) -> Visit:
    programme = desk.programme
    on_path = state.danger is not None and state.danger.showing
    idle = state.is_idle(desk.now, programme.danger_minutes if on_path else programme.idle_minutes)
    return Visit(
        desk=desk,
        inbound=inbound,
        writer=writer,
        state=state,
        circumstances=_circumstances(desk, state),
        keywords=desk.known.once("coded words", lambda: store.list_keywords(desk.session)),
        command=orders.command(inbound.text, programme.languages),
        first=idle or not state.step,
        stopped=stopped,
        asked=state.step,
    )


def _circumstances(desk: Desk, state: State) -> Circumstances:
    programme, thread = desk.programme, state.thread
    present = on_shift(desk.rota, desk.now, programme.timezone) and not programme.play_off_shift
    return Circumstances(
        on_shift=present,
        police_on=programme.police_on,
        ambulance_on=programme.ambulance_on,
        duty_known=programme.duty_known,
        cover_on=programme.cover_on,
        proven=thread is not None and not thread.fresh,
        has_word=thread is not None,
        kept=state.kept,
        wants_person=state.wants_person,
        languages=programme.languages,
    )


def _say(visit: Visit, reply: Line) -> Heard:
    desk, inbound = visit.desk, visit.inbound
    text, rendered = speaking.words_for(visit, reply)
    keeping.keep_turn(visit, reply.prompt, text)
    if _loops(visit):
        visit.change(unsent=None, last_at=desk.now)
        memory.keep_state(desk, visit.writer, visit.state)
        return Heard.SILENT
    shown = () if rendered is None or inbound.sender.channel is not Channel.WHATSAPP else rendered
    message_id = outbox.enqueue(
        desk.session,
        desk.keyring,
        kind=reply.kind,
        address=inbound.sender,
        text=text,
        contact_token=visit.writer.token,
        now=desk.now,
        expires_at=desk.now + timedelta(minutes=desk.programme.reply_minutes),
        buttons=tuple(one.title for one in buttons(shown, "")) if shown else (),
    )
    visit.change(unsent=message_id, last_at=desk.now, last_said=reply.prompt)
    memory.keep_state(desk, visit.writer, visit.state)
    return Heard.ANSWERED


def _loops(visit: Visit) -> bool:
    """Counts the same text at the same question, and only that; danger is never counted."""
    if visit.danger:
        return False
    heard = "" if visit.hidden else fold(visit.text)
    echo = f"{heard}\n{visit.state.step}"
    same = echo == visit.state.echo
    echoes = visit.state.echoes + 1 if same else 1
    # The state is sealed; still, only what compares is kept of a text.
    visit.change(echo=echo, echoes=echoes)
    return echoes > _LOOPS
