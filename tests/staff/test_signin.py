from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pyotp
import pytest
from sqlalchemy.orm import Session

from kernel.clock import StoppedClock
from kernel.vocabulary import Role
from staff import door_store, enrolment, store
from staff.enrolment import NewMember
from staff.signin import Entered, Refused, SignedIn, TooMany, resume, sign_in, sign_out
from staff.throttle import TRIES_EACH
from tests.staff.conftest import EMAIL, PASSPHRASE
from vault.keyring import NewKeys, WebKeyring

Code = Callable[[], str]


@pytest.fixture
def web(keys: NewKeys) -> WebKeyring:
    return keys.web


@pytest.fixture
def cookie(session: Session, web: WebKeyring, clock: StoppedClock, code: Code) -> str:
    outcome = sign_in(session, web, clock.now(), EMAIL, PASSPHRASE, code())
    assert isinstance(outcome, SignedIn)
    return outcome.cookie


def entered(session: Session, web: WebKeyring, clock: StoppedClock, cookie: str) -> Entered | None:
    return resume(session, web, clock.now(), cookie)


def test_the_cookie_gives_the_member_and_her_keys_back(
    session: Session, web: WebKeyring, clock: StoppedClock, ada: NewMember, cookie: str
) -> None:
    here = entered(session, web, clock, cookie)

    assert here is not None
    assert here.identity == ada.account.member.identity
    assert here.keys == ada.keys


def test_the_email_is_found_however_it_is_written(
    session: Session, web: WebKeyring, clock: StoppedClock, code: Code
) -> None:
    outcome = sign_in(session, web, clock.now(), f" {EMAIL.upper()} ", PASSPHRASE, code())

    assert isinstance(outcome, SignedIn)


@pytest.mark.parametrize(
    ("email", "passphrase", "digits"),
    [
        ("nobody@example.org", PASSPHRASE, None),
        (EMAIL, PASSPHRASE + " ", None),
        (EMAIL, PASSPHRASE, "000000"),
        (EMAIL, "", ""),
        (EMAIL, PASSPHRASE, "١٢٣٤٥٦"),
    ],
)
def test_whatever_is_wrong_the_answer_is_the_same(
    session: Session, web: WebKeyring, clock: StoppedClock, code: Code,
    email: str, passphrase: str, digits: str | None,
) -> None:  # fmt: skip
    outcome = sign_in(
        session, web, clock.now(), email, passphrase, code() if digits is None else digits
    )

    assert outcome == Refused()


def test_a_code_works_once_and_no_earlier_one_after_it(
    session: Session, web: WebKeyring, clock: StoppedClock, ada: NewMember, cookie: str
) -> None:
    del cookie
    codes = pyotp.TOTP(ada.totp_secret)
    used, earlier = codes.at(clock.now()), codes.at(clock.now(), counter_offset=-1)

    assert sign_in(session, web, clock.now(), EMAIL, PASSPHRASE, used) == Refused()
    assert sign_in(session, web, clock.now(), EMAIL, PASSPHRASE, earlier) == Refused()
    clock.advance(seconds=30)
    fresh = codes.at(clock.now())
    assert isinstance(sign_in(session, web, clock.now(), EMAIL, PASSPHRASE, fresh), SignedIn)


def test_a_clock_may_be_one_step_off_but_not_two(
    session: Session, web: WebKeyring, clock: StoppedClock, ada: NewMember
) -> None:
    codes = pyotp.TOTP(ada.totp_secret)

    late, too_late = (
        codes.at(clock.now(), counter_offset=-1),
        codes.at(clock.now(), counter_offset=-2),
    )

    assert sign_in(session, web, clock.now(), EMAIL, PASSPHRASE, too_late) == Refused()
    assert isinstance(sign_in(session, web, clock.now(), EMAIL, PASSPHRASE, late), SignedIn)


def test_an_idle_session_ends_after_thirty_minutes(
    session: Session, web: WebKeyring, clock: StoppedClock, cookie: str
) -> None:
    clock.advance(minutes=29, seconds=59)
    assert entered(session, web, clock, cookie) is not None

    clock.advance(seconds=1)
    assert entered(session, web, clock, cookie) is None


