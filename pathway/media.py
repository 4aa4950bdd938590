"""Voice notes and pictures: expected when she sends one, handed on with her words.

The web process keeps where a piece lies at the provider, sealed to the sender key and signed; the
jobs process fetches it (`pathway/fetching.py`) and seals it to the key that reads her words.
"""

import json
from base64 import b64encode
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Self
from uuid import UUID

from sqlalchemy.orm import Session

from kernel.ids import new_id
from kernel.vocabulary import Inbound
from pathway.desk import Desk
from reporting.media import store
from reporting.media.model import MediaState, Piece, Wait
from vault.pseudonym import message_handle
from vault.sealing import Place, pack, seal_json
from vault.signing import sign

KEY: Final = "media"
_KINDS: Final = frozenset({"audio", "image", "video"})


@dataclass(frozen=True)
class Reference:
    """Says where one piece lies at its provider, and what it is called there."""

    provider: str
    message_id: str
    address: str
    type: str = ""

    @property
    def kind(self) -> str:
        """Returns what a page may expect: audio, image, video, or a file."""
        kind = self.type.partition("/")[0].strip().lower()
        return kind if kind in _KINDS else "file"

    def written(self) -> str:
        """Writes it for the sealed state, where it waits until she goes on."""
        return json.dumps([self.provider, self.message_id, self.address, self.type])

    @classmethod
    def read(cls, written: str) -> Self:
        """Reads it again."""
        return cls(*json.loads(written))


def references(inbound: Inbound) -> tuple[Reference, ...]:
    """Returns where the media of a message lie."""
    types = (*inbound.media_types, *("" for _ in inbound.media_at))
    return tuple(
        Reference(inbound.provider, inbound.message_id, address, kind)
        for address, kind in zip(inbound.media_at, types, strict=False)
    )


def expect(desk: Desk, report_id: UUID, found: Iterable[Reference]) -> str:
    """Sees to it that media are fetched; returns what the entry keeps of them under `KEY`."""
    return ",".join(f"{_expect(desk, report_id, one)}:{one.kind}" for one in found)


def listed(written: str) -> tuple[tuple[UUID, str], ...]:
    """Reads what an entry keeps: each piece with its kind."""
    parts = (one.partition(":") for one in written.split(",") if one)
    return tuple((UUID(media_id), kind) for media_id, _, kind in parts)


def waiting_for(session: Session, handles: Collection[bytes]) -> frozenset[bytes]:
    """Returns which of these messages have media that is still to be fetched."""
    return store.waiting_for(session, handles)


def states(desk: Desk, report_id: UUID) -> dict[UUID, MediaState]:
    """Returns where each piece of a report stands."""
    return store.pieces(desk.session, report_id)


def media_place(desk: Desk, media_id: UUID) -> Place:
    """Names where a fetched piece rests."""
    return desk.place(desk.intake_id, "media", media_id)


def waits(session: Session) -> tuple[int, datetime | None]:
    """Counts what is still to be fetched, with the time of the most overdue."""
    return store.count_waiting(session)


def _expect(desk: Desk, report_id: UUID, one: Reference) -> UUID:
    media_id, key = new_id(), desk.intake_key
    place = desk.place(desk.intake_id, "media_wait", media_id)
    said = json.dumps(
        {
            "provider": one.provider,
            "address": one.address,
            "organization": str(desk.intake_id),
            "to": [key.id, b64encode(key.raw).decode()],
        }
    )
    # Signed, because whoever can write to the database could otherwise name a key of his own.
    signature = sign(desk.keyring.envelope_signer, place.context() + said.encode())
    value = {"said": said, "signature": b64encode(signature).decode()}
    body = pack(seal_json(desk.keyring.sender_public, place, value))
    handle = message_handle(desk.keyring, one.provider, one.message_id)
    piece = Piece(media_id, report_id, MediaState.WAITING, desk.today)
    store.expect(desk.session, piece, Wait(media_id, handle, 0, desk.now, body))
    return media_id
