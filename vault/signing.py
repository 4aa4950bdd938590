"""Ed25519 signatures for key directories, envelopes, checkpoints and releases."""

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)


def new_signer() -> bytes:
    """Returns the 32 raw bytes of a new signing key."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def verifier_of(signer: bytes) -> bytes:
    """Returns the 32 raw bytes of a signing key's public half."""
    return Ed25519PrivateKey.from_private_bytes(signer).public_key().public_bytes_raw()


def sign(signer: bytes, message: bytes) -> bytes:
    """Signs a message; 64 bytes."""
    return Ed25519PrivateKey.from_private_bytes(signer).sign(message)


def verify(verifier: bytes, message: bytes, signature: bytes) -> bool:
    """Says whether the signature is this key's over this message."""
    try:
        Ed25519PublicKey.from_public_bytes(verifier).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
