"""A link, a PIN, a yes or no: looking spends nothing, guessing soon ends."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from kernel.clock import StoppedClock
from kernel.vocabulary import Address
from outbox import practice as phones
from pathway import answer_link, withdrawal
from pathway.answer_link import LinkGone, LinkView, WrongPin
from pathway.answering import Answered, Refused
from referral.model import Attempt
from referral.rows import ResponderLinkRow
from tests.pathway.telling import HER_PHONE, SAID, ToldCase, ask, state, tell
from tests.practice import Practice

PLACE = "Open Roof"


def pin(practice: Practice, organization: str = PLACE) -> str:
    told = practice.demo["responder_phones"]
    return next(str(one["pin"]) for one in told if one["organization"] == organization)


def asked(practice: Practice) -> tuple[ToldCase, Attempt, str]:
    """Asks the place, lets the text go out, and reads the link on its phone."""
    told = tell(practice)
    attempt = ask(practice, told, PLACE, "Juniper Rooms")[0]
    practice.app.extensions["clockwork"].send()
    listed = practice.demo["responder_phones"]
    address = next(one["address"] for one in listed if one["organization"] == PLACE)
    with practice.house.glance() as desk:
        thread = phones.thread(desk.session, desk.keyring, Address.parse(address))
    return told, attempt, thread[-1].body.rpartition("/answer/")[2]


def peek(practice: Practice, token: str) -> LinkView | LinkGone:
    with practice.house.glance() as desk:
        return answer_link.peek(desk, token)


def answer(
    practice: Practice, token: str, typed: str, decision: str = "accept", reason: str | None = None
) -> object:
    with practice.house.desk() as desk:
        return answer_link.answer_by_link(desk, token, typed, decision, reason)


def wrong_of(right: str) -> str:
    return f"{(int(right) + 1) % 10**6:06d}"


def test_looking_spends_nothing_and_shows_no_story(practice: Practice) -> None:
    _, attempt, token = asked(practice)
    views = [peek(practice, token) for _ in range(9)]
    assert all(isinstance(one, LinkView) for one in views)
    view = views[-1]
    assert isinstance(view, LinkView)
    assert (view.code, view.organization_name, view.state) == (attempt.code, PLACE, "sent")
    assert SAID not in repr(view)
    assert HER_PHONE.id not in repr(view)
    assert answer(practice, token, pin(practice)) == Answered("accepted")


def test_the_link_is_not_in_the_database(practice: Practice) -> None:
    _, _, token = asked(practice)
    with practice.house.glance() as desk:
        row = desk.session.scalars(select(ResponderLinkRow)).one()
        kept = (row.token_handle, row.tries, row.spent_at)
    assert token.encode() not in kept[0]
    assert kept[1:] == (0, None)


def test_five_wrong_pins_close_it(practice: Practice) -> None:
    _, attempt, token = asked(practice)
    right = pin(practice)
    wrong = wrong_of(right)
    assert [answer(practice, token, wrong) for _ in range(5)] == [
        WrongPin(left) for left in (4, 3, 2, 1, 0)
    ]
    assert answer(practice, token, right) == LinkGone()
    assert peek(practice, token) == LinkGone()
    assert state(practice, attempt) == ("sent", "released")


def test_a_wrong_pin_leaves_room_for_the_right_one(practice: Practice) -> None:
    _, attempt, token = asked(practice)
    answer(practice, token, wrong_of(pin(practice)))
    assert answer(practice, token, f" {pin(practice)} ") == Answered("accepted")
    assert state(practice, attempt)[0] == "accepted"


def test_another_place_s_pin_is_wrong(practice: Practice) -> None:
    _, _, token = asked(practice)
    assert isinstance(answer(practice, token, pin(practice, "Heron Talks")), WrongPin)


def test_an_answered_link_is_spent(practice: Practice) -> None:
    _, attempt, token = asked(practice)
    answer(practice, token, pin(practice))
    assert peek(practice, token) == LinkGone()
    assert answer(practice, token, pin(practice), "decline", "other") == LinkGone()
    assert state(practice, attempt)[0] == "accepted"


def test_a_no_by_link_asks_the_next(practice: Practice) -> None:
    _, attempt, token = asked(practice)
    done = answer(practice, token, pin(practice), "decline", "no_capacity")
    assert done == Answered("rejected")
    assert state(practice, attempt) == ("rejected", "erased")
    assert peek(practice, token) == LinkGone()


def test_an_unknown_reason_is_refused_and_the_link_stays(practice: Practice) -> None:
    _, _, token = asked(practice)
    done = answer(practice, token, pin(practice), "decline", "because")
    assert done == Refused("unknown_reason")
    assert isinstance(peek(practice, token), LinkView)


def test_a_link_ends_with_its_time(practice: Practice, clock: StoppedClock) -> None:
    _, attempt, token = asked(practice)
    view = peek(practice, token)
    assert isinstance(view, LinkView)
    assert view.expires_at == attempt.due_at
    clock.advance(seconds=(view.expires_at - clock.now()) / timedelta(seconds=1))
    assert peek(practice, token) == LinkGone()
    assert answer(practice, token, pin(practice)) == LinkGone()


def test_taking_back_ends_it(practice: Practice) -> None:
    told, attempt, token = asked(practice)
    with practice.house.desk() as desk:
        withdrawal.withdraw_case(desk, told.id)
    assert peek(practice, token) == LinkGone()
    assert answer(practice, token, pin(practice)) == LinkGone()
    assert state(practice, attempt) == ("withdrawn", "erased")


@pytest.mark.parametrize("token", ["", "x", "n0t-a-t0ken-of-ours-at-all"])
def test_one_that_never_was_is_gone(practice: Practice, token: str) -> None:
    assert peek(practice, token) == LinkGone()
    assert answer(practice, token, "000000") == LinkGone()
