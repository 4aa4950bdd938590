"""Hears one message: one transaction, one reply at most."""

from dataclasses import replace

from bots import memory, orders, reach, recovered, replying, rules, store
from bots.buttons import read_button
from bots.folding import fold, letter_count, tokens
from bots.memory import Writer
from bots.model import Circumstances
from bots.replying import Heard, Hearing
from bots.state import State
from bots.visit import Silence, Visit
from kernel.vocabulary import Channel, Inbound
from outbox import practice
from outbox import store as outbox
from outbox.model import ContactState
from pathway import drills
from pathway.desk import Desk, House
from staff.rota import on_shift
from vault.pseudonym import contact_token, message_handle, stretch, word_stretch

__all__ = ["Heard", "Hearing", "could_be_word", "hear"]

_WORD_LETTERS, _WORD_TOKENS = 6, 3
_LONGEST = 10_000
_SHORT_CODE_DIGITS = 6


def hear(house: House, inbound: Inbound) -> Hearing:
    """Hears one verified message: its effects, its reply and its mark are one commit.

    The slow stretches of the address, and of a text that could be an own word, are made before
    the transaction is opened, for every contact alike.
    """
    inbound = replace(inbound, text=inbound.text.replace("\x00", "")[:_LONGEST])
    if _is_machine(inbound):
        return Hearing(Heard.SILENT)
    stretched = stretch(inbound.sender)
    word = word_stretch(stretched, fold(inbound.text)) if could_be_word(inbound.text) else None
    writer = Writer(contact_token(house.keyring, stretched), stretched, word)
    with house.desk() as common:
        common.require_open_line()
        desk = drills.at_drill(common, inbound) if drills.is_from_drill(inbound) else common
        if desk is None:
            return Hearing(Heard.SILENT)
        handle = message_handle(desk.keyring, inbound.provider, inbound.message_id)
        if not store.mark_heard(desk.session, inbound.provider, handle, desk.today):
            return _again(desk, inbound, writer)
        if desk.drill is None:
            practice.note_heard(desk.session, desk.keyring, inbound, desk.now)
        # A message made good later opens the provider's window as of when she sent it.
        at = min(inbound.at, desk.now) if inbound.recovered else desk.now
        contact = outbox.hear_contact(
            desk.session, writer.token, inbound.sender.channel, at, desk.programme.stranger_days
        )
        return _answer(desk, inbound, replace(writer, known_since=contact.since), contact)


def could_be_word(text: str) -> bool:
    """Says whether a text could be an own word: one to three words, six letters or more."""
    parts = tokens(text)
    letters = sum(map(letter_count, parts))
    return 1 <= len(parts) <= _WORD_TOKENS and letters >= _WORD_LETTERS


def _is_machine(inbound: Inbound) -> bool:
    """Says whether a sender can hear nobody: a short code, a name, or the line itself."""
    sender = inbound.sender
    if sender == inbound.recipient:
        return True
    digits = sender.id.removeprefix("+")
    return sender.scheme == "tel" and not (digits.isdecimal() and len(digits) > _SHORT_CODE_DIGITS)


def _answer(desk: Desk, inbound: Inbound, writer: Writer, contact: ContactState) -> Hearing:
    state = memory.recall_state(desk, writer)
    visit = _visit(desk, inbound, writer, state, stopped=contact.stopped)
    if contact.paused and state.cover is None:
        # Cover ended unnoticed, with the state that remembered it: people may answer her again.
        outbox.set_paused(desk.session, writer.token, paused=False)
    if inbound.recovered:
        recovered.take(visit)
        reach.end_if_told(visit)
        memory.keep_state(desk, writer, visit.state)
        return Hearing(Heard.SILENT)
    if state.unsent is not None:
        outbox.replace_unsent(desk.session, state.unsent)
    shown = replying.turn_screen(visit)
    if shown is not None:
        return shown
    reply = rules.reply_to(visit)
    reach.end_if_told(visit)
    return replying.keep_still(visit) if isinstance(reply, Silence) else replying.say(visit, reply)


def _again(desk: Desk, inbound: Inbound, writer: Writer) -> Hearing:
    if inbound.sender.channel is not Channel.USSD:
        return Hearing(Heard.REPEATED)
    state = memory.recall_state(desk, writer)
    return replying.again(_visit(desk, inbound, writer, state, stopped=False))


def _visit(desk: Desk, inbound: Inbound, writer: Writer, state: State, *, stopped: bool) -> Visit:
    programme = desk.programme
    on_path = state.danger is not None and state.danger.showing
    idle = state.is_idle(desk.now, programme.danger_minutes if on_path else programme.idle_minutes)
    # Whoever dials anew begins anew; nobody can tell who holds the phone by now.
    dialled = bool(inbound.session) and inbound.session != state.session
    inbound, stale = _tapped(inbound, state)
    return Visit(
        desk=desk,
        inbound=inbound,
        writer=writer,
        state=replace(state, session=inbound.session),
        circumstances=_circumstances(desk, state),
        keywords=desk.known.once("coded words", lambda: store.list_keywords(desk.session)),
        # A tap on an older question orders nothing, whatever its words are.
        command=None if stale else orders.command(inbound.text, programme.languages),
        first=idle or dialled or not state.step,
        stopped=stopped,
        stale=stale,
        asked=state.step,
    )


def _tapped(inbound: Inbound, state: State) -> tuple[Inbound, bool]:
    """Reads a tap: on the newest question it is that choice, on an older one a text of hers."""
    if not inbound.button:
        return inbound, False
    words = inbound.button_text or inbound.text or inbound.button
    tapped = read_button(inbound.button, str(state.turn))
    if tapped.ours and tapped.number is not None:
        return replace(inbound, text=str(tapped.number)), False
    return replace(inbound, text=words), tapped.ours


def _circumstances(desk: Desk, state: State) -> Circumstances:
    programme, thread = desk.programme, state.thread
    present = on_shift(desk.rota, desk.now, programme.timezone) and not programme.play_off_shift
    return Circumstances(
        on_shift=present,
        police_on=programme.police_on and bool(programme.police_protocol),
        ambulance_on=programme.ambulance_on and bool(programme.ambulance_protocol),
        duty_known=programme.duty_known,
        cover_on=programme.cover_on,
        age_matters=programme.age_changes_service,
        papers_true=programme.papers_line_on,
        pregnancy_true=programme.pregnancy_words_on,
        proven=thread is not None and not thread.fresh,
        has_word=thread is not None,
        kept=state.kept,
        wants_person=state.wants_person,
        languages=programme.languages,
    )
