"""The signed mark of a drill: on each text that is heard of it, and on each row that comes of it.

A mark names its drill and is signed over its own place, so that a mark copied elsewhere is none.
"""

from base64 import b64decode, b64encode
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vault.signing import sign, verify

_ID_BYTES = 16
_TEXT = b"undertone/drill/text/v1"
_ROW = b"undertone/drill/row/v1"


@dataclass(frozen=True)
class HeardMark:
    """Holds what a text's mark says: which drill, and when it began."""

    drill_id: UUID
    started_at: datetime


def mark_text(
    signer: bytes, programme: str, drill_id: UUID, address: str, started_at: datetime
) -> str:
    """Returns the mark of every text that one drill sends from one address."""
    began = started_at.isoformat()
    signature = sign(signer, _joined(_TEXT, programme, str(drill_id), address, began))
    return f"{drill_id}|{began}|{b64encode(signature).decode()}"


def read_text_mark(verifier: bytes, programme: str, address: str, mark: str) -> HeardMark | None:
    """Returns what a text's mark says, or None when it was not signed for this address."""
    try:
        name, began, written = mark.split("|")
        drill_id, started_at = UUID(name), datetime.fromisoformat(began)
        signature = b64decode(written, validate=True)
    except ValueError:
        return None
    signed = _joined(_TEXT, programme, str(drill_id), address, began)
    return HeardMark(drill_id, started_at) if verify(verifier, signed, signature) else None


def mark_row(signer: bytes, programme: str, table: str, row_id: UUID, drill_id: UUID) -> bytes:
    """Returns the mark of one row of a drill: the drill's id and a signature, 80 bytes."""
    signed = _joined(_ROW, programme, table, str(row_id), str(drill_id))
    return drill_id.bytes + sign(signer, signed)


def drill_of(
    verifier: bytes, programme: str, table: str, row_id: UUID, mark: bytes | None
) -> UUID | None:
    """Returns the drill a row belongs to; None for a row without a mark that is its own."""
    if mark is None or len(mark) <= _ID_BYTES:
        return None
    drill_id = UUID(bytes=mark[:_ID_BYTES])
    signed = _joined(_ROW, programme, table, str(row_id), str(drill_id))
    return drill_id if verify(verifier, signed, mark[_ID_BYTES:]) else None


def _joined(purpose: bytes, *parts: str) -> bytes:
    """Joins parts, each counted so that none runs into the next."""
    written = [purpose, *(part.encode() for part in parts)]
    return b"".join(len(part).to_bytes(4, "big") + part for part in written)
