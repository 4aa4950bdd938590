"""What the gate's findings say in plain English; the pages say the same in other languages."""

from collections.abc import Mapping
from typing import Final

from pathway.gate import Point

NAMES: Final[Mapping[str, str]] = {
    "emergency": "Emergency number",
    "counsel": "Counsel’s signature",
    "review": "Native review",
    "topics": "Topics of the first texts",
    "police": "Police",
    "ambulance": "Ambulance",
    "readers": "Readers of new reports",
    "rota": "Rota",
    "keywords": "Coded words",
}
SAYS: Final[Mapping[str, str]] = {
    "emergency.set": "%(detail)s",
    "emergency.missing": "none is set: the danger path has no number to name",
    "counsel.unsigned": "nobody has signed this wording",
    "counsel.changed": "signed by %(detail)s, but the wording was changed since",
    "counsel.signed": "signed by %(detail)s",
    "review.reviewed": "all lines read (%(detail)s)",
    "review.unreviewed": "read so far: %(detail)s lines",
    "review.overridden": "not fully read; allowed by %(detail)s",
    "topics.unsigned": "nobody stands for it that the line answers what B2 and B1w name",
    "topics.signed": "signed by %(detail)s",
    "police.off": "not offered",
    "police.no_protocol": "offered without a written protocol",
    "police.no_drill": "offered, but no drill was done yet",
    "police.on": "offered, with a protocol and a drill",
    "ambulance.off": "not offered",
    "ambulance.no_protocol": "offered without a written protocol",
    "ambulance.no_drill": "offered, but no drill was done yet",
    "ambulance.on": "offered, with a protocol and a drill",
    "readers.no_key": "the intake organisation has no signed key",
    "readers.too_few": (
        "%(detail)s can read new reports: a lost passphrase would lose them; have two"
    ),
    "readers.enough": "%(detail)s members can read new reports",
    "rota.empty": "no shifts: the line says that nobody is there",
    "rota.gaps": "%(detail)s h of the coming week without anybody; the line says so",
    "rota.full": "somebody is on shift all week",
    "keywords.collides": "%(detail)s",
    "keywords.none": "no coded word is in use",
    "keywords.apart": "every coded word can be told from every other",
}


def in_english(point: Point) -> str:
    """Says a finding in one line, without its name."""
    said = SAYS[f"{point.name}.{point.code}"] % {"detail": point.detail}
    return f"{point.about}: {said}" if point.about else said
