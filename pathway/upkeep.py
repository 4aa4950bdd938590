"""Whether anything is on its way and not here: the sealed spool, media, copies at the provider."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from kernel.programme import Programme
from pathway import media
from pathway.desk import Desk, House
from pathway.readiness import Check
from vault.keyring import NoKeyring

_STALE = timedelta(minutes=10)
_TOO_LONG = timedelta(days=3)
_OVERDUE = timedelta(hours=1)


@dataclass(frozen=True)
class Copies:
    """Counts what one provider still holds, what was made good and what was deleted so far."""

    provider: str
    since: datetime
    ran_at: datetime | None
    failed: str | None
    listed: int
    made_good: int
    deleted: int
    still_there: int
    oldest_at: datetime | None


@dataclass(frozen=True)
class Lent:
    """Holds what other doors know: the spool's and the providers' counts, and texts to copy."""

    spool: Callable[[House], tuple[int, int]]
    copies: Callable[[Session], tuple[Copies, ...]]
    texts: Callable[[Programme], tuple[tuple[str, str, str], ...]]


def spool(house: House, lent: Lent) -> Check:
    """Says what waits in the sealed spool; it can be asked while the database is away."""
    try:
        waiting, aside = lent.spool(house)
    except NoKeyring:
        return Check("sealed spool", "cannot be looked at without the web keyring", fault=True)
    if aside:
        said = f"{aside} messages could not be heard: look at {house.settings.var_dir / 'spool'}"
        return Check("sealed spool", said, fault=True)
    if waiting:
        said = f"{waiting} messages wait for the database; the web process hears them when it can"
        return Check("sealed spool", said, fault=True)
    return Check("sealed spool", "nothing waits in it")


def inner_door(house: House) -> Check:
    """Says whether the jobs process can bring the web process what it found."""
    if house.keyring.ingest_verifier is None:
        said = "the keyrings are of an earlier version: run `flask demo`, then restart both"
        return Check("inner door", said, fault=True)
    return Check("inner door", f"the jobs process asks at {house.settings.inside_url}")


def running(desk: Desk, lent: Lent) -> Iterator[Check]:
    """Says what is on its way, with the database there."""
    waiting, oldest = media.waits(desk.session)
    late = oldest is not None and oldest < desk.now - _OVERDUE
    said = f"{waiting} voice notes or pictures are still to be fetched"
    yield Check("media", said if waiting else "nothing is still to be fetched", fault=late)
    for one in lent.copies(desk.session):
        yield _copies(one, desk.now)


def _copies(one: Copies, now: datetime) -> Check:
    name = f"copies at {one.provider}"
    if one.failed:
        return Check(name, f"could not be compared: {one.failed}", fault=True)
    if one.ran_at is None or one.ran_at < now - _STALE:
        return Check(name, "not compared lately: is `flask jobs` running?", fault=True)
    if one.oldest_at is None:
        return Check(name, f"none left; {one.made_good} lost messages made good so far")
    days = (now - one.oldest_at).days
    said = f"{one.still_there} still there, the oldest for {days} days; {one.made_good} made good"
    return Check(name, said, fault=one.oldest_at < now - _TOO_LONG)
