"""Tells a responder that a request waits: a neutral text with a reference, never what it holds."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from kernel.ids import new_id, new_token
from kernel.programme import Programme
from outbox import store as outbox
from outbox.model import Kind, SealedAddress
from pathway.desk import Desk
from referral import link_store
from referral.link_store import Responder
from referral.model import Attempt
from vault.keyring import JobsKeyring, WebKeyring
from vault.pseudonym import link_handle
from vault.sealing import Place

_LINK_LIVES = timedelta(days=3)
_TEXT_LIVES = timedelta(hours=4)
_TEXT = "{line}: request {code} waits for you. Please answer by {by}: {url}/answer/{token}"


@dataclass(frozen=True)
class Post:
    """Holds what telling needs; either process has it, with its own keyring."""

    session: Session
    now: datetime
    programme: Programme
    sender: WebKeyring | JobsKeyring
    public_url: str


def post_of(desk: Desk) -> Post:
    """Returns the post of a web desk."""
    return Post(desk.session, desk.now, desk.programme, desk.keyring, desk.public_url)


def tell_responders(post: Post, attempt: Attempt) -> int:
    """Texts every phone that answers for an organization without accounts; returns how many."""
    phones = link_store.responders_of(post.session, attempt.organization_id)
    for phone in phones:
        _tell(post, attempt, phone)
    return len(phones)


def address_place(programme: str, responder: Responder) -> Place:
    """Names where a responder's number rests."""
    return Place(
        programme, str(responder.organization_id), "responder", str(responder.id), "address"
    )


def _tell(post: Post, attempt: Attempt, phone: Responder) -> None:
    token = new_token()
    expires_at = min(attempt.due_at or post.now + _LINK_LIVES, post.now + _LINK_LIVES)
    link_store.save_link(post.session, new_id(), link_handle(token), attempt.id, expires_at)
    by = expires_at.astimezone(ZoneInfo(post.programme.timezone))
    text = _TEXT.format(
        line=post.programme.line,
        code=attempt.code,
        by=f"{by:%H:%M}" if expires_at - post.now < timedelta(hours=20) else f"{by:%d.%m. %H:%M}",
        url=post.public_url,
        token=token,
    )
    outbox.enqueue(
        post.session,
        post.sender,
        kind=Kind.RESPONDER,
        address=SealedAddress(address_place(post.programme.id, phone), phone.address),
        text=text,
        contact_token="",
        now=post.now,
        expires_at=min(expires_at, post.now + _TEXT_LIVES),
        priority=1,
    )
