"""What nobody knew is found in the provider's list, or found missing there; never sent again."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from kernel.vocabulary import Address
from outbox import statuses, store
from outbox.listed import Listed, Resolved
from outbox.model import State
from outbox.rows import MessageRow
from outbox.statuses import PROVIDER
from vault.keyring import JobsKeyring
from vault.sendings import echo_of, sending_handle

# The provider's clock is not ours, and a request may hang before it is taken.
_EARLIEST: Final = timedelta(seconds=-10)
_LATEST: Final = timedelta(seconds=60)
_SETTLED: Final = timedelta(minutes=10)


def resolve_maybe(
    session: Session,
    keyring: JobsKeyring,
    listed: Sequence[Listed],
    complete_since: datetime,
    now: datetime,
    provider: str = PROVIDER,
) -> Resolved:
    """Looks for each message that may have left in what the provider lists of outgoing ones.

    `listed` holds every outgoing message since `complete_since`. A match is the same person, the
    same words, the time of sending, and an id that belongs to no other message of ours; the
    comparison is of keyed names, in memory. One that is not there ten minutes later never left:
    it is dropped like one that came too late, and counted as missed.
    """
    waiting = _waiting(session)
    if not waiting:
        return Resolved()
    by_echo = _unclaimed(session, keyring, listed, provider)
    found = missing = 0
    for row in waiting:
        match = _take(by_echo, row)
        if match is not None:
            _apply(session, row, match, now, provider)
            found += 1
        elif _never_left(row, complete_since, now, provider):
            store.add_delivery(session, row.id, State.EXPIRED.value, "never_left", now)
            store.set_state(session, row.id, State.EXPIRED)
            missing += 1
    return Resolved(found, missing, len(waiting) - found - missing)


def _waiting(session: Session) -> Sequence[MessageRow]:
    wanted = (
        select(MessageRow)
        .where(
            MessageRow.state == State.MAYBE_SENT.value,
            MessageRow.echo.is_not(None),
            MessageRow.left_at.is_not(None),
        )
        .order_by(MessageRow.left_at)
        .with_for_update()
    )
    return session.scalars(wanted).all()


def _unclaimed(
    session: Session, keyring: JobsKeyring, listed: Sequence[Listed], provider: str
) -> Mapping[bytes, list[Listed]]:
    handles = {sending_handle(provider, one.id): one for one in listed}
    known = set(
        session.scalars(
            select(MessageRow.provider_handle).where(MessageRow.provider_handle.in_(handles))
        )
    )
    by_echo: dict[bytes, list[Listed]] = defaultdict(list)
    for handle, one in sorted(handles.items(), key=lambda pair: pair[1].at):
        if handle not in known:
            echo = echo_of(keyring, Address.parse(one.recipient), one.text)
            by_echo[echo].append(one)
    return by_echo


def _take(by_echo: Mapping[bytes, list[Listed]], row: MessageRow) -> Listed | None:
    if row.echo is None or row.left_at is None:
        return None
    candidates = by_echo.get(bytes(row.echo), [])
    for one in candidates:
        if row.left_at + _EARLIEST <= one.at <= row.left_at + _LATEST:
            candidates.remove(one)
            return one
    return None


def _apply(session: Session, row: MessageRow, one: Listed, now: datetime, provider: str) -> None:
    handle = sending_handle(provider, one.id)
    # That it is listed proves that it was taken, whatever its status says.
    statuses.apply_status(session, str(row.id), "accepted", None, handle, now, provider)
    statuses.apply_status(session, str(row.id), one.status, one.error_code, handle, now, provider)


def _never_left(row: MessageRow, complete_since: datetime, now: datetime, provider: str) -> bool:
    if row.left_at is None or not row.lane.startswith(f"{provider}:"):
        return False
    return row.left_at + _EARLIEST >= complete_since and now - row.left_at >= _SETTLED
