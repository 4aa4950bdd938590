"""From an address to keyed names: one slow stretch, then separate peppers."""

import threading
from collections import OrderedDict

from kernel.vocabulary import Address
from vault.derive import derive, keyed, stretch_secret
from vault.keyring import WebKeyring

# A fixed salt: the stretch must be found again without knowing whose it is. Peppers do the rest.
_SALT = b"undertone/address/v1"
_CACHE_SIZE = 4096
_AT_ONCE = threading.BoundedSemaphore(2)
_cache: OrderedDict[str, bytes] = OrderedDict()
_cache_lock = threading.Lock()


def stretch(address: Address) -> bytes:
    """Stretches an address once; call it before any transaction is opened (16 ms when new)."""
    name = str(address)
    with _cache_lock:
        known = _cache.get(name)
        if known is not None:
            _cache.move_to_end(name)
            return known
    with _AT_ONCE:
        found = stretch_secret(name.encode(), _SALT)
    with _cache_lock:
        _cache[name] = found
        while len(_cache) > _CACHE_SIZE:
            _cache.popitem(last=False)
    return found


def contact_token(keyring: WebKeyring, stretched: bytes, purpose: str = "contact") -> str:
    """Returns the name a contact goes by in the database, another for each purpose."""
    return keyed(keyring.token_pepper, purpose.encode(), stretched).hex()


def state_key(keyring: WebKeyring, stretched: bytes) -> bytes:
    """Returns the key of a contact's conversation state; it exists only while she writes."""
    return derive(stretched, "state", pepper=keyring.state_pepper)


def rate_token(keyring: WebKeyring, stretched: bytes) -> str:
    """Returns the name a contact goes by where rates are counted."""
    return keyed(keyring.rate_pepper, b"rate", stretched).hex()


def message_handle(keyring: WebKeyring, provider: str, message_id: str) -> bytes:
    """Returns the keyed name of a provider's message id."""
    return keyed(keyring.message_pepper, provider.encode(), message_id.encode())


def subject_handle(keyring: WebKeyring, table: str, row: str) -> bytes:
    """Returns the keyed name by which the journal speaks of a row."""
    return keyed(keyring.journal_pepper, table.encode(), row.encode())


def thread_handle(practice_pepper: bytes, address: Address) -> bytes:
    """Returns the keyed name of a practice phone's thread; practice numbers are not secret."""
    return keyed(practice_pepper, b"practice", str(address).encode())


def word_stretch(stretched: bytes, folded_word: str) -> bytes:
    """Stretches an own word under its contact; call it before any transaction (16 ms)."""
    with _AT_ONCE:
        return stretch_secret(folded_word.encode(), derive(stretched, "own word salt"))


def word_handle(keyring: WebKeyring, stretched_word: bytes) -> bytes:
    """Returns the keyed name under which an own word is looked up, for its own contact only."""
    return keyed(keyring.word_pepper, b"handle", stretched_word)


def word_key(keyring: WebKeyring, stretched_word: bytes) -> bytes:
    """Returns the key that an own word opens."""
    return derive(stretched_word, "own word", pepper=keyring.word_pepper)


def receipt_stretch(digits: str) -> bytes:
    """Stretches a receipt (16 ms)."""
    with _AT_ONCE:
        return stretch_secret(digits.encode(), b"undertone/receipt/v1")


def receipt_handle(keyring: WebKeyring, stretched_receipt: bytes) -> bytes:
    """Returns the keyed name under which a receipt is looked up."""
    return keyed(keyring.reply_pepper, b"handle", stretched_receipt)


def receipt_key(keyring: WebKeyring, stretched_receipt: bytes, folded_word: str) -> bytes:
    """Returns the key that a receipt and its own word open together, on any phone (16 ms)."""
    with _AT_ONCE:
        word = stretch_secret(folded_word.encode(), derive(stretched_receipt, "receipt word salt"))
    return derive(word, "receipt and word", pepper=keyring.reply_pepper)


def link_handle(token: str) -> bytes:
    """Returns the name under which a link's token is looked up; the token is random enough."""
    return keyed(b"responder link", token.encode())
