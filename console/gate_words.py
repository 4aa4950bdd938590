"""What the gate's findings say on a page; `pathway/gate_words.py` says the same in a terminal."""

from console.labels import Words
from console.labels import later as _l

NAMES: Words = {
    "emergency": _l("Emergency number"),
    "counsel": _l("Counsel’s signature"),
    "review": _l("Native review"),
    "topics": _l("Topics of the first texts"),
    "police": _l("Police"),
    "ambulance": _l("Ambulance"),
    "readers": _l("Readers of new reports"),
    "rota": _l("Rota"),
    "keywords": _l("Coded words"),
}
_OFF = _l("not offered")
_NO_PROTOCOL = _l("offered without a written protocol")
_NO_DRILL = _l("offered, but no drill was done yet")
_ON = _l("offered, with a protocol and a drill")
SAYS: Words = {
    "emergency.set": "%(detail)s",
    "emergency.missing": _l("none is set: the danger path has no number to name"),
    "counsel.unsigned": _l("nobody has signed this wording"),
    "counsel.changed": _l("signed by %(detail)s, but the wording was changed since"),
    "counsel.signed": _l("signed by %(detail)s"),
    "review.reviewed": _l("all lines read (%(detail)s)"),
    "review.unreviewed": _l("read so far: %(detail)s lines"),
    "review.overridden": _l("not fully read; allowed by %(detail)s"),
    "topics.unsigned": _l("nobody stands for it that the line answers what B2 and B1w name"),
    "topics.signed": _l("signed by %(detail)s"),
    "police.off": _OFF,
    "police.no_protocol": _NO_PROTOCOL,
    "police.no_drill": _NO_DRILL,
    "police.on": _ON,
    "ambulance.off": _OFF,
    "ambulance.no_protocol": _NO_PROTOCOL,
    "ambulance.no_drill": _NO_DRILL,
    "ambulance.on": _ON,
    "readers.no_key": _l("the intake organisation has no signed key"),
    "readers.too_few": _l(
        "%(detail)s can read new reports: a lost passphrase would lose them; have two"
    ),
    "readers.enough": _l("%(detail)s members can read new reports"),
    "rota.empty": _l("no shifts: the line says that nobody is there"),
    "rota.gaps": _l("%(detail)s h of the coming week without anybody; the line says so"),
    "rota.full": _l("somebody is on shift all week"),
    "keywords.collides": "%(detail)s",
    "keywords.none": _l("no coded word is in use"),
    "keywords.apart": _l("every coded word can be told from every other"),
}
