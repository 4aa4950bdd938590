"""Names for what was sent: to find it again by the provider's id, or by what the provider lists."""

from kernel.vocabulary import Address
from vault.derive import derive, keyed
from vault.keyring import JobsKeyring

_BY_ID = b"provider's id of a sending"


def sending_handle(provider: str, provider_id: str) -> bytes:
    """Returns the name of a sending; the provider's ids are random enough to need no key."""
    return keyed(_BY_ID, provider.encode(), provider_id.encode())


def echo_of(keyring: JobsKeyring, address: Address, text: str) -> bytes:
    """Returns the keyed name of a text to somebody, for a listing to be compared with."""
    key = derive(keyring.sender_private.raw, "echo of a sending")
    return keyed(key, str(address).encode(), text.encode())
