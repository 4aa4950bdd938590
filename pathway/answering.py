"""Responders: they see the consented fields and nothing else, and answer yes or no."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from kernel.clock import local_day
from kernel.vocabulary import Role
from pathway.desk import Denied, Desk
from pathway.drills import note_yes, shown_request
from pathway.handover import release_next
from pathway.intake import note
from pathway.needs import with_area_name
from pathway.notice import post_of
from pathway.referring import packet_place
from pathway.unsealing import Opener
from referral import (
    directory,
    link_store,
    need_store,
    packet_store,
    step_store,
    store,
    withdrawing,
)
from referral.model import (
    DECLINE_REASONS,
    OUTCOMES,
    Actor,
    Attempt,
    AttemptState,
    Event,
    NeedState,
)
from referral.moves import Illegal
from reporting.cases import store as cases
from staff.signin import Entered

_SHOWN = frozenset(AttemptState) - {
    AttemptState.DRAFTED,
    AttemptState.OFFERED,
    AttemptState.CONSENTED,
}
_WAITING = frozenset({AttemptState.SENT, AttemptState.ACKNOWLEDGED, AttemptState.WAITLISTED})


@dataclass(frozen=True)
class RequestLine:
    """Shows a request in a list."""

    id: UUID
    code: str
    category: str
    tier: str
    state: str
    sent_day: date | None
    due_at: datetime | None
    drill: bool = False


@dataclass(frozen=True)
class RequestView:
    """Shows a request with the fields she agreed to."""

    line: RequestLine
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Answered:
    """Says that an answer was taken."""

    state: str


@dataclass(frozen=True)
class Refused:
    """Says why an answer was not taken."""

    reason: str


def requests(desk: Desk, reader: Entered) -> tuple[RequestLine, ...]:
    """Lists the requests to the reader's organization, waiting ones first."""
    if Role.RESPONDER not in reader.identity.roles:
        return ()
    mine = reader.identity.organization_id
    found = store.attempts_of_organization(desk.session, mine, _SHOWN)
    ordered = sorted(
        found, key=lambda one: (one.state not in _WAITING, -one.updated_at.timestamp())
    )
    return tuple(request_line(desk, one) for one in ordered)


def open_request(desk: Desk, reader: Entered, attempt_id: UUID) -> RequestView | Denied:
    """Opens a request's packet, journalled, for a responder of the organization it was sent to."""
    attempt = _mine(desk, reader, attempt_id)
    if isinstance(attempt, Denied):
        return attempt
    actor = str(reader.identity.member_id)
    note(desk, "packet.read", "attempt", attempt.id, actor, "request")
    if attempt.state is AttemptState.SENT:
        store.move(desk.session, attempt.id, Event.ACKNOWLEDGE, Actor.PROVIDER, desk.now)
    return RequestView(request_line(desk, attempt), _fields(desk, reader, attempt))


def accept(desk: Desk, reader: Entered, attempt_id: UUID) -> Answered | Refused | Denied:
    """Says yes for the reader's organization."""
    attempt = _mine(desk, reader, attempt_id)
    if isinstance(attempt, Denied):
        return attempt
    return take_yes(desk, attempt, str(reader.identity.member_id))


def decline(
    desk: Desk, reader: Entered, attempt_id: UUID, reason_code: str, words: str = ""
) -> Answered | Refused | Denied:
    """Says no with a reason; the next place she agreed to is asked at once."""
    del words
    attempt = _mine(desk, reader, attempt_id)
    if isinstance(attempt, Denied):
        return attempt
    return take_no(desk, attempt, reason_code, str(reader.identity.member_id))


