"""A start-up check of the ciphers against fixed answers: a broken library must not run."""

from base64 import b64decode

from vault.derive import derive, keyed, stretch_secret
from vault.keys import new_private_key
from vault.opening import CannotOpen, open_sealed, unlock
from vault.sealing import KEY_BYTES, Place, lock, seal
from vault.signing import new_signer, sign, verifier_of, verify

_PLACE = Place("self-test", "organization", "table", "row", "column")
_KEY = bytes(range(KEY_BYTES))


class BrokenCipher(Exception):
    """Says that the cipher library does not do what it must."""


def run() -> None:
    """Raises BrokenCipher unless every primitive answers as it must."""
    private = new_private_key("self-test:1")
    sealed = seal(private.public, _PLACE, b"said")
    signer = new_signer()
    checks = (
        open_sealed(private, _PLACE, sealed) == b"said",
        unlock(_KEY, _PLACE, lock(_KEY, _PLACE, b"said")) == b"said",
        _refuses_another_place(lock(_KEY, _PLACE, b"said")),
        keyed(_KEY, b"a", b"b") == b64decode(_KEYED),
        derive(_KEY, "purpose", pepper=_KEY) == b64decode(_DERIVED),
        stretch_secret(b"secret", b"sixteen byte salt") == b64decode(_STRETCHED),
        verify(verifier_of(signer), b"said", sign(signer, b"said")),
        not verify(verifier_of(signer), b"other", sign(signer, b"said")),
    )
    if not all(checks):
        raise BrokenCipher


def _refuses_another_place(blob: bytes) -> bool:
    try:
        unlock(_KEY, Place("self-test", "organization", "table", "other", "column"), blob)
    except CannotOpen:
        return True
    return False


_KEYED = "dIAIULI9WaHJKi7hDBgzi8j0G9aIdRFrdQkqon3HWxA="
_DERIVED = "uh+gbO5h1XCd9i8coPI/RFhttew08p3CCL/rRY2KNCM="
_STRETCHED = "TvtHoTKRahX74MW0GU+I3BCW/G7tsj8sM8torH4HQNc="
