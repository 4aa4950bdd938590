"""Compares what the provider has with what is here: lost messages are made good, copies deleted.

The web process says what is known and hears what was lost; this one speaks to the provider.
Nothing is deleted before it is durably here, and nothing is asked of messages from before us.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Final, TypeVar
from urllib.parse import urlsplit

import requests

from jobs import copies
from jobs.copies import Counts
from jobs.inside import WebProcess
from kernel import envelopes
from kernel.log import logger
from outbox.errors import read_code
from outbox.handles import states_by_handle
from outbox.maybe import resolve_maybe
from outbox.model import State
from outbox.statuses import state_after
from outbox.twilio_archive import PROVIDER, Listed, NotListed, TwilioArchive
from pathway.desk import House
from vault.sendings import sending_handle

Item = TypeVar("Item")
# A webhook and its retries take fifteen seconds; what is older and unknown was lost.
GRACE: Final = timedelta(seconds=60)
# Marks of what was heard are kept for thirty days: beyond, nobody can tell what is known.
CHECKED: Final = timedelta(days=25)
# A voice note may be referred to by her sealed state until that expires.
MEDIA_STAYS: Final = timedelta(hours=50)
LOOKED_FOR: Final = timedelta(hours=1)
SENT_IS_FINAL: Final = timedelta(hours=6)
_PAGES, _DELETIONS, _IDS, _TEXTS = 20, 500, 500, 20
_ENDS: Final = frozenset({"delivered", "read", "undelivered", "failed", "canceled"})
_OPEN_HERE: Final = frozenset({"queued", "sending", "maybe_sent"})
_SAFE: Final = frozenset({"answered", "silent", "repeated"})


def run(house: House, now: datetime) -> None:
    """Reconciles with each provider that can list; counts go to the page of settings."""
    archive = TwilioArchive.of(house.settings)
    if archive is None or not _may_delete(house):
        return
    with house.database.unit_of_work() as session:
        since = copies.begin(session, PROVIDER, now)
    try:
        found = Reconciling(house, archive, since, now).done()
    except (requests.RequestException, NotListed) as error:
        logger().error("reconcile_failed", provider=PROVIDER, error=type(error).__name__)
        with house.database.unit_of_work() as session:
            copies.note_failure(session, PROVIDER, now, f"{type(error).__name__} {error}"[:40])
        return
    with house.database.unit_of_work() as session:
        copies.note(session, PROVIDER, now, found)


def _may_delete(house: House) -> bool:
    """Says whether the account is this line's: a practice city touches a stand-in only."""
    with house.database.reading() as session:
        if not house.programme(session).practice:
            return True
    host = urlsplit(house.settings.twilio_api_url or "").hostname or ""
    return host == "localhost" or host.startswith("127.")


class Reconciling:
    """Is one comparison, from the list to the last deletion."""

    def __init__(
        self, house: House, archive: TwilioArchive, since: datetime, now: datetime
    ) -> None:
        self._house = house
        self._archive = archive
        self._web = WebProcess(house)
        self._from = max(since, now - CHECKED)
        self._now = now
        self._counts = Counts()

    def done(self) -> Counts:
        """Makes good what was lost, deletes what is safely here, and counts what stays."""
        everything = list(self._archive.messages(_PAGES))
        self._resolve(everything)
        listed = [one for one in everything if one.at <= self._now - GRACE]
        self._counts.listed = len(listed)
        ours = [one for one in listed if one.at >= self._from]
        heard = self._heard([one for one in ours if one.inbound])
        ended = self._ended([one for one in ours if not one.inbound])
        self._delete(listed, heard | ended)
        return self._counts

    def _resolve(self, everything: Sequence[Listed]) -> None:
        """Looks for each message of ours that may have left."""
        sent = [one for one in everything if not one.inbound]
        # Of the last hour nothing was deleted that might be looked for.
        since = max(self._from, self._now - LOOKED_FOR)
        if not self._archive.is_complete and everything:
            since = max(since, everything[-1].at)
        keyring = self._house.jobs_keyring
        with self._house.database.unit_of_work() as session:
            resolve_maybe(session, keyring, sent, since, self._now, PROVIDER)

    def _delete(self, listed: Sequence[Listed], safe: frozenset[str]) -> None:
        left = _DELETIONS
        for one in reversed(listed):
            if one.id in safe and left and self._archive.delete(one.id):
                self._counts.deleted += 1
                left -= 1
            else:
                self._counts.stays(one.at)

    def _heard(self, inbound: list[Listed]) -> frozenset[str]:
        """Returns which are durably here, those included that are made good now."""
        known = self._ask_known(inbound)
        # Oldest first: what waited longest is heard first, and each person's in her own order.
        lost = sorted((o for o in inbound if known[o.id] == "unknown"), key=lambda one: one.at)
        good = frozenset(self._make_good(lost))
        self._counts.made_good = len(good)
        return frozenset(
            one.id
            for one in inbound
            if (known[one.id] == "here" or one.id in good) and self._may_go(one)
        )

    def _may_go(self, one: Listed) -> bool:
        return not one.media or one.at <= self._now - MEDIA_STAYS

    def _make_good(self, lost: Sequence[Listed]) -> Iterator[str]:
        """Has each lost message heard, as it was sent; yields those that are here now."""
        for part in _in_parts(lost, _TEXTS):
            messages = [envelopes.written(self._archive.inbound(one)) for one in part]
            outcomes = self._web.ask("ingest", {"messages": messages})["outcomes"]
            heard = zip(part, outcomes, strict=True)
            yield from (one.id for one, how in heard if how in _SAFE)

    def _ended(self, outbound: list[Listed]) -> frozenset[str]:
        """Returns which of our own messages are at their end, here as there."""
        ended = [one for one in outbound if self._is_final(one)]
        handles = {one.id: sending_handle(PROVIDER, one.id) for one in ended}
        with self._house.database.reading() as session:
            states = states_by_handle(session, list(handles.values()))
        here = {one.id: states.get(handles[one.id]) for one in ended}
        self._tell_news([one for one in ended if _is_news(one, here[one.id])])
        return frozenset(one.id for one in ended if self._is_settled(one, here[one.id]))

    def _is_settled(self, one: Listed, here: str | None) -> bool:
        # One that nobody here knows may be a message that was "maybe sent": it is looked for first.
        if here is None:
            return one.at <= self._now - LOOKED_FOR
        return here not in _OPEN_HERE

    def _is_final(self, one: Listed) -> bool:
        # Many carriers send no report of delivery: then `sent` is all that is ever said.
        is_old = one.at <= self._now - SENT_IS_FINAL
        return one.status in _ENDS or (one.status == "sent" and is_old)

    def _tell_news(self, ended: Sequence[Listed]) -> None:
        """Brings the ends whose callback was lost; the web process knows whose they are."""
        for part in _in_parts(ended, _IDS):
            news = [[one.id, one.status, one.error_code, one.recipient] for one in part]
            self._web.ask("news", {"provider": PROVIDER, "news": news})

    def _ask_known(self, listed: Sequence[Listed]) -> dict[str, str]:
        found: dict[str, str] = {}
        for part in _in_parts(listed, _IDS):
            ids = [one.id for one in part]
            found |= self._web.ask("known", {"provider": PROVIDER, "ids": ids})
        return found


def _is_news(one: Listed, here: str | None) -> bool:
    if here is None:
        return False
    state = State(here)
    return state_after(state, one.status, read_code(one.error_code), PROVIDER) is not state


def _in_parts(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    return (items[at : at + size] for at in range(0, len(items), size))
