"""Why a case is open: asked once, then remembered for a quarter of an hour in this session only."""

from datetime import datetime, timedelta
from uuid import UUID

from flask import session

from console.labels import PURPOSES

KEPT = timedelta(minutes=15)
SLOT = "purposes"
# A cookie is small; a form left open longer than this many cases ago asks again.
LAPSED_KEPT = 12


def remember(session_id: UUID, code: str, purpose: str, now: datetime) -> None:
    """Keeps the purpose for this case and this session, the newest last."""
    kept = {key: value for key, value in _kept(session_id).items() if key != code}
    kept[code] = [purpose, int((now + KEPT).timestamp())]
    session[SLOT] = {"of": str(session_id), "why": dict(list(kept.items())[-LAPSED_KEPT:])}


def remembered(session_id: UUID, code: str, now: datetime) -> str | None:
    """Returns the purpose still in force for this case, or None when it has to be asked."""
    purpose, until = _kept(session_id).get(code, ["", 0])
    return str(purpose) if purpose in PURPOSES and float(until) > now.timestamp() else None


def last(session_id: UUID, code: str) -> str | None:
    """Returns the purpose given last, even a lapsed one, so that a form sent late is not lost."""
    purpose = str(_kept(session_id).get(code, [""])[0])
    return purpose if purpose in PURPOSES else None


def _kept(session_id: UUID) -> dict[str, list[str | int]]:
    slot = session.get(SLOT)
    if not isinstance(slot, dict) or slot.get("of") != str(session_id):
        return {}
    why = slot.get("why")
    return why if isinstance(why, dict) else {}
