"""A report read in order: her lines and ours, what she told, what is dangerous."""

from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from pathway import media
from pathway.desk import Desk
from pathway.told import happened
from pathway.unsealing import Opener, report_key_id
from pathway.views import Line, MediaLine
from reporting.media.model import MediaState
from reporting.reports import store as reports
from reporting.reports.model import SealedEntry
from vault.sealing import Place, PublicKey, Sealed


@dataclass
class Transcript:
    """Holds an opened report."""

    lines: tuple[Line, ...] = ()
    told: dict[str, str] = field(default_factory=dict)
    danger_texts: tuple[str, ...] = ()
    reply_key: bytes | None = None
    facts: tuple[UUID, ...] = ()
    earliest: datetime | None = None


def read_transcript(desk: Desk, opener: Opener, report_id: UUID) -> Transcript:
    """Opens every entry of a report this reader holds the key of."""
    transcript = Transcript()
    states = media.states(desk, report_id)
    for entry in reports.entries(desk.session, report_id):
        sealed = Sealed(entry.wrap, entry.body, entry.held_by)
        value = opener.json(entry_place(desk, entry.id), sealed)
        if value is not None:
            _add(transcript, entry, value, states)
    return transcript


def hand_on(desk: Desk, opener: Opener, report_id: UUID, to: PublicKey) -> int:
    """Hands the entries that still lie under an intake key on to the case; returns how many.

    They go by the report's name, not by the case's: the link between the two is sealed.
    """
    to = PublicKey(report_key_id(report_id), to.raw)
    handed = 0
    for entry in reports.entries(desk.session, report_id):
        if entry.held_by == to.id:
            continue
        sealed = Sealed(entry.wrap, entry.body, entry.held_by)
        held = opener.hand(to, entry_place(desk, entry.id), sealed)
        if held is not None:
            reports.hold_entry(desk.session, entry.id, held.wrap, held.held_by)
            handed += 1
    return handed


def entry_place(desk: Desk, entry_id: UUID) -> Place:
    """Names where an entry of a report rests."""
    return desk.place(desk.intake_id, "disclosure", entry_id)


def _add(
    transcript: Transcript,
    entry: SealedEntry,
    value: dict[str, Any],
    states: Mapping[UUID, MediaState],
) -> None:
    danger = bool(value.get("danger"))
    heard, text = value.get("heard", ""), value.get("text", "")
    keys = value.get("keys", {})
    if heard or value.get("media") or value.get("mark"):
        mark = "voice" if value.get("media") and not heard else value.get("mark", "")
        shown = _media(keys, states)
        sent_at = datetime.fromisoformat(keys["sent_at"]) if "sent_at" in keys else None
        line = Line(
            entry.sequence, entry.day, "in", heard, value.get("asked"), danger, mark, shown, sent_at
        )
        transcript.lines = (*transcript.lines, line)
    if text:
        line = Line(entry.sequence, entry.day, "out", text, value.get("said"), danger)
        transcript.lines = (*transcript.lines, line)
    if danger and heard:
        transcript.danger_texts = (*transcript.danger_texts, heard)
    _tell(transcript, value.get("told", {}), value["at"])
    if "reply_key" in keys:
        transcript.reply_key = b64decode(keys["reply_key"])
    if keys.get("facts"):
        handles = tuple(UUID(one) for one in keys["facts"].split(","))
        transcript.facts = (*transcript.facts, *handles)


def _media(keys: Mapping[str, str], states: Mapping[UUID, MediaState]) -> tuple[MediaLine, ...]:
    listed = media.listed(keys.get(media.KEY, ""))
    gone = MediaState.GONE
    return tuple(MediaLine(one, kind, states.get(one, gone).value) for one, kind in listed)


def _tell(transcript: Transcript, told: dict[str, str], at: str) -> None:
    transcript.told.update(told)
    if "when" in told:
        # Urgency counts from the earliest it can have been, as told at that moment.
        transcript.earliest = happened(told["when"], datetime.fromisoformat(at))[0]