def close(
    desk: Desk, reader: Entered, attempt_id: UUID, outcome_code: str
) -> Answered | Refused | Denied:
    """Closes an accepted request with its outcome."""
    attempt = _mine(desk, reader, attempt_id)
    if isinstance(attempt, Denied):
        return attempt
    event = OUTCOMES.get(outcome_code)
    if event is None:
        return Refused("unknown_outcome")
    moved = store.move(
        desk.session, attempt.id, event, Actor.PROVIDER, desk.now, outcome=outcome_code
    )
    if isinstance(moved, Illegal):
        return Refused("not_now")
    if event is Event.COMPLETE:
        need_store.set_need_state(desk.session, attempt.need_id, NeedState.MET)
    _tell_worker(desk, attempt)
    note(desk, "referral.closed", "attempt", attempt.id, str(reader.identity.member_id))
    return Answered(moved.attempt.state.value)


def take_yes(desk: Desk, attempt: Attempt, actor: str) -> Answered | Refused:
    """Takes a yes: the other requests for the same need are recalled, the worker is told."""
    moved = store.move(desk.session, attempt.id, Event.ACCEPT, Actor.PROVIDER, desk.now)
    if isinstance(moved, Illegal):
        return Refused("not_now")
    withdrawing.recall_others(desk.session, moved.attempt, desk.now)
    link_store.close_links(desk.session, [attempt.id], desk.now)
    _tell_worker(desk, attempt)
    note(desk, "referral.accepted", "attempt", attempt.id, actor)
    note_yes(desk, attempt)
    return Answered(moved.attempt.state.value)


def take_no(desk: Desk, attempt: Attempt, reason_code: str, actor: str) -> Answered | Refused:
    """Takes a no: the packet is erased and the next place she agreed to is asked."""
    if reason_code not in DECLINE_REASONS:
        return Refused("unknown_reason")
    moved = store.move(
        desk.session, attempt.id, Event.REJECT, Actor.PROVIDER, desk.now, reason_code
    )
    if isinstance(moved, Illegal):
        return Refused("not_now")
    packet_store.erase_packets(desk.session, [attempt.id])
    link_store.close_links(desk.session, [attempt.id], desk.now)
    note(desk, "referral.declined", "attempt", attempt.id, actor)
    release_next(post_of(desk), attempt.need_id)
    return Answered(moved.attempt.state.value)


def _tell_worker(desk: Desk, attempt: Attempt) -> None:
    need = need_store.need(desk.session, attempt.need_id)
    if need is not None:
        cases.make_due(desk.session, need.case_id, desk.now)


def _mine(desk: Desk, reader: Entered, attempt_id: UUID) -> Attempt | Denied:
    attempt = store.attempt(desk.session, attempt_id)
    if attempt is None or attempt.organization_id != reader.identity.organization_id:
        return Denied("not_found")
    if Role.RESPONDER not in reader.identity.roles or attempt.state not in _SHOWN:
        return Denied("not_allowed")
    return attempt


def _fields(desk: Desk, reader: Entered, attempt: Attempt) -> tuple[tuple[str, str], ...]:
    packet = packet_store.packet_of(desk.session, attempt.id)
    # On hold nothing more is disclosed, until a worker looks or she ends it.
    if packet is None or packet.sealed is None or attempt.paused:
        return ()
    place = packet_place(desk.keyring.programme, packet.sealed.held_by, packet.id)
    value: dict[str, Any] | None = Opener(desk, reader).json(place, packet.sealed)
    return () if value is None else with_area_name(desk, value)


def request_line(desk: Desk, attempt: Attempt) -> RequestLine:
    """Returns a request as a list shows it."""
    service = directory.services(desk.session, [attempt.service_id]).get(attempt.service_id)
    sent = step_store.sent_at(desk.session, [attempt.id]).get(attempt.id)
    return RequestLine(
        id=attempt.id,
        code=attempt.code,
        category=(service.category or "") if service else "",
        tier=attempt.tier.value,
        state=attempt.state.value,
        sent_day=local_day(sent, desk.programme.timezone) if sent else None,
        due_at=attempt.due_at,
        drill=shown_request(desk, attempt),
    )
