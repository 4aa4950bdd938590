"""What the fake provider knows: messages, media, forms of content, faults, and its mischief."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from kernel.clock import Clock, SystemClock
from kernel.ids import random_bytes

Poster = Callable[[str, Mapping[str, str], bytes], int]


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


@dataclass
class Mischief:
    """Says how the provider misbehaves: once each (`next`), always, and with its webhooks."""

    next: list[str] = field(default_factory=list)
    always: str = "take"
    seconds: float = 0.0
    callbacks: str = "plain"
    times: int = 1
    drop: float = 0.0
    owed: float = 0.0

    def pick(self) -> str:
        """Returns what to do with this request."""
        return self.next.pop(0) if self.next else self.always

    def loses(self) -> bool:
        """Says whether this webhook is lost: evenly, so that a share is a share."""
        self.owed += self.drop
        if self.owed < 1 - 1e-9:
            return False
        self.owed -= 1
        return True


@dataclass
class World:
    """Is everything behind the fake provider's door."""

    accounts: Accounts = field(default_factory=Accounts)
    clock: Clock = field(default_factory=SystemClock)
    mischief: Mischief = field(default_factory=Mischief)
    deliver_to: str = ""
    public_url: str = ""
    post: Poster | None = None
    asked: list[Asked] = field(default_factory=list)
    messages: dict[str, Message] = field(default_factory=dict)
    contents: dict[str, dict[str, object]] = field(default_factory=dict)
    signed: dict[str, Medium] = field(default_factory=dict)
    opted_out: set[str] = field(default_factory=set)
    window_closed: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    waiting: list[News] = field(default_factory=list)
    posted: list[tuple[str, int]] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    arrived: threading.Event = field(default_factory=threading.Event)
    release: threading.Event = field(default_factory=threading.Event)

    def note(self, provider: str, path: str, fields: Mapping[str, str], authorization: str) -> None:
        """Remembers a request to send."""
        self.asked.append(Asked(provider, path, dict(fields), authorization))
        self.arrived.set()

    def keep(self, message: Message) -> Message:
        """Puts a message on the provider's shelf."""
        self.messages[message.sid] = message
        return message

    def find(self, provider: str, sid: str) -> Message | None:
        """Returns a message of a provider."""
        found = self.messages.get(sid)
        return found if found is not None and found.provider == provider else None

    def sent(self, provider: str | None = None) -> list[Message]:
        """Returns what was taken to be sent, oldest first."""
        return [
            one
            for one in self.messages.values()
            if one.direction != "inbound" and provider in {None, one.provider}
        ]


def new_sid(prefix: str) -> str:
    """Returns an id of the provider's shape: two letters and 32 hexadecimal digits."""
    return prefix + random_bytes(16).hex()


_ENDS = frozenset({"delivered", "undelivered", "failed", "canceled", "read", "sent"})
