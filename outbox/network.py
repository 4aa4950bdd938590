"""What a provider's HTTP answer, or none, proves of a message that was handed over."""

from collections.abc import Mapping
from typing import Any, Final

import requests
from urllib3.exceptions import NewConnectionError

from outbox.carrier import MaybeSent, Outcome, Rejected
from outbox.errors import What

TIMEOUT_SECONDS: Final = 10.0
TOO_MANY: Final = 429
_OK: Final = range(200, 300)
_REQUEST_TIMEOUT: Final = 408
_SERVER_FAULT: Final = 500
_LONGEST_WAIT: Final = 3600.0


def is_yes(status: int) -> bool:
    """Says whether the provider took the request."""
    return status in _OK


def is_unsure(status: int) -> bool:
    """Says whether nobody can tell from this answer what became of the message."""
    return status >= _SERVER_FAULT or status == _REQUEST_TIMEOUT


def judged(error: requests.RequestException) -> Outcome:
    """Judges a request without an answer: only a connection never made proves that nothing left."""
    if isinstance(error, requests.ConnectTimeout) or _never_connected(error):
        return Rejected("no_connection", What.RETRY)
    return MaybeSent(type(error).__name__[:12])


def wait_asked(headers: Mapping[str, str]) -> float | None:
    """Returns how many seconds the provider asks us to wait, if it says so in seconds."""
    written = headers.get("Retry-After", "").strip()
    if not (written.isascii() and written.isdecimal()):
        return None
    return min(float(written), _LONGEST_WAIT)


def read_json(response: requests.Response) -> dict[str, Any] | None:
    """Returns the answer as a JSON object, or None if it is none."""
    try:
        found = response.json()
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _never_connected(error: requests.RequestException) -> bool:
    reason = getattr(error.args[0], "reason", None) if error.args else None
    return isinstance(reason, NewConnectionError)
