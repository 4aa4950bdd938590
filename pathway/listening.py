"""A voice note or a picture, heard or seen by somebody who may read the case it belongs to."""

import json
from dataclasses import dataclass
from uuid import UUID

from pathway.desk import Denied, Desk
from pathway.intake import note
from pathway.media import media_place
from pathway.reading import unlock
from reporting.cases import store as cases
from reporting.media import store
from staff.signin import Entered
from vault.sealing import Sealed

HEAD_BYTES = 256


@dataclass(frozen=True)
class Opened:
    """Holds a piece in the clear: its type, whether tags may be left in it, and its content."""

    type: str
    tagged: bool
    content: bytes


def read_media(
    desk: Desk, reader: Entered, code: str, media_id: UUID, purpose: str
) -> Opened | Denied:
    """Opens one piece for a purpose; the opening, or the refusal, is in the journal first."""
    case = cases.case_by_code(desk.session, code)
    piece = store.piece(desk.session, media_id)
    if case is None or piece is None:
        return Denied("not_found")
    opened = unlock(desk, reader, case)
    refused = isinstance(opened, Denied) or opened.report_id != piece.report_id
    verb = "media.denied" if refused else "media.opened"
    note(desk, verb, "case_file", case.id, str(reader.identity.member_id), purpose)
    if isinstance(opened, Denied):
        return opened
    held = store.held(desk.session, media_id)
    if refused or held is None:
        return Denied("not_found")
    sealed = Sealed(held.wrap, held.body, held.held_by)
    whole = opened.opener.bytes(media_place(desk, media_id), sealed)
    return Denied("not_yours") if whole is None else _parted(whole)


def _parted(whole: bytes) -> Opened:
    head = json.loads(whole[:HEAD_BYTES])
    return Opened(head["type"], bool(head["tagged"]), whole[HEAD_BYTES:])
