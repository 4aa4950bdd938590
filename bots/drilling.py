"""Plays the invented survivors of drills: begins them when due, and answers what they are sent.

It runs in the web process, which alone can sign the mark. Each text is chosen and kept before it
is heard, and has a number of its own: whatever dies in between, it is heard once.
"""

from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy.orm import Session

from bots import drill_script, registry
from bots import store as bots_store
from bots.conversation import hear
from bots.danger import danger_in
from kernel.clock import local_day
from kernel.programme import load_programme
from kernel.vocabulary import Address, Inbound
from pathway import drill_ends, drills, offering
from pathway.desk import Desk, House
from reporting.drills import store
from reporting.drills.model import Drill, DrillState
from vault.marks import mark_text
from vault.pseudonym import contact_token, stretch

PROVIDER: Final = "drill"
_LINE: Final = Address(drills.SCHEME, "line")
_LOOKS_AGAIN: Final = timedelta(seconds=45)
_PATIENCE: Final = timedelta(minutes=3)
_MOST_TEXTS: Final = 60
_INTENTS: Final = frozenset({"report", "danger"})


def act(house: House, _: dict[str, Any]) -> dict[str, Any]:
    """Does what is due of every drill; the inner door calls this for the jobs process."""
    return {"moved": step_all(house)}


def words(session: Session) -> list[tuple[str, str]]:
    """Lists the coded words a drill can go through, those not tried for longest first."""
    programme = load_programme(session)
    spoken = programme.languages if programme else ()
    found = [
        one
        for one in registry.entries(session)
        if one.retired_on is None and one.intent in _INTENTS and one.language in spoken
    ]
    found.sort(key=lambda one: (one.last_drill_on is not None, one.last_drill_on, one.word))
    return [(one.word, one.language) for one in found]


def step_all(house: House) -> int:
    """Begins, plays, reveals and erases what is due, and says how many drills moved."""
    with house.glance() as desk:
        alive = store.in_state(
            desk.session, DrillState.PLANNED, DrillState.RUNNING, DrillState.REVEALED
        )
    if not alive:
        return 0
    with house.desk() as desk:
        moved = len(drill_ends.begin_due(desk)) + len(drill_ends.end_due(desk))
        running = [one.id for one in store.in_state(desk.session, DrillState.RUNNING)]
        for drill in store.in_state(desk.session, DrillState.REVEALED):
            _note_word(desk, drill)
    moved += sum(step(house, drill_id) for drill_id in running)
    return moved + erase_all(house)


def step(house: House, drill_id: UUID) -> bool:
    """Sends the next text of one drill, if there is one to send now."""
    with house.desk() as desk:
        drill = store.drill(desk.session, drill_id, lock=True)
        if drill is None or drill.state is not DrillState.RUNNING or drill.silent:
            return False
        if not drill.saying:
            drill = _choose(desk, drill)
        inbound = None if drill is None else _inbound(desk, drill)
    if drill is None or inbound is None:
        return False
    hear(house, inbound)
    with house.desk() as desk:
        store.was_said(desk.session, drill.id, drill.said)
        if drill.item_at is None and drills.cases_of(desk.session, desk.keyring, drill.id):
            store.note_time(desk.session, drill.id, "item_at", desk.now)
    return True


def erase_all(house: House) -> int:
    """Removes what is left of drills that were revealed a day ago."""
    with house.glance() as desk:
        due = drill_ends.due_for_erasure(desk)
    for drill in due:
        # The slow stretch is made before anything is locked.
        token = contact_token(house.keyring, stretch(drills.address_of(drill.id)))
        with house.desk() as desk:
            bots_store.forget_position(desk.session, token)
            bots_store.forget_words(desk.session, token, "own")
            drill_ends.erase(desk, drill, token)
    return len(due)


def _choose(desk: Desk, drill: Drill) -> Drill | None:
    """Keeps what she says next; None while she waits or has nothing more to say."""
    heard = store.replies(desk.session, drill.id)
    newest = heard[-1].prompt if heard else ""
    since = desk.now - (drill.said_at or desk.now)
    if drill.said == 0:
        text = drill.word
    elif len(heard) > drill.answered:
        if newest in drill_script.WAITING and since < _LOOKS_AGAIN:
            return None
        text = drill_script.answer_to(newest, drill.scenario, lambda: _places(desk), drill.said)
    elif since < _PATIENCE:
        return None
    else:
        text = drill_script.SILENCE
    if text == drill_script.SILENCE or drill.said >= _MOST_TEXTS:
        store.fall_silent(desk.session, drill.id)
        return None
    store.say(desk.session, drill, text, len(heard), desk.now)
    return store.drill(desk.session, drill.id)


def _places(desk: Desk) -> tuple[str, ...]:
    """Returns the city's areas, without any whose name could be heard as a cry for help."""
    return tuple(name for name in offering.area_names(desk) if danger_in(name) is None)


def _inbound(desk: Desk, drill: Drill) -> Inbound:
    address = drills.address_of(drill.id)
    began, keyring = drill.started_at or desk.now, desk.keyring
    mark = mark_text(keyring.envelope_signer, keyring.programme, drill.id, str(address), began)
    return Inbound(
        provider=PROVIDER,
        message_id=f"{drill.id}:{drill.said}",
        sender=address,
        recipient=_LINE,
        text=drill.saying,
        at=desk.now,
        drill=mark,
    )


def _note_word(desk: Desk, drill: Drill) -> None:
    """Notes on its coded word that a drill went through it and somebody opened it."""
    if drill.opened_at is None:
        return
    day = local_day(drill.opened_at, desk.programme.timezone)
    for one in registry.entries(desk.session):
        # Written once: each change of a word is read again by everything that is heard.
        is_news = one.last_drill_on is None or one.last_drill_on < day
        if one.word == drill.word and one.id is not None and is_news:
            registry.note_drill(desk.session, one.id, day)
