"""A member's keys: wrapped by her passphrase, held by her session, handed keys by others."""

from dataclasses import dataclass

from vault.keys import PrivateKey, new_private_key
from vault.opening import open_packed, unlock
from vault.sealing import Place, PublicKey, lock, pack, seal
from vault.signing import new_signer, verifier_of

_SIGNER_BYTES = 32


@dataclass(frozen=True)
class MemberKeys:
    """Holds the private keys of one signed-in member."""

    sealing: PrivateKey
    signer: bytes

    @classmethod
    def generate(cls, member_id: str) -> "MemberKeys":
        """Makes a member's sealing and signing keys."""
        return cls(new_private_key(f"member:{member_id}"), new_signer())

    @property
    def seal_public(self) -> PublicKey:
        """Returns what others seal to."""
        return self.sealing.public

    @property
    def sign_public(self) -> bytes:
        """Returns what others verify with."""
        return verifier_of(self.signer)

    def locked(self, key: bytes, place: Place) -> bytes:
        """Returns the bundle locked under a passphrase or session key."""
        return lock(key, place, self.signer + self.sealing.raw)

    @classmethod
    def unlocked(cls, member_id: str, key: bytes, place: Place, bundle: bytes) -> "MemberKeys":
        """Opens a bundle again; raises CannotOpen for a wrong key or another's bundle."""
        raw = unlock(key, place, bundle)
        return cls(PrivateKey(f"member:{member_id}", raw[_SIGNER_BYTES:]), raw[:_SIGNER_BYTES])

    def receive(self, key_id: str, place: Place, blob: bytes) -> PrivateKey:
        """Opens a private key that was handed to this member."""
        return PrivateKey(key_id, open_packed(self.sealing, place, blob))


def hand_over(private: PrivateKey, to: PublicKey, place: Place) -> bytes:
    """Wraps a private key to a member."""
    return pack(seal(to, place, private.raw))
