"""The lanes messages leave by: a token bucket each, in the database, so that workers share it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from kernel.rows import insert_unless_there
from outbox.model import ANSWER
from outbox.rates import Lane, depth, rate_of
from outbox.rows import LaneRow, MessageRow

_COLUMNS = ["name", "tokens", "filled_at", "strikes"]
_NEW = insert_unless_there(LaneRow, ["name"], _COLUMNS)


@dataclass(frozen=True)
class Full:
    """Names the lanes that take nothing now, and those that take only what somebody waits for."""

    closed: tuple[str, ...] = ()
    urgent_only: tuple[str, ...] = ()

    def passable(self, now: datetime) -> ColumnElement[bool]:
        """Returns what picks the messages whose lane would take them, and those that are late.

        What is late leaves by no lane: it is dropped at once, and staff hear of it at once.
        """
        answers = MessageRow.priority >= ANSWER
        room = and_(
            MessageRow.lane.not_in(self.closed),
            or_(answers, MessageRow.lane.not_in(self.urgent_only)),
        )
        return or_(room, MessageRow.expires_at <= now)


def full(session: Session, rates: Mapping[str, float], now: datetime) -> Full:
    """Looks which lanes are full; a lane nobody used yet is not."""
    lanes = [
        (one, rate_of(rates, one.name)) for one in map(_lane, session.scalars(select(LaneRow)))
    ]
    return Full(
        tuple(lane.name for lane, rate in lanes if not lane.takes_urgent(rate, now)),
        tuple(lane.name for lane, rate in lanes if not lane.takes_bulk(rate, now)),
    )


def take(
    session: Session,
    name: str,
    segments: int,
    rates: Mapping[str, float],
    now: datetime,
    priority: int,
) -> bool:
    """Takes a message's segments out of its lane, and says whether it may go now.

    What is taken may be more than there is: the lane then owes it, and rests that much longer.
    """
    rate = rate_of(rates, name)
    row = _locked(session, name, rate, now)
    lane = _lane(row)
    may = lane.takes_bulk if priority < ANSWER else lane.takes_urgent
    if not may(rate, now):
        return False
    row.tokens = lane.filled(rate, now) - segments
    row.filled_at = max(now, row.filled_at)
    return True


def rest(
    session: Session, name: str, rates: Mapping[str, float], now: datetime, seconds: float
) -> datetime:
    """Lets a whole lane rest because the provider said so; returns until when."""
    row = _locked(session, name, rate_of(rates, name), now)
    until = now + timedelta(seconds=seconds)
    row.held_until = max(until, row.held_until or until)
    row.strikes += 1
    return row.held_until


def strikes(session: Session, name: str) -> int:
    """Returns how often in a row a lane was told to rest."""
    return session.scalar(select(LaneRow.strikes).where(LaneRow.name == name)) or 0


def went_well(session: Session, name: str) -> None:
    """Forgets the strikes of a lane."""
    row = session.scalar(select(LaneRow).where(LaneRow.name == name, LaneRow.strikes > 0))
    if row is not None:
        row.strikes = 0


def _locked(session: Session, name: str, rate: float, now: datetime) -> LaneRow:
    wanted = (
        select(LaneRow)
        .where(LaneRow.name == name)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    row = session.scalar(wanted)
    if row is None:
        fresh = {"name": name, "tokens": depth(rate), "filled_at": now, "strikes": 0}
        session.execute(_NEW, fresh)
        row = session.scalars(wanted).one()
    return row


def _lane(row: LaneRow) -> Lane:
    return Lane(row.name, row.tokens, row.filled_at, row.held_until, row.strikes)
