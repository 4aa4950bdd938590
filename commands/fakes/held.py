"""What the fake provider holds: accounts, messages with their media, and news that waits."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from kernel.ids import random_bytes


@dataclass(frozen=True)
class Accounts:
    """Holds the made-up accounts: what is signed with, and who may ask."""

    account_sid: str = ""
    auth_token: str = "token"  # noqa: S105 - made up, like all of these
    meta_app_secret: str = "secret"  # noqa: S105
    meta_phone_number_id: str = "106540352242922"
    at_username: str = "sandbox"
    at_path_secret: str = "path"  # noqa: S105


@dataclass
class Medium:
    """Holds one picture or voice note of a message."""

    sid: str
    content_type: str
    content: bytes


@dataclass
class Message:
    """Holds one message at the provider, in either direction."""

    provider: str
    sid: str
    direction: str
    sender: str
    recipient: str
    body: str
    at: datetime
    status: str
    error_code: int | None = None
    fields: dict[str, str] = field(default_factory=dict)
    media: list[Medium] = field(default_factory=list)

    @property
    def is_final(self) -> bool:
        """Says whether nothing more can become of it, so that it may be deleted."""
        return self.direction == "inbound" or self.status in _ENDS


@dataclass(frozen=True)
class Asked:
    """Holds one request to send, whatever became of it."""

    provider: str
    path: str
    fields: Mapping[str, str]
    authorization: str


@dataclass(frozen=True)
class News:
    """Holds a status callback that waits to be posted."""

    message: Message
    status: str
    error_code: int | None = None


def new_sid(prefix: str) -> str:
    """Returns an id of the provider's shape: two letters and 32 hexadecimal digits."""
    return prefix + random_bytes(16).hex()


_ENDS = frozenset({"delivered", "undelivered", "failed", "canceled", "read", "sent"})