def test_a_session_in_use_ends_after_twelve_hours(
    session: Session, web: WebKeyring, clock: StoppedClock, cookie: str
) -> None:
    for _ in range(12 * 3 - 1):
        clock.advance(minutes=20)
        here = entered(session, web, clock, cookie)
        assert here is not None
        door_store.touch(session, here.session_id, clock.now())

    clock.advance(minutes=20)
    assert entered(session, web, clock, cookie) is None


def test_a_changed_cookie_opens_nothing(
    session: Session, web: WebKeyring, clock: StoppedClock, cookie: str
) -> None:
    name, _, secret = cookie.partition(".")
    flipped = "A" if secret[0] != "A" else "B"

    for wrong in (
        "",
        ".",
        name,
        f"{name}.",
        f"{name}.{flipped}{secret[1:]}",
        f"zz.{secret}",
        "é.é",
    ):
        assert entered(session, web, clock, wrong) is None


def test_a_bundle_moved_to_another_session_does_not_open(
    session: Session, web: WebKeyring, clock: StoppedClock, ada: NewMember, cookie: str
) -> None:
    here = entered(session, web, clock, cookie)
    assert here is not None
    seat = door_store.seat(session, here.session_id)
    assert seat is not None
    other = replace(seat, id=ada.member_id)
    door_store.add_seat(session, other)
    secret = cookie.partition(".")[2]

    assert entered(session, web, clock, f"{other.id.hex}.{secret}") is None


def test_signing_out_ends_the_session_for_good(
    session: Session, web: WebKeyring, clock: StoppedClock, cookie: str
) -> None:
    here = entered(session, web, clock, cookie)
    assert here is not None

    sign_out(session, here, clock.now())
    session.flush()

    assert entered(session, web, clock, cookie) is None


def test_a_closed_account_is_out_at_once(
    session: Session, web: WebKeyring, clock: StoppedClock, ada: NewMember, code: Code, cookie: str
) -> None:
    store.deactivate(session, ada.member_id)
    session.expire_all()

    assert entered(session, web, clock, cookie) is None
    clock.advance(seconds=30)
    assert sign_in(session, web, clock.now(), EMAIL, PASSPHRASE, code()) == Refused()


def test_nobody_ends_a_session_of_somebody_else(
    session: Session, web: WebKeyring, clock: StoppedClock, organization: UUID, cookie: str
) -> None:
    here = entered(session, web, clock, cookie)
    other = enrolment.create_member(
        session, web, clock.now(), organization, "Bo", "bo@example.org", [Role.AUDITOR], PASSPHRASE
    )
    assert here is not None

    assert not door_store.end_seat(session, here.session_id, other.member_id)
    assert entered(session, web, clock, cookie) is not None


def test_many_failures_close_the_door_for_that_pair_and_a_while(
    session: Session, web: WebKeyring, clock: StoppedClock, ada: NewMember, code: Code
) -> None:
    del ada
    for _ in range(TRIES_EACH):
        assert sign_in(session, web, clock.now(), EMAIL, "wrong", "000000") == Refused()
        session.flush()

    assert sign_in(session, web, clock.now(), EMAIL, PASSPHRASE, code()) == TooMany()
    clock.advance(minutes=16)
    assert isinstance(sign_in(session, web, clock.now(), EMAIL, PASSPHRASE, code()), SignedIn)


def test_the_door_closes_alike_for_somebody_who_does_not_exist(
    session: Session, web: WebKeyring, clock: StoppedClock
) -> None:
    for _ in range(TRIES_EACH):
        assert sign_in(session, web, clock.now(), "no@example.org", "wrong", "000000") == Refused()
        session.flush()

    assert sign_in(session, web, clock.now(), "no@example.org", "wrong", "000000") == TooMany()


def test_refusals_and_ends_are_in_the_journal(
    session: Session, web: WebKeyring, clock: StoppedClock, ada: NewMember, cookie: str
) -> None:
    here = entered(session, web, clock, cookie)
    assert here is not None
    sign_in(session, web, clock.now(), EMAIL, "wrong", "000000")
    sign_out(session, here, clock.now())
    session.flush()

    told = {(leaf.verb, leaf.actor) for leaf in store.leaves(session)}
    own = str(ada.member_id)
    assert told == {
        ("account_made", own), ("signed_in", own), ("sign_in_refused", own), ("signed_out", own),
    }  # fmt: skip
