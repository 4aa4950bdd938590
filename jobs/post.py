"""The outbox's own loop: looks often and cheaply, sends what waits, stops when told."""

import threading
from collections.abc import Callable

from kernel.ids import new_token
from kernel.log import logger
from kernel.programme import load_programme
from outbox import lanes
from outbox.carrier import Carrier
from outbox.carriers import switchboard_of
from outbox.dispatch import run_once
from outbox.leases import anything_due
from outbox.marking import Rates
from outbox.practice import PracticeCarrier, PracticeKey
from outbox.rates import read_rates
from outbox.rehearsing import Rehearsal, is_played
from pathway.desk import House

LOOK_SECONDS = 0.15
_AFTER_ACCIDENT_SECONDS = 2.0
_AT_ONCE = 20
_WORKERS = 4


class NoCarrier(Exception):
    """Says that nothing can be sent: there is no programme, or no provider account."""


def carrier_of(house: House) -> Carrier:
    """Chooses the practice carrier in a practice database, else the provider of the settings."""
    with house.database.reading() as session:
        programme = load_programme(session)
    if programme is None:
        raise NoCarrier("no programme is set up: run `flask init` or `flask demo`")
    if programme.practice:
        return _practice(house)
    switchboard = switchboard_of(house.settings, house.database)
    if switchboard is None:
        raise NoCarrier(
            "no provider account: set UNDERTONE_TWILIO_ACCOUNT_SID, UNDERTONE_META_ACCESS_TOKEN "
            "or UNDERTONE_AT_API_KEY, each with what belongs to it"
        )
    return switchboard


def rates_of(house: House, carrier: Carrier) -> Rates | None:
    """Returns how fast each sender may send; a practice phone is not slowed down."""
    return None if carrier.repeatable else read_rates(house.settings.send_rates)


def drain(house: House, carrier: Carrier, owner: str) -> int:
    """Sends until nothing is due and returns how many messages were looked at."""
    total, rates = 0, rates_of(house, carrier)
    while looked_at := run_once(house, carrier, owner, _batch(carrier), rates):
        total += looked_at
    return total


def loop(house: House, carrier: Carrier, stop: threading.Event) -> None:
    """Sends until told to stop; an accident is logged by its kind and the loop goes on."""
    owner, rates = new_token(), rates_of(house, carrier)
    while not stop.is_set():
        wait = LOOK_SECONDS
        try:
            if _looks_worthwhile(house, rates) and run_once(
                house, carrier, owner, _batch(carrier), rates
            ):
                wait = 0.0
        except Exception as error:  # noqa: BLE001 - the loop outlives a database that went away
            logger().error("outbox_failed", error=type(error).__name__)
            wait = _AFTER_ACCIDENT_SECONDS
        stop.wait(wait)


def _looks_worthwhile(house: House, rates: Rates | None) -> bool:
    now = house.clock.now()
    with house.database.reading() as session:
        # What waits for a full lane is left alone: looking costs others their turn to write.
        full = None if rates is None else lanes.full(session, rates, now)
        return anything_due(session, now, full)


def start(house: House, carrier: Carrier, stop: threading.Event) -> Callable[[], None]:
    """Starts the loop's threads and returns what waits for them to end."""
    count = 1 if carrier.repeatable else _WORKERS
    threads = [
        threading.Thread(target=loop, args=(house, carrier, stop), name=f"outbox-{number}")
        for number in range(count)
    ]
    for thread in threads:
        thread.start()

    def join() -> None:
        for thread in threads:
            thread.join()

    return join


def _practice(house: House) -> Carrier:
    key = PracticeKey.of(house.jobs_keyring)
    if key is None:
        raise NoCarrier("the jobs keyring of this practice database has no practice key")
    phone = PracticeCarrier(house.database, key, house.clock)
    # With the fake provider on this machine, practice meets its misbehaviour too.
    played = switchboard_of(house.settings, house.database) if is_played(house.settings) else None
    return phone if played is None else Rehearsal(played, phone)


def _batch(carrier: Carrier) -> int:
    # A claimed message is marked as being sent: take no more than a crash may put in doubt.
    return _AT_ONCE if carrier.repeatable else 1
