from __future__ import annotations

from sqlalchemy.orm import Session

from kernel.clock import StoppedClock
from staff.throttle import TRIES_EACH, TRIES_FROM_ONE_ORIGIN, Throttle
from vault.keyring import NewKeys


def fail(throttle: Throttle, session: Session, clock: StoppedClock, times: int) -> None:
    for _ in range(times):
        throttle.note_failure(session, clock.now())
    session.flush()


def test_a_stranger_elsewhere_locks_nobody_out(
    session: Session, keys: NewKeys, clock: StoppedClock
) -> None:
    stranger = Throttle.of(keys.web, "ada@example.org", "203.0.113.9")
    own = Throttle.of(keys.web, "ada@example.org", "198.51.100.4")

    fail(stranger, session, clock, TRIES_FROM_ONE_ORIGIN)

    assert stranger.is_closed(session, clock.now())
    assert not own.is_closed(session, clock.now())


def test_one_origin_that_tries_many_addresses_is_stopped(
    session: Session, keys: NewKeys, clock: StoppedClock
) -> None:
    for number in range(TRIES_FROM_ONE_ORIGIN):
        fail(Throttle.of(keys.web, f"{number}@example.org", "203.0.113.9"), session, clock, 1)

    fresh = Throttle.of(keys.web, "fresh@example.org", "203.0.113.9")
    assert fresh.is_closed(session, clock.now())


def test_a_success_forgets_the_failures_of_the_pair(
    session: Session, keys: NewKeys, clock: StoppedClock
) -> None:
    own = Throttle.of(keys.web, "ada@example.org", "198.51.100.4")
    fail(own, session, clock, TRIES_EACH)

    own.forgive(session, clock.now())

    assert not own.is_closed(session, clock.now())


def test_what_is_stored_names_neither_address_nor_origin(
    session: Session, keys: NewKeys, clock: StoppedClock
) -> None:
    own = Throttle.of(keys.web, "ada@example.org", "198.51.100.4")
    fail(own, session, clock, 1)

    assert b"ada" not in own.pair + own.origin
    assert len(own.pair) == len(own.origin) == 32
    assert Throttle.of(keys.web, "Ada@Example.org ", "198.51.100.4") == own
