"""When the database is away: what is heard is kept sealed, and danger gets one careful line.

Nothing here knows who writes or where she stands. Once the database is back, what waited is heard
in order, and before that contact's next turn.
"""

import fcntl
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from sqlalchemy.exc import DataError, IntegrityError, NotSupportedError, SQLAlchemyError

from bots import spool, stateless
from bots.conversation import hear
from bots.replying import Hearing
from bots.spool import Damaged, Spool
from kernel.db import NotCommitted
from kernel.log import logger
from kernel.vocabulary import Address, Inbound
from pathway.desk import House, LineClosed, NotSetUp
from staff.directory import NoIntakeKeyError

# What says that the database, or the disk under it, did not do its part.
AWAY: Final = (SQLAlchemyError, NotCommitted, OSError)
# What a database that is there says of one message: that one must not hold up the others.
_ITS_OWN: Final = (DataError, IntegrityError, NotSupportedError)
_CLOSED: Final = (LineClosed, NotSetUp, NoIntakeKeyError)
_TRIES: Final = 3
_OTHERS: Final = 5
_failed: Counter[str] = Counter()


@dataclass(frozen=True)
class Outage:
    """Says what to answer at once, if anything, and whether the message outlasts a power cut."""

    text: str | None
    kept: bool


def hear_or_keep(house: House, inbound: Inbound) -> Hearing | Outage:
    """Hears one verified message after whatever of hers waited; keeps it if that cannot be."""
    try:
        catch_up(house, inbound.sender)
        hearing = hear(house, inbound)
    except AWAY as error:
        logger().error("heard_into_spool", error=type(error).__name__)
        return answer(house, inbound)
    stateless.refresh(house)
    return hearing


def answer(house: House, inbound: Inbound) -> Outage:
    """Keeps a message that the database could not take, and says what she gets meanwhile."""
    text = stateless.line_for(house, inbound)
    try:
        _spool(house).keep(inbound, house.clock.now())
    except OSError as error:
        logger().error("spool_failed", error=type(error).__name__)
        return Outage(text, kept=False)
    return Outage(text, kept=True)


def catch_up(house: House, sender: Address) -> None:
    """Hears what waited of one contact, and a little of what others sent."""
    kept = _spool(house)
    if not kept.names():
        return
    with _alone(kept):
        for name in kept.of(sender):
            _hear_again(house, kept, name)
        with suppress(*AWAY):
            for name in kept.names()[:_OTHERS]:
                _hear_again(house, kept, name)


def drain(house: House, most: int = 500) -> int:
    """Hears what waited, in order, a few at a time; returns how many still wait."""
    kept = _spool(house)
    names = kept.names()[:most]
    # A few at a time, so that whoever writes meanwhile need not wait for all of them.
    for start in range(0, len(names), _OTHERS):
        with _alone(kept):
            for name in names[start : start + _OTHERS]:
                _hear_again(house, kept, name)
    return len(kept.names())


def waiting(house: House) -> tuple[int, int]:
    """Counts what waits in the spool, and what was put aside because it cannot be heard."""
    kept = _spool(house)
    return len(kept.names()), kept.aside()


def _hear_again(house: House, kept: Spool, name: str) -> None:
    """Hears one kept message; it is removed after the commit, so a crash only repeats it."""
    try:
        inbound = kept.read(name)
        if inbound is not None:
            hear(house, replace(inbound, recovered=True))
    except (*AWAY, *_CLOSED) as error:
        if not isinstance(error, _ITS_OWN):
            raise
        _count_failure(kept, name, error)
        return
    except Exception as error:  # noqa: BLE001 - one that cannot be heard must not stop the rest
        _count_failure(kept, name, error)
        return
    kept.drop(name)


def _count_failure(kept: Spool, name: str, error: Exception) -> None:
    _failed[name] += 1
    logger().error("spooled_not_heard", error=type(error).__name__, attempt=_failed[name])
    if isinstance(error, Damaged) or _failed[name] >= _TRIES:
        kept.put_aside(name)


@contextmanager
def _alone(kept: Spool) -> Iterator[None]:
    """Lets one thread of one process hear what waited, so that nobody overtakes herself."""
    with kept.turn, Path(kept.folder / ".turn").open("ab") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _spool(house: House) -> Spool:
    return spool.spool_of(house.settings.var_dir, house.keyring)
