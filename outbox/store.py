"""Contacts, messages and their deliveries as the rest of the house uses them; never commits."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import and_, bindparam, delete, func, select, update
from sqlalchemy.orm import Session, aliased

from kernel.clock import hour_of
from kernel.ids import new_id
from kernel.later import at_once, later
from kernel.rows import insert_unless_there, table_of
from kernel.vocabulary import Channel
from outbox import queueing
from outbox.model import LOST, UNFINISHED, ContactState, Kind, State
from outbox.rows import ContactRow, DeliveryRow, MessageRow

WHATSAPP_WINDOW = timedelta(hours=24)

message_place = queueing.message_place
enqueue = queueing.enqueue
withdraw = queueing.withdraw
replace_unsent = queueing.replace_unsent

_CONTACT, _MESSAGE = table_of(ContactRow), table_of(MessageRow)
_NEW_CONTACT = insert_unless_there(ContactRow, ["token"], ["token", "channel", "stopped", "paused"])
_LOCKED = select(_CONTACT).where(_CONTACT.c.token == bindparam("of")).with_for_update()
_HEARD = (
    update(_CONTACT)
    .where(_CONTACT.c.token == bindparam("of"))
    .values(
        last_inbound_hour=bindparam("hour"),
        window_ends=bindparam("ends"),
        since=bindparam("since"),
    )
)


def hear_contact(
    session: Session, token: str, channel: Channel, at: datetime, stranger_days: int = 30
) -> ContactState:
    """Locks the contact a text came from, making her row if she is new, and opens her window.

    After so many silent days a number is a stranger's: `since` says from which day on it has
    been in the same hands, as far as anybody can tell.
    """
    row = at_once(session).execute(_LOCKED, {"of": token}).first()
    if row is None:
        values = {"token": token, "channel": channel.value, "stopped": False, "paused": False}
        session.execute(_NEW_CONTACT, values)
        row = at_once(session).execute(_LOCKED, {"of": token}).one()
    hour = max(hour_of(at), row.last_inbound_hour or hour_of(at))
    ends, since = row.window_ends, row.since
    if row.last_inbound_hour and hour - row.last_inbound_hour > timedelta(days=stranger_days):
        since = at.date()
    if channel is Channel.WHATSAPP:
        ends = max(at + WHATSAPP_WINDOW, ends or at)
    if (hour, ends, since) != (row.last_inbound_hour, row.window_ends, row.since):
        later(session, _HEARD, {"of": token, "hour": hour, "ends": ends, "since": since})
    return ContactState(token, Channel(row.channel), row.stopped, row.paused, ends, hour, since)


def contact(session: Session, token: str) -> ContactState | None:
    """Returns what is known of a contact, or None."""
    row = session.get(ContactRow, token)
    return None if row is None else _contact_state(row)


def mark_stopped(session: Session, token: str) -> None:
    """Notes that nothing may be sent to this contact until she starts again."""
    session.execute(update(ContactRow).where(ContactRow.token == token).values(stopped=True))


def mark_started(session: Session, token: str) -> None:
    """Notes that the contact may be written to again; only her own START does this."""
    session.execute(update(ContactRow).where(ContactRow.token == token).values(stopped=False))


def set_paused(session: Session, token: str, *, paused: bool) -> None:
    """Holds back, or lets go again, everything that does not answer her own text."""
    session.execute(update(ContactRow).where(ContactRow.token == token).values(paused=paused))


def state_of(session: Session, message_id: UUID) -> State | None:
    """Returns where a message stands."""
    found = session.scalar(select(MessageRow.state).where(MessageRow.id == message_id))
    return None if found is None else State(found)


def locked_state(session: Session, message_id: UUID) -> State | None:
    """Returns where a message stands and keeps others from moving it meanwhile."""
    wanted = select(MessageRow.state).where(MessageRow.id == message_id).with_for_update()
    found = session.scalar(wanted)
    return None if found is None else State(found)


def set_state(session: Session, message_id: UUID, state: State) -> None:
    """Moves a message that has left; what it said and to whom is erased if it was still there."""
    values = {
        "state": state.value, "body": None, "lease_owner": None, "lease_until": None, "echo": None,
    }  # fmt: skip
    session.execute(update(MessageRow).where(MessageRow.id == message_id).values(values))
    if state in LOST:
        cancel_rest(session, message_id)


def cancel_rest(session: Session, message_id: UUID) -> None:
    """Drops the later parts of a text if one part was lost: a torn text misleads."""
    lost = aliased(MessageRow)
    mine = select(lost.whole).where(lost.id == message_id, lost.whole.is_not(None))
    session.execute(
        update(MessageRow)
        .where(
            MessageRow.whole == mine.scalar_subquery(),
            MessageRow.id != message_id,
            MessageRow.state == State.QUEUED.value,
        )
        .values(state=State.CANCELED.value, body=None)
        .execution_options(synchronize_session=False)
    )


def by_handle(session: Session, handle: bytes) -> UUID | None:
    """Finds a message by the keyed name of the provider's id."""
    return session.scalar(select(MessageRow.id).where(MessageRow.provider_handle == handle))


def set_provider_handle(session: Session, message_id: UUID, handle: bytes) -> None:
    """Keeps the keyed name of the provider's id, the first time it is heard."""
    session.execute(
        update(MessageRow)
        .where(MessageRow.id == message_id, MessageRow.provider_handle.is_(None))
        .values(provider_handle=handle)
    )


def add_delivery(
    session: Session, message_id: UUID, status: str, code: str | None, now: datetime
) -> None:
    """Keeps one event of a message."""
    session.add(
        DeliveryRow(id=new_id(), message_id=message_id, status=status[:40], error_code=code, at=now)
    )


def deliveries(session: Session, message_id: UUID) -> tuple[tuple[str, str | None], ...]:
    """Returns the events of a message in the order they were kept."""
    wanted = select(DeliveryRow).where(DeliveryRow.message_id == message_id)
    return tuple(
        (row.status, row.error_code) for row in session.scalars(wanted.order_by(DeliveryRow.at))
    )


def missed_since(session: Session, since: datetime) -> int:
    """Counts the answers to a survivor's text that came too late and were dropped."""
    missed = and_(
        MessageRow.kind == Kind.REPLY.value,
        MessageRow.state == State.EXPIRED.value,
        MessageRow.queued_at >= since,
    )
    return session.scalar(select(func.count()).where(missed)) or 0


def note_missed(session: Session, sent_at: datetime) -> None:
    """Counts a text that was heard too late to be answered, as a missed knock without content."""
    session.add(
        MessageRow(
            id=new_id(),
            kind=Kind.REPLY.value,
            state=State.EXPIRED.value,
            queued_at=sent_at,
            expires_at=sent_at,
        )
    )


def forget_before(session: Session, before: datetime) -> None:
    """Drops finished messages and their events once they are older than an instant."""
    old = select(MessageRow.id).where(
        MessageRow.queued_at < before, MessageRow.state.not_in([s.value for s in UNFINISHED])
    )
    session.execute(delete(DeliveryRow).where(DeliveryRow.message_id.in_(old)))
    session.execute(delete(MessageRow).where(MessageRow.id.in_(old)))


def _contact_state(row: ContactRow) -> ContactState:
    return ContactState(
        row.token, Channel(row.channel), row.stopped, row.paused, row.window_ends,
        row.last_inbound_hour, row.since,
    )  # fmt: skip
