from __future__ import annotations

from datetime import timedelta

import pytest

from kernel.vocabulary import Channel
from outbox.model import ContactState, Kind
from outbox.safety import Hold, May, MayNot, may_send
from tests.conftest import NOON

SOON = NOON + timedelta(minutes=2)


def contact(**changes: object) -> ContactState:
    plain: dict[str, object] = {
        "token": "t", "channel": Channel.SMS, "stopped": False, "paused": False,
        "window_ends": NOON + timedelta(hours=1), "last_inbound_hour": NOON,
    }  # fmt: skip
    return ContactState(**{**plain, **changes})  # type: ignore[arg-type]


def test_a_fresh_answer_may_go_for_as_long_as_it_is_worth_it() -> None:
    assert may_send(Kind.REPLY, Channel.SMS, SOON, contact(), NOON) == May(120)


@pytest.mark.parametrize("kind", list(Kind))
def test_what_is_late_stays_whatever_it_is(kind: Kind) -> None:
    late = SOON + timedelta(seconds=1)
    assert may_send(kind, Channel.SMS, SOON, contact(), late) == MayNot(Hold.EXPIRED)


@pytest.mark.parametrize("kind", [Kind.REPLY, Kind.HUMAN, Kind.RESPONDER])
def test_after_stop_nothing_goes(kind: Kind) -> None:
    verdict = may_send(kind, Channel.SMS, SOON, contact(stopped=True), NOON)
    assert verdict == MayNot(Hold.STOPPED)


def test_the_answer_to_stop_itself_may_go() -> None:
    assert isinstance(may_send(Kind.OPT_OUT, Channel.SMS, SOON, contact(stopped=True), NOON), May)


def test_a_pause_holds_what_we_start_and_not_what_answers_her() -> None:
    paused = contact(paused=True)
    assert isinstance(may_send(Kind.REPLY, Channel.SMS, SOON, paused, NOON), May)
    assert may_send(Kind.HUMAN, Channel.SMS, SOON, paused, NOON) == MayNot(Hold.PAUSED)


@pytest.mark.parametrize("known", [None, contact(window_ends=None), contact(window_ends=NOON)])
def test_whatsapp_outside_its_window_stays(known: ContactState | None) -> None:
    verdict = may_send(Kind.HUMAN, Channel.WHATSAPP, SOON, known, NOON)
    assert verdict == MayNot(Hold.WINDOW_CLOSED)


def test_whatsapp_inside_its_window_goes() -> None:
    assert isinstance(may_send(Kind.HUMAN, Channel.WHATSAPP, SOON, contact(), NOON), May)


def test_a_responder_nobody_heard_from_can_be_texted() -> None:
    assert isinstance(may_send(Kind.RESPONDER, Channel.SMS, SOON, None, NOON), May)
