"""Ends what she agreed to about being written to first, as soon as her phone says otherwise."""

from typing import Final

from bots.visit import Visit
from bots.words import CommandKind
from pathway import contact_keeping
from reporting.cases.agreed import Standing

_ORDERS: Final = {
    CommandKind.STOP: Standing.STOPPED,
    CommandKind.UNDO: Standing.TAKEN_BACK,
}
_MARKS: Final = {
    "undo": Standing.TAKEN_BACK,
    "delete": Standing.TAKEN_BACK,
    "cover": Standing.UNSAFE,
}


def end_if_told(visit: Visit) -> None:
    """Ends it at STOP, UNDO, DELETE and in cover, whoever holds the phone and wherever she is."""
    ended = _told(visit)
    if ended is not None:
        contact_keeping.end_of_contact(visit.desk, visit.writer.token, ended)


def end_for_stranger(visit: Visit) -> None:
    """Ends it when whoever holds the phone says that this is a wrong number."""
    contact_keeping.end_of_contact(visit.desk, visit.writer.token, Standing.TAKEN_BACK)


def _told(visit: Visit) -> Standing | None:
    if visit.inbound.opt_out == "STOP":
        return Standing.STOPPED
    if visit.command is not None and visit.command.kind in _ORDERS:
        return _ORDERS[visit.command.kind]
    return _MARKS.get(visit.mark)
