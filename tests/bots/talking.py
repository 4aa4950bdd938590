"""Talks to the line without the provider's form, and looks at what is kept, with the right keys."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from sqlalchemy import select

from bots import conversation, memory
from bots.conversation import Hearing
from bots.memory import Writer
from bots.state import State
from kernel.ids import new_id
from kernel.vocabulary import Address, Inbound
from outbox.model import State as Sending
from outbox.rows import MessageRow
from outbox.store import message_place
from pathway.transcript import entry_place
from pathway.unsealing import Opener
from reporting.reports.rows import DisclosureRow
from tests.pathway.telling import reader
from tests.practice import Practice
from vault.opening import open_packed
from vault.pseudonym import contact_token, stretch
from vault.sealing import Sealed

LINE = Address("tel", "+15550190")


@dataclass
class Talk:
    """Is one person who writes; nothing leaves the outbox, so every reply can be looked at."""

    practice: Practice
    address: Address = field(default_factory=lambda: Address("tel", "+15550151"))

    def inbound(self, text: str, **given: object) -> Inbound:
        """Makes one message of hers."""
        at = self.practice.house.clock.now()
        values: dict[str, object] = {"text": text, "at": at, **given}
        message_id = str(values.pop("message_id", new_id()))
        return Inbound("twilio", message_id, self.address, LINE, **values)  # type: ignore[arg-type]

    def hear(self, text: str, **given: object) -> Hearing:
        """Lets the line hear one text."""
        return conversation.hear(self.practice.house, self.inbound(text, **given))

    def say(self, *texts: str) -> str:
        """Sends texts one after another; returns what the last one is answered with."""
        reply = ""
        for text in texts:
            before = {one["id"] for one in outbox(self.practice)}
            self.hear(text)
            new = [one for one in outbox(self.practice) if one["id"] not in before]
            reply = new[-1]["text"] if new else ""
        return reply

    @property
    def writer(self) -> Writer:
        """Names her as the line does."""
        stretched = stretch(self.address)
        return Writer(contact_token(self.practice.house.keyring, stretched), stretched)

    @property
    def state(self) -> State:
        """Opens where she stands."""
        with self.practice.house.glance() as desk:
            return memory.recall_state(desk, self.writer)


def outbox(practice: Practice) -> list[dict[str, str]]:
    """Opens every message that still rests in the outbox, with the sender's key."""
    house = practice.house
    found = []
    with house.database.reading() as session:
        for row in session.scalars(select(MessageRow).order_by(MessageRow.queued_at)):
            one = {"id": str(row.id), "state": row.state, "kind": row.kind, "text": "", "to": ""}
            if row.body is not None:
                place = message_place(house.keyring.programme, row.id)
                sender = house.jobs_keyring.sender_private
                one |= json.loads(open_packed(sender, place, row.body))
            found.append(one)
    return found


def waiting(practice: Practice) -> list[str]:
    """Returns the texts that are still to be sent."""
    return [one["text"] for one in outbox(practice) if one["state"] == Sending.QUEUED]


def told(practice: Practice) -> list[dict[str, object]]:
    """Opens every entry of every report, as somebody on triage could."""
    who = reader(practice, "caseworker")
    with practice.house.glance() as desk:
        opener = Opener(desk, who)
        rows = desk.session.scalars(select(DisclosureRow).order_by(DisclosureRow.sequence)).all()
        return [
            opener.json(entry_place(desk, row.id), Sealed(row.wrap, row.body, row.held_by))
            for row in rows
        ]


def heard(practice: Practice) -> list[str]:
    """Returns her own texts as they are kept."""
    return [str(one["heard"]) for one in told(practice) if one.get("heard")]
