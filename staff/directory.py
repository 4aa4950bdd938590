"""Public keys that can be trusted: intake keys, signed from outside the database."""

import json
from functools import lru_cache
from uuid import UUID

from sqlalchemy.orm import Session

from staff import store
from staff.model import IntakeKey, Member
from vault.keyring import WebKeyring
from vault.sealing import PublicKey
from vault.signing import verify


class NoIntakeKeyError(Exception):
    """Says that an organisation has no intake key that is signed and that somebody can open."""


def certified(programme: str, organization_id: UUID, epoch: str, public: bytes) -> bytes:
    """Returns the bytes that the signature over an intake key covers."""
    written = ["intake key 1", programme, str(organization_id), epoch, public.hex()]
    return json.dumps(written).encode()


def is_certified(keyring: WebKeyring, key: IntakeKey) -> bool:
    """Says whether the programme's root signed this key."""
    message = certified(keyring.programme, key.organization_id, key.epoch, key.public)
    return _verified(keyring.root_public, message, key.signature)


def intake_public(session: Session, organization_id: UUID, keyring: WebKeyring) -> PublicKey:
    """Returns what new reports of an organisation are sealed to; refuses an unsigned key."""
    key = store.open_intake_key(session, organization_id)
    if key is None or not is_certified(keyring, key):
        raise NoIntakeKeyError
    return PublicKey(key.key_id, key.public)


def intake_readers(session: Session, organization_id: UUID) -> tuple[Member, ...]:
    """Returns the active members who can open an organisation's present intake key."""
    key = store.open_intake_key(session, organization_id)
    if key is None:
        return ()
    readers = store.readers_of(session, key.id)
    own = store.members(session, organization_id)
    return tuple(member for member in own if member.active and member.id in readers)


@lru_cache(maxsize=64)
def _verified(root: bytes, message: bytes, signature: bytes) -> bool:
    return verify(root, message, signature)
