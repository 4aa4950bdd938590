"""Answering without an account: an expiring link, a PIN, a yes or a no; looking spends nothing."""

from dataclasses import dataclass
from datetime import datetime

from pathway.answering import Answered, Refused, request_line, take_no, take_yes
from pathway.desk import Desk
from pathway.intake import note
from referral import directory, link_store, store
from referral.link_store import Link
from referral.model import TERMINAL, Attempt
from vault.pins import pin_is_right
from vault.pseudonym import link_handle


@dataclass(frozen=True)
class LinkView:
    """Shows what a link stands for, and no more than its text already said."""

    code: str
    category: str
    tier: str
    due_at: datetime | None
    expires_at: datetime
    state: str
    organization_name: str


@dataclass(frozen=True)
class LinkGone:
    """Says that a link is unknown, spent, or past its time."""


@dataclass(frozen=True)
class WrongPin:
    """Says that the PIN was not right and how many tries are left."""

    tries_left: int


def peek(desk: Desk, token: str) -> LinkView | LinkGone:
    """Shows what a link stands for; looking spends nothing."""
    found = _link(desk, token)
    if found is None:
        return LinkGone()
    link, attempt = found
    line = request_line(desk, attempt)
    organization = directory.organization(desk.session, attempt.organization_id)
    return LinkView(
        code=attempt.code,
        category=line.category,
        tier=line.tier,
        due_at=attempt.due_at,
        expires_at=link.expires_at,
        state=attempt.state.value,
        organization_name=organization.name if organization else "",
    )


def answer_by_link(
    desk: Desk, token: str, pin: str, decision: str, reason_code: str | None = None
) -> Answered | WrongPin | LinkGone | Refused:
    """Takes a yes or no with the PIN; five tries, and the link is spent by the answer."""
    found = _link(desk, token)
    if found is None:
        return LinkGone()
    link, attempt = found
    left = link_store.count_try(desk.session, link.id)
    if left is None:
        return LinkGone()
    phones = link_store.responders_of(desk.session, attempt.organization_id)
    if not any(pin_is_right(pin, one.pin_salt, one.pin_verifier) for one in phones):
        note(desk, "link.wrong_pin", "attempt", attempt.id, "responder")
        return WrongPin(left)
    done = (
        take_yes(desk, attempt, "responder")
        if decision == "accept"
        else take_no(desk, attempt, reason_code or "other", "responder")
    )
    if isinstance(done, Answered):
        link_store.spend_link(desk.session, link.id, desk.now)
    return done


def _link(desk: Desk, token: str) -> tuple[Link, Attempt] | None:
    link = link_store.link_by_handle(desk.session, link_handle(token))
    if link is None or not link.is_open(desk.now):
        return None
    attempt = store.attempt(desk.session, link.attempt_id)
    if attempt is None or attempt.state in TERMINAL:
        return None
    return link, attempt
