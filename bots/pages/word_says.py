"""Says in words what stands against a coded word, and what a text was tried out as."""

from collections.abc import Mapping

from flask_babel import gettext as _

from bots.pages.here import later as _l
from bots.words import Finding

_SAYS: Mapping[str, str] = {
    "too_near": _l("It is fewer than two changes away from “%(other)s”."),
    "reserved": _l("“%(other)s” is reserved, and this is the same or one letter away from it."),
    "danger": _l("It reads as an expression of danger."),
    "too_short": _l("It is too short: use at least four letters, one emoji or a number."),
    "too_long": _l("It is too long: at most 40 characters."),
    "read_as_answer": _l("It would be read as an answer to a question, not as a word."),
    "read_as_receipt": _l("Twelve digits are read as a receipt."),
    "one_picture": _l("Use one emoji alone: rows of them are hard to tell apart."),
    "emergency_number": _l("It is a number that the line tells people to call."),
    "language_off": _l("The line does not speak this language now."),
    "hours_unreadable": _l("These hours cannot be read. Write them as “Mon-Sat 08:00-20:00”."),
    "everyday": _l("It is an everyday word: people send it without meaning it."),
    "rota_gap": _l("Nobody is on shift in its hours from: %(other)s."),
    "rotate_soon": _l("It is due to be changed on %(other)s."),
    "rotate_past": _l("It should have been changed by %(other)s."),
}
FIELDS: Mapping[str, str] = {
    "everyday": "everyday",
    "language_off": "language",
    "hours_unreadable": "hours",
    "rota_gap": "hours",
    "rotate_soon": "rotate_on",
    "rotate_past": "rotate_on",
}
RULES: Mapping[str, str] = {
    "first": _l("As the first word of a text"),
    "only": _l("Only as the whole text"),
}
MATCHED: Mapping[str, str] = {
    "exact": _l("exactly as it is spread"),
    "spaced": _l("with other spaces, or written to what follows"),
    "folded": _l("in other letters: capitals, accents, digits or the same sound"),
    "one_edit": _l("with one letter wrong"),
}
ORDERS: Mapping[str, str] = {
    "exit": _l("X: the visit ends, and nothing is answered."),
    "stop": _l("STOP: nothing can be sent until START."),
    "start": _l("START: the line may write again."),
    "undo": _l("UNDO: what is being asked is put on hold."),
    "delete": _l("DELETE: she is asked to confirm."),
    "person": _l("H: a person is called."),
    "who": _l("“Who is this?”: the plain answer B1w."),
    "papers": _l("A question about papers."),
    "language": _l("The name of a language: the line goes on in it."),
    "letter": _l("A letter of the danger path."),
}


def says(finding: Finding) -> str:
    """Says one objection in the reader's language."""
    said = str(_SAYS.get(finding.reason, finding.reason))
    return said % {"other": finding.other} if finding.other else said


def anchor(finding: Finding) -> str:
    """Names the field of the form that an objection is about."""
    return FIELDS.get(finding.reason, "word")


def matched(rule: str) -> str:
    """Says how a word was recognised."""
    return str(MATCHED[rule]) if rule in MATCHED else _("in another way")
