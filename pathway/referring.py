"""One request to one recipient: her grant, the attempt, the sealed packet, and its sending."""

from dataclasses import dataclass
from datetime import timedelta
from typing import assert_never
from uuid import UUID

from kernel.clock import quarter_of
from kernel.ids import new_code, new_id
from kernel.vocabulary import Tier
from pathway.desk import Desk
from pathway.drills import STOPPED, may_be_asked
from pathway.intake import note, seal_to_intake
from pathway.marks import mark_like_need
from pathway.notice import Post, post_of, tell_responders
from referral import need_store, packet_store, sending, store
from referral.model import (
    Actor,
    Attempt,
    AttemptState,
    Grant,
    NoConsent,
    check_grant,
)
from referral.sending import AlreadySent, NotSendable, Sent
from staff.directory import NoIntakeKeyError, intake_public
from vault.sealing import Place, PublicKey, seal_json

GRANT_LIVES = timedelta(days=7)


@dataclass(frozen=True)
class Request:
    """Holds what is asked of one recipient, and how she said yes."""

    need_id: UUID
    organization_id: UUID
    service_id: UUID
    tier: Tier
    fields: tuple[str, ...]
    packet: dict[str, str]
    evidence: dict[str, str]
    actor: Actor
    counted: bool = False
    position: int = 1
    lives: timedelta = GRANT_LIVES


def prepare(desk: Desk, request: Request) -> Attempt:
    """Keeps her yes, the attempt, and the packet, built now and held until it is released."""
    grant = _keep_grant(desk, request)
    attempt_id = new_id()
    mark = mark_like_need(desk, attempt_id, request.need_id)
    attempt = Attempt(
        id=attempt_id,
        code=new_code(),
        need_id=request.need_id,
        organization_id=request.organization_id,
        service_id=request.service_id,
        state=AttemptState.CONSENTED,
        tier=request.tier,
        updated_at=desk.now,
        position=request.position,
        cohort_quarter=quarter_of(desk.today) if request.counted and mark is None else None,
        grant_id=grant.id,
        drill=mark,
    )
    store.save_attempt(desk.session, attempt, request.actor)
    _hold_packet(desk, request, attempt)
    note(desk, "consent.given", "attempt", attempt.id)
    return attempt


def dispatch(post: Post, attempt: Attempt) -> Sent | AlreadySent | NoConsent | NotSendable:
    """Sends a prepared request if her yes holds for this recipient now, and tells the responder."""
    if not may_be_asked(post.session, post.sender, attempt):
        return NotSendable(STOPPED)
    grant = need_store.grant(post.session, attempt.grant_id)
    valid = check_grant(grant, attempt.organization_id, post.now)
    if isinstance(valid, NoConsent):
        return valid
    outcome = sending.send(post.session, attempt.id, valid, post.now)
    match outcome:
        case Sent(attempt=sent):
            tell_responders(post, sent)
        case AlreadySent() | NoConsent() | NotSendable():
            pass
        case _:
            assert_never(outcome)
    return outcome


def send_now(desk: Desk, attempt: Attempt) -> Sent | AlreadySent | NoConsent | NotSendable:
    """Sends a prepared request from the web process and writes it down."""
    outcome = dispatch(post_of(desk), attempt)
    if isinstance(outcome, Sent):
        note(desk, "referral.sent", "attempt", attempt.id)
    return outcome


def packet_place(programme: str, key_id: str, packet_id: UUID) -> Place:
    """Names where a packet rests; its organization is the one whose key it was sealed to."""
    return Place(programme, key_id.split(":")[1], "packet", str(packet_id), "body")


def _keep_grant(desk: Desk, request: Request) -> Grant:
    grant = Grant(
        id=new_id(),
        need_id=request.need_id,
        recipient_id=request.organization_id,
        fields=request.fields,
        valid_from=desk.now,
        expires_at=desk.now + request.lives,
    )
    value = {"fields": list(request.fields), **request.evidence}
    sealed = seal_to_intake(desk, "consent_grant", grant.id, value)
    need_store.save_grant(desk.session, grant, sealed)
    return grant


def _hold_packet(desk: Desk, request: Request, attempt: Attempt) -> None:
    packet_id = new_id()
    key = recipient_key(desk, request.organization_id)
    place = packet_place(desk.keyring.programme, key.id, packet_id)
    sealed = seal_json(key, place, request.packet)
    packet_store.hold_packet(desk.session, packet_id, attempt.id, sealed)


def recipient_key(desk: Desk, organization_id: UUID) -> PublicKey:
    """Returns the recipient's key; one without accounts is called, so our team keeps the packet."""
    try:
        return intake_public(desk.session, organization_id, desk.keyring)
    except NoIntakeKeyError:
        return intake_public(desk.session, desk.intake_id, desk.keyring)
