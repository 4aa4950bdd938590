"""What she typed last in a dialled session: the provider joins her whole way by stars each time."""

import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

_STAR: Final = "*"
_MOST: Final = 4096


@dataclass(frozen=True)
class _Way:
    length: int = 0
    before: int = 0


class Ways:
    """Remembers how long the way of a session was, so that a text may hold stars of its own.

    Only lengths are kept, and only in memory: without them the text after the last star counts.
    """

    def __init__(self) -> None:
        self._known: OrderedDict[str, _Way] = OrderedDict()
        self._lock = threading.Lock()

    def newest(self, session: str, way: str) -> str:
        """Returns what was typed since the session's last request; a repeat gives the same."""
        with self._lock:
            known = self._known.get(session, None if way else _Way())
            if known is None:
                found = _Way(len(way), way.rfind(_STAR) if _STAR in way else 0)
            elif known.length == len(way):
                found = known
            elif known.length > len(way):
                return way.rpartition(_STAR)[2]
            else:
                found = _Way(len(way), known.length)
            self._remember(session, found)
        return way[found.before :].removeprefix(_STAR) if found.before else way

    def _remember(self, session: str, way: _Way) -> None:
        self._known[session] = way
        self._known.move_to_end(session)
        while len(self._known) > _MOST:
            self._known.popitem(last=False)


def steps(way: str) -> int:
    """Returns how many steps a way has; with the session it names one request."""
    return way.count(_STAR) + 1 if way else 0
