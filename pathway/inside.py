"""What the jobs process tells the web process on the same machine: signed, fresh, said once."""

import threading
from base64 import b64decode, b64encode
from datetime import datetime
from hashlib import sha256
from typing import Final

from kernel.ids import new_token
from vault.keyring import JobsKeyring, WebKeyring
from vault.signing import sign, verify

HEADER: Final = "Undertone-Signed"
FRESH_SECONDS: Final = 60
_PARTS: Final = 3


class NoIngestKey(Exception):
    """Says that a keyring was made before the two processes could speak to each other."""


def signed(keyring: JobsKeyring, path: str, body: bytes, now: datetime) -> str:
    """Returns the header that proves a request is from the jobs process of this programme."""
    if keyring.ingest_signer is None:
        raise NoIngestKey("the jobs keyring has no ingest key: run `flask demo`, then restart")
    at, nonce = str(int(now.timestamp())), new_token()
    signature = sign(keyring.ingest_signer, _said(keyring.programme, path, at, nonce, body))
    return f"{at}.{nonce}.{b64encode(signature).decode()}"


class Doorkeeper:
    """Lets each signed request in once, and only for a minute after it was signed."""

    def __init__(self) -> None:
        self._seen: dict[str, float] = {}
        self._lock = threading.Lock()

    def lets_in(
        self, keyring: WebKeyring, path: str, body: bytes, header: str, now: datetime
    ) -> bool:
        """Says whether a request may come in; a second time it may not."""
        parts = header.split(".")
        if keyring.ingest_verifier is None or len(parts) != _PARTS:
            return False
        at, nonce, signature = parts
        said = _said(keyring.programme, path, at, nonce, body)
        try:
            is_signed = verify(keyring.ingest_verifier, said, b64decode(signature, validate=True))
            age = abs(now.timestamp() - int(at))
        except ValueError:
            return False
        return is_signed and age <= FRESH_SECONDS and self._is_new(nonce, now.timestamp())

    def _is_new(self, nonce: str, now: float) -> bool:
        with self._lock:
            lapsed = [one for one, at in self._seen.items() if now - at > 2 * FRESH_SECONDS]
            for one in lapsed:
                del self._seen[one]
            if nonce in self._seen:
                return False
            self._seen[nonce] = now
            return True


def _said(programme: str, path: str, at: str, nonce: str, body: bytes) -> bytes:
    parts = ("inside", programme, path, at, nonce, sha256(body).hexdigest())
    return "\n".join(parts).encode()
