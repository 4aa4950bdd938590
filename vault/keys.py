"""Private sealing keys: made here, opened with in `vault/opening.py`."""

from dataclasses import dataclass
from functools import cached_property

from cryptography.hazmat.primitives.asymmetric import mlkem, x25519
from cryptography.hazmat.primitives.hpke import MLKEM768X25519PrivateKey

from vault.sealing import PublicKey

_SEED_BYTES = 64


@dataclass(frozen=True)
class PrivateKey:
    """Holds a sealing key's private half: the ML-KEM seed, then the X25519 scalar."""

    id: str
    raw: bytes

    @cached_property
    def kem(self) -> MLKEM768X25519PrivateKey:
        """Builds the hybrid key from its two parts."""
        return MLKEM768X25519PrivateKey(
            mlkem.MLKEM768PrivateKey.from_seed_bytes(self.raw[:_SEED_BYTES]),
            x25519.X25519PrivateKey.from_private_bytes(self.raw[_SEED_BYTES:]),
        )

    @cached_property
    def public(self) -> PublicKey:
        """Returns the public half under the same id."""
        kem_public = mlkem.MLKEM768PrivateKey.from_seed_bytes(self.raw[:_SEED_BYTES]).public_key()
        x_public = x25519.X25519PrivateKey.from_private_bytes(self.raw[_SEED_BYTES:]).public_key()
        return PublicKey(self.id, kem_public.public_bytes_raw() + x_public.public_bytes_raw())


def new_private_key(key_id: str) -> PrivateKey:
    """Makes a sealing key pair."""
    seed = mlkem.MLKEM768PrivateKey.generate().private_bytes_raw()
    scalar = x25519.X25519PrivateKey.generate().private_bytes_raw()
    return PrivateKey(key_id, seed + scalar)
